/** ASN.1 in DER, as far as a certificate needs it (ITU-T X.690). */
const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const long =
    body.length < 128 ? [] : [...Buffer.from(body.length.toString(16).padStart(body.length < 256 ? 2 : 4, '0'), 'hex')];
  const length = long.length === 0 ? [body.length] : [0x80 | long.length, ...long];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts);
export const setOf = (...parts: readonly Uint8Array[]): Buffer => tagged(0x31, ...parts);
export const octets = (bytes: Uint8Array): Buffer => tagged(0x04, bytes);
export const utf8 = (text: string): Buffer => tagged(0x0c, Buffer.from(text));
export const truth = (): Buffer => tagged(0x01, Buffer.from([0xff]));
/** A positive number, most significant byte first. */
export const integer = (bytes: Uint8Array): Buffer =>
  tagged(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
export const bits = (bytes: Uint8Array, unusedBits = 0): Buffer => tagged(0x03, Buffer.from([unusedBits]), bytes);
/** `[number]` around something, or in its place when `isImplicit`. */
export const context = (number: number, content: Uint8Array, isImplicit = false): Buffer =>
  tagged((isImplicit ? 0x80 : 0xa0) | number, content);
/** `YYYYMMDDHHMMSSZ`; right for years from 2050 on, and read by everybody before. */
export const time = (at: Date): Buffer => {
  const digits = at.toISOString().replace(/\D/g, '').slice(0, 14);
  return at.getUTCFullYear() < 2050
    ? tagged(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : tagged(0x18, Buffer.from(`${digits}Z`));
};

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const sevens = (value: number): number[] => {
    const digits = [value & 127];
    for (let left = value >>> 7; left > 0; left >>>= 7) digits.unshift(128 | (left & 127));
    return digits;
  };
  return tagged(0x06, Buffer.from([40 * first + second, ...rest].flatMap(sevens)));
}

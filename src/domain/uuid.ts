/**
 * A UUID of version 7 (RFC 9562, section 5.7): the time first, so that newer ids are larger.
 *
 * @param random 10 bytes of a good source of randomness
 */
export function uuidV7(timeMilliseconds: number, random: Uint8Array): string {
  const time = Math.floor(timeMilliseconds).toString(16).padStart(12, '0');
  const hex = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (8 | (Number.parseInt(hex.charAt(3), 16) & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

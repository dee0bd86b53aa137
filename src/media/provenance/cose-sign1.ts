import { sign } from 'node:crypto';
import type { SigningIdentity } from './signing-identity.ts';

/** A `COSE_Sign1` (RFC 9052) with ES256, its certificates in the protected header (RFC 9360), padded to an exact size. */
export function coseSign1(payload: Uint8Array, { privateKey, chain }: SigningIdentity, sizeBytes: number): Buffer {
  const algorithm = [integer(1), integer(-7)];
  const certificates = [integer(33), array(chain.map(bytes))];
  const protectedHeader = map([algorithm, certificates]);
  const signed = array([text('Signature1'), bytes(protectedHeader), bytes(Buffer.alloc(0)), bytes(payload)]);
  const signature = sign('sha256', signed, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const withPadding = (count: number): Buffer => {
    const unprotected = map([[text('pad'), head(2, count, 3), Buffer.alloc(count)]]);
    // the payload is detached: the manifest has it already
    return Buffer.concat([
      Buffer.from([0xd2]),
      array([bytes(protectedHeader), unprotected, Buffer.from([0xf6]), bytes(signature)]),
    ]);
  };
  const smallest = withPadding(0).length;
  if (smallest > sizeBytes) throw new Error(`the certificates need ${smallest} bytes, and ${sizeBytes} are reserved`);
  return withPadding(sizeBytes - smallest);
}

/** The head of an item of CBOR (RFC 8949): its kind and its number, in `bytesUsed` bytes when that has to be fixed. */
function head(major: number, value: number, bytesUsed?: 3): Buffer {
  if (bytesUsed === undefined && value < 24) return Buffer.from([(major << 5) | value]);
  if (bytesUsed === undefined && value < 256) return Buffer.from([(major << 5) | 24, value]);
  return value < 65_536
    ? Buffer.from([(major << 5) | 25, value >> 8, value & 255])
    : Buffer.from([(major << 5) | 26, value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);
}

const integer = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const array = (items: readonly Uint8Array[]): Buffer => Buffer.concat([head(4, items.length), ...items]);
const map = (entries: readonly (readonly Uint8Array[])[]): Buffer =>
  Buffer.concat([head(5, entries.length), ...entries.flat()]);

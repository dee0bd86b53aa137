/** Every half there is: looking one up takes a twentieth of computing it, and a model has a million of them. */
let singles: Float32Array | undefined;

/** The float32 values of little-endian IEEE 754 half-precision numbers. */
export function halfToSingle(bytes: Uint8Array): Float32Array {
  singles ??= Float32Array.from({ length: 65536 }, (_, half) => singleOf(half));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array(bytes.byteLength / 2);
  for (let index = 0; index < values.length; index++) values[index] = singles[view.getUint16(2 * index, true)]!;
  return values;
}

function singleOf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

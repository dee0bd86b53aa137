/**
 * Reads the FlexBuffers in which MediaPipe's own operators keep their options: a map of numbers and lists of numbers.
 * Format: https://flatbuffers.dev/flatbuffers_internals_flexbuffers (those of its types that model options use).
 */
export type FlexValue = number | readonly number[] | ReadonlyMap<string, FlexValue>;

/** Numbers of the types in the format. */
const TYPE = {
  int: 1,
  unsigned: 2,
  float: 3,
  indirectInt: 6,
  indirectUnsigned: 7,
  indirectFloat: 8,
  map: 9,
  vector: 10,
  intVector: 11,
  unsignedVector: 12,
  floatVector: 13,
} as const;

/** The map at the root of `bytes`. */
export function readFlexMap(bytes: Uint8Array): ReadonlyMap<string, FlexValue> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint8(bytes.length - 1);
  const packedType = view.getUint8(bytes.length - 2);
  const value = readValue(view, bytes.length - 2 - width, width, packedType);
  if (!(value instanceof Map)) throw new TypeError('Expected a map at the root of the flexbuffer.');
  return value;
}

function readValue(view: DataView, at: number, parentWidth: number, packedType: number): FlexValue {
  const type = packedType >> 2;
  const width = 1 << (packedType & 3);
  switch (type) {
    case TYPE.int:
      return readInt(view, at, parentWidth);
    case TYPE.unsigned:
      return readUnsigned(view, at, parentWidth);
    case TYPE.float:
      return readFloat(view, at, parentWidth);
    case TYPE.indirectInt:
      return readInt(view, follow(view, at, parentWidth), width);
    case TYPE.indirectUnsigned:
      return readUnsigned(view, follow(view, at, parentWidth), width);
    case TYPE.indirectFloat:
      return readFloat(view, follow(view, at, parentWidth), width);
    case TYPE.map:
      return readMap(view, follow(view, at, parentWidth), width);
    case TYPE.vector:
      return readVector(view, follow(view, at, parentWidth), width) as number[];
    case TYPE.intVector:
      return readTypedVector(view, follow(view, at, parentWidth), width, readInt);
    case TYPE.unsignedVector:
      return readTypedVector(view, follow(view, at, parentWidth), width, readUnsigned);
    case TYPE.floatVector:
      return readTypedVector(view, follow(view, at, parentWidth), width, readFloat);
    default:
      throw new TypeError(`Flexbuffer type ${type} is not one that model options use.`);
  }
}

/** In front of a map's values stand: where its keys are, their width, the number of entries. */
function readMap(view: DataView, at: number, width: number): ReadonlyMap<string, FlexValue> {
  const keys = follow(view, at - 3 * width, width);
  const keyWidth = readUnsigned(view, at - 2 * width, width);
  return new Map(
    readVector(view, at, width).map((value, index) => [
      readKey(view, follow(view, keys + index * keyWidth, keyWidth)),
      value,
    ]),
  );
}

function readVector(view: DataView, at: number, width: number): FlexValue[] {
  const length = readUnsigned(view, at - width, width);
  const types = at + length * width;
  return Array.from({ length }, (_, index) => readValue(view, at + index * width, width, view.getUint8(types + index)));
}

type ReadNumber = (view: DataView, at: number, width: number) => number;

function readTypedVector(view: DataView, at: number, width: number, read: ReadNumber): number[] {
  const length = readUnsigned(view, at - width, width);
  return Array.from({ length }, (_, index) => read(view, at + index * width, width));
}

function readKey(view: DataView, at: number): string {
  let key = '';
  for (let next = at; view.getUint8(next) !== 0; next++) key += String.fromCharCode(view.getUint8(next));
  return key;
}

function follow(view: DataView, at: number, width: number): number {
  return at - readUnsigned(view, at, width);
}

function readInt(view: DataView, at: number, width: number): number {
  if (width === 1) return view.getInt8(at);
  return width === 2
    ? view.getInt16(at, true)
    : width === 4
      ? view.getInt32(at, true)
      : Number(view.getBigInt64(at, true));
}

function readUnsigned(view: DataView, at: number, width: number): number {
  if (width === 1) return view.getUint8(at);
  return width === 2
    ? view.getUint16(at, true)
    : width === 4
      ? view.getUint32(at, true)
      : Number(view.getBigUint64(at, true));
}

function readFloat(view: DataView, at: number, width: number): number {
  return width === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true);
}

import { readModelFile } from './model-files.ts';

/** The average face that MediaPipe's landmarks are numbered after. */
export interface CanonicalFace {
  /** `468 x 3`: x to the right of the picture, y up, z towards the viewer; centimetres. */
  readonly positions: Float32Array;
  /** `898 x 3`: which landmarks each triangle of the mesh connects. */
  readonly triangles: Uint16Array;
}

/** Coordinates and texture coordinates of a vertex. */
const FLOATS_PER_VERTEX = 5;

/**
 * Reads the canonical face from the face package. It is written as a protocol buffer, GeometryPipelineMetadata: field 1 is
 * a Mesh3d, whose field 3 holds floats and field 4 the triangles' corners, one entry each.
 */
export function loadCanonicalFace(): CanonicalFace {
  const metadata = readModelFile('canonical-face');
  const mesh = fieldsOf(metadata).find(({ field }) => field === 1)?.bytes ?? new Uint8Array();
  const vertices: number[] = [];
  const corners: number[] = [];
  for (const { field, number } of fieldsOf(mesh)) {
    if (field === 3) vertices.push(number);
    if (field === 4) corners.push(number);
  }
  return {
    positions: Float32Array.from(vertices.filter((_, index) => index % FLOATS_PER_VERTEX < 3)),
    triangles: Uint16Array.from(corners),
  };
}

interface WireField {
  readonly field: number;
  readonly number: number;
  readonly bytes: Uint8Array;
}

const NO_BYTES = new Uint8Array();

/** The fields of a protocol buffer in the order in which they were written (wire types 0, 2 and 5). */
function fieldsOf(message: Uint8Array): WireField[] {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const fields: WireField[] = [];
  let at = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = view.getUint8(at++);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const key = readVarint();
    const field = key >> 3;
    if ((key & 7) === 0) fields.push({ field, number: readVarint(), bytes: NO_BYTES });
    else if ((key & 7) === 5) {
      fields.push({ field, number: view.getFloat32(at, true), bytes: NO_BYTES });
      at += 4;
    } else {
      const length = readVarint();
      fields.push({ field, number: length, bytes: message.subarray(at, at + length) });
      at += length;
    }
  }
  return fields;
}

/** A box of an MP4 file (ISO/IEC 14496-12): four letters and a range of bytes. */
export interface Mp4Box {
  readonly type: string;
  /** Where the box begins, where what it holds begins, and where both end, in bytes from the start of the file. */
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

const LARGEST_BOX_COUNT = 10_000;

/** The boxes between two places, in order. Stops at the first that does not fit: broken files give fewer boxes, never a loop. */
export function boxesIn(bytes: Uint8Array, start: number, end: number): Mp4Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Mp4Box[] = [];
  for (let at = start; at + 8 <= end && boxes.length < LARGEST_BOX_COUNT; ) {
    const shortSize = view.getUint32(at);
    const long = shortSize === 1 && at + 16 <= end;
    const size = long ? Number(view.getBigUint64(at + 8)) : shortSize === 0 ? end - at : shortSize;
    const headBytes = long ? 16 : 8;
    if (size < headBytes || at + size > end) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    boxes.push({ type, start: at, bodyStart: at + headBytes, end: at + size });
    at += size;
  }
  return boxes;
}

/** The first box below `parent` that the types lead to, one level each; `undefined` when one is missing. */
export function boxAt(bytes: Uint8Array, parent: Mp4Box, ...types: readonly string[]): Mp4Box | undefined {
  let box: Mp4Box | undefined = parent;
  for (const type of types) {
    box = box && boxesIn(bytes, box.bodyStart, box.end).find((child) => child.type === type);
  }
  return box;
}

/** For every pixel the nearest seed pixel. */
export interface NearestSeed {
  /** Index (y * width + x) of the nearest seed; -1 when there is no seed at all. */
  readonly seedIndex: Int32Array;
  /** Distance to it in pixels. */
  readonly distancePixels: Float32Array;
}

/**
 * Euclidean distance to the nearest seed by two sweeps of eight-neighbour propagation (Danielsson 1980; exact but for
 * rare pixels that are off by less than a third of a pixel).
 */
export function nearestSeed(isSeed: Uint8Array, widthPixels: number, heightPixels: number): NearestSeed {
  const seedIndex = new Int32Array(isSeed.length).fill(-1);
  const squared = new Float32Array(isSeed.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < isSeed.length; i++) {
    if (isSeed[i] === 0) continue;
    seedIndex[i] = i;
    squared[i] = 0;
  }
  const offer = (at: number, x: number, y: number, from: number): void => {
    const seed = seedIndex[from]!;
    if (seed < 0) return;
    const seedY = (seed / widthPixels) | 0;
    const dx = x - (seed - seedY * widthPixels);
    const dy = y - seedY;
    const distance = dx * dx + dy * dy;
    if (distance >= squared[at]!) return;
    squared[at] = distance;
    seedIndex[at] = seed;
  };
  for (let y = 0; y < heightPixels; y++) {
    const row = y * widthPixels;
    for (let x = 0; x < widthPixels; x++) {
      const at = row + x;
      if (squared[at] === 0) continue;
      if (x > 0) offer(at, x, y, at - 1);
      if (y === 0) continue;
      offer(at, x, y, at - widthPixels);
      if (x > 0) offer(at, x, y, at - widthPixels - 1);
      if (x < widthPixels - 1) offer(at, x, y, at - widthPixels + 1);
    }
    for (let x = widthPixels - 2; x >= 0; x--) offer(row + x, x, y, row + x + 1);
  }
  for (let y = heightPixels - 1; y >= 0; y--) {
    const row = y * widthPixels;
    for (let x = widthPixels - 1; x >= 0; x--) {
      const at = row + x;
      if (squared[at] === 0) continue;
      if (x < widthPixels - 1) offer(at, x, y, at + 1);
      if (y === heightPixels - 1) continue;
      offer(at, x, y, at + widthPixels);
      if (x > 0) offer(at, x, y, at + widthPixels - 1);
      if (x < widthPixels - 1) offer(at, x, y, at + widthPixels + 1);
    }
    for (let x = 1; x < widthPixels; x++) offer(row + x, x, y, row + x - 1);
  }
  return { seedIndex, distancePixels: squared.map(Math.sqrt) };
}

import type { Point } from '../face-frame.ts';

/** Calls `paint(index)` for every pixel whose centre lies inside the polygon (even-odd rule). */
export function fillPolygon(
  polygon: readonly Point[],
  widthPixels: number,
  heightPixels: number,
  paint: (index: number) => void,
): void {
  const ys = polygon.map((point) => point.y);
  const firstRow = Math.max(0, Math.floor(Math.min(...ys)));
  const lastRow = Math.min(heightPixels - 1, Math.ceil(Math.max(...ys)));
  for (let y = firstRow; y <= lastRow; y++) {
    const crossings = crossingsOf(polygon, y + 0.5);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil(crossings[pair]! - 0.5));
      const to = Math.min(widthPixels - 1, Math.floor(crossings[pair + 1]! - 0.5));
      for (let x = from; x <= to; x++) paint(y * widthPixels + x);
    }
  }
}

function crossingsOf(polygon: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  polygon.forEach((from, index) => {
    const to = polygon[(index + 1) % polygon.length]!;
    if (from.y < y === to.y < y) return;
    crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
  });
  return crossings.sort((a, b) => a - b);
}

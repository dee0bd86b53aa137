import type { CropRegion } from './picture-crop.ts';

/** The box around some points (`x, y, z` each) whose sides are turned clockwise by an angle. */
export function turnedBoxAround(points: Float32Array, indices: Iterable<number>, angleRadians: number): CropRegion {
  const cos = Math.cos(angleRadians);
  const sin = Math.sin(angleRadians);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const index of indices) {
    const x = points[3 * index]!;
    const y = points[3 * index + 1]!;
    left = Math.min(left, x * cos + y * sin);
    right = Math.max(right, x * cos + y * sin);
    top = Math.min(top, y * cos - x * sin);
    bottom = Math.max(bottom, y * cos - x * sin);
  }
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {
    centerX: u * cos - v * sin,
    centerY: u * sin + v * cos,
    widthPixels: right - left,
    heightPixels: bottom - top,
    angleRadians,
  };
}

/** A square `margin` times as wide as the box's longer side, its centre moved down the box by parts of its height. */
export function squareAround(box: CropRegion, margin: number, shiftDown = 0): CropRegion {
  const side = margin * Math.max(box.widthPixels, box.heightPixels);
  return {
    centerX: box.centerX - Math.sin(box.angleRadians) * shiftDown * box.heightPixels,
    centerY: box.centerY + Math.cos(box.angleRadians) * shiftDown * box.heightPixels,
    widthPixels: side,
    heightPixels: side,
    angleRadians: box.angleRadians,
  };
}

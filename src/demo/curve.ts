/** x (right) and y (down). */
export type Point = readonly [x: number, y: number];

/** The smooth curve (Catmull-Rom) through the points at `share` 0..1 of their count. */
export function curveAt(points: readonly Point[], share: number): Point {
  const place = Math.min(1, Math.max(0, share)) * (points.length - 1);
  const index = Math.min(points.length - 2, Math.floor(place));
  const t = place - index;
  const at = (offset: number): Point => points[Math.min(points.length - 1, Math.max(0, index + offset))]!;
  const along = (axis: 0 | 1): number => {
    const [before, from, to, after] = [at(-1)[axis], at(0)[axis], at(1)[axis], at(2)[axis]];
    return (
      from +
      0.5 * t * (to - before + t * (2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)))
    );
  };
  return [along(0), along(1)];
}

/** `count` points along the smooth curve, both ends included. */
export function resampled(points: readonly Point[], count: number): Point[] {
  return Array.from({ length: count }, (_, index) => curveAt(points, index / (count - 1)));
}

/** Point by point between two curves of equal length. */
export function between(from: readonly Point[], to: readonly Point[], share: number): Point[] {
  return from.map(([x, y], index) => {
    const [toX, toY] = to[index]!;
    return [x + (toX - x) * share, y + (toY - y) * share];
  });
}

/** A value between knots (x ascending), smooth through them. */
export function throughKnots(knots: readonly Point[], x: number): number {
  const last = knots.length - 1;
  if (x <= knots[0]![0]) return knots[0]![1];
  if (x >= knots[last]![0]) return knots[last]![1];
  const index = knots.findIndex(([knot]) => knot > x) - 1;
  const [[x0, y0], [x1, y1]] = [knots[index]!, knots[index + 1]!];
  const slopeAt = (at: number): number => {
    const [before, after] = [knots[Math.max(0, at - 1)]!, knots[Math.min(last, at + 1)]!];
    return (after[1] - before[1]) / (after[0] - before[0]);
  };
  const width = x1 - x0;
  const t = (x - x0) / width;
  const [m0, m1] = [slopeAt(index) * width, slopeAt(index + 1) * width];
  return y0 * (1 + 2 * t) * (1 - t) ** 2 + m0 * t * (1 - t) ** 2 + y1 * t * t * (3 - 2 * t) + m1 * t * t * (t - 1);
}

/** A shape that follows a curve: `halfWidth(share)` to either side, share 0..1 from root to tip. */
export function ribbon(points: readonly Point[], halfWidth: (share: number) => number): Point[] {
  const last = points.length - 1;
  const side = (sign: 1 | -1): Point[] =>
    points.map(([x, y], index) => {
      const [from, to] = [points[Math.max(0, index - 1)]!, points[Math.min(last, index + 1)]!];
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const length = Math.hypot(dx, dy) || 1;
      const half = sign * halfWidth(index / last);
      return [x - (dy / length) * half, y + (dx / length) * half];
    });
  return [...side(1), ...side(-1).reverse()];
}

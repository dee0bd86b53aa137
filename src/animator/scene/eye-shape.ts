import { type FaceFrame, type Point, pointOf } from '../face-frame.ts';
import type { FeatureFrame } from '../feature-frame.ts';
import type { EyePoints } from '../landmarks.ts';
import { clamp, smoothstep } from '../plane.ts';

/** Steps of the tables along the eye, from its left corner (0) to its right one (`LID_STEPS - 1`). */
export const LID_STEPS = 65;

/**
 * One eye in its own coordinates: `u` runs from the left corner (0) to the right one (1), `v` down, both in eye widths.
 * The tables give `v` of the lids and of the brow's lower edge along `u`.
 */
export interface EyeShape extends FeatureFrame {
  readonly upper: Float32Array;
  readonly lower: Float32Array;
  readonly brow: Float32Array;
  /** Upper end of the line of lashes along `u`, where the picture draws one. */
  readonly lashes?: Float32Array;
  /** How far the eye is open along `u`, and its mean over the middle. */
  readonly opening: Float32Array;
  readonly meanOpening: number;
  /** 0 at the corners, 1 where the eye is really open: everything fades with it, so nothing pops at the corners. */
  readonly openWeight: Float32Array;
  readonly irisU: number;
  readonly irisV: number;
  readonly irisRadius: number;
}

/** Measures an eye from the landmarks. */
export function eyeShapeOf(frame: FaceFrame, points: EyePoints): EyeShape {
  const [left, right] = spreadApart(
    pointOf(frame.landmarks, points.cornerLeft),
    pointOf(frame.landmarks, points.cornerRight),
  );
  const { at, place } = betweenCorners(frame, left, right);
  const contour = (indices: readonly number[]): Float32Array =>
    smoothed(table([[0, 0], ...indices.map(place), [1, 0]]), 3);
  const upper = contour(points.upperLid);
  const lower = contour(points.lowerLid);
  const [irisU, irisV] = place(points.iris[0]!);
  const radii = points.iris.slice(1).map((index) => {
    const [u, v] = place(index);
    return Math.hypot(u - irisU, v - irisV);
  });
  return {
    ...at,
    upper,
    ...openingOf(upper, lower),
    brow: smoothed(table(points.browLower.map(place).sort((a, b) => a[0] - b[0])), 3),
    irisU,
    irisV,
    irisRadius: radii.reduce((sum, radius) => sum + radius, 0) / radii.length,
  };
}

/** Where a feature of the face lies between its corners, and where in it a landmark lies: `u` along it, `v` down, in its widths. */
export function betweenCorners(frame: FaceFrame, left: Point, right: Point) {
  const widthPixels = Math.hypot(right.x - left.x, right.y - left.y);
  const axisX = (right.x - left.x) / widthPixels;
  const axisY = (right.y - left.y) / widthPixels;
  const place = (index: number): [number, number] => {
    const { x, y } = pointOf(frame.landmarks, index);
    const [dx, dy] = [(x - left.x) / widthPixels, (y - left.y) / widthPixels];
    return [dx * axisX + dy * axisY, -dx * axisY + dy * axisX];
  };
  return { at: { cornerX: left.x, cornerY: left.y, axisX, axisY, widthPixels }, place };
}

/** The same eye with another lower lid. */
export function withLowerLid(shape: EyeShape, lower: Float32Array): EyeShape {
  return { ...shape, ...openingOf(shape.upper, lower) };
}

/** The same eye drawn out beyond both corners by a part of its width; what was measured keeps its height in pixels. */
export function widened(shape: EyeShape, beyond: number): EyeShape {
  const factor = 1 + 2 * beyond;
  const back = beyond * shape.widthPixels;
  const scaled = (values: Float32Array): Float32Array => values.map((value) => value / factor);
  const upper = scaled(shape.upper);
  return {
    ...shape,
    cornerX: shape.cornerX - back * shape.axisX,
    cornerY: shape.cornerY - back * shape.axisY,
    widthPixels: factor * shape.widthPixels,
    upper,
    ...openingOf(upper, scaled(shape.lower)),
    brow: scaled(shape.brow),
    irisU: (shape.irisU + beyond) / factor,
    irisV: shape.irisV / factor,
    irisRadius: shape.irisRadius / factor,
  };
}

export function openingOf(upper: Float32Array, lower: Float32Array) {
  const opening = lower.map((value, step) => Math.max(0, value - upper[step]!));
  const middle = opening.subarray(16, 49);
  const meanOpening = middle.reduce((sum, value) => sum + value, 0) / middle.length;
  const openWeight = opening.map((value) => smoothstep(0.02, 0.55 * meanOpening, value));
  return { lower, opening, meanOpening, openWeight };
}

/** The mesh's corners lie a little inside the drawn ones; a lid that closes only between them leaves specks of white. */
const CORNER_MARGIN = 0.06;

function spreadApart(left: Point, right: Point): readonly [Point, Point] {
  const [dx, dy] = [CORNER_MARGIN * (right.x - left.x), CORNER_MARGIN * (right.y - left.y)];
  return [
    { x: left.x - dx, y: left.y - dy },
    { x: right.x + dx, y: right.y + dy },
  ];
}

/** The table's value at `u`, held beyond the corners. */
export function along(table: Float32Array, u: number): number {
  const position = clamp(u, 0, 1) * (LID_STEPS - 1);
  const step = Math.min(LID_STEPS - 2, position | 0);
  return table[step]! + (table[step + 1]! - table[step]!) * (position - step);
}

/** Points joined by straight lines and read at `LID_STEPS` even places; held before the first and after the last. */
export function table(points: readonly (readonly [number, number])[]): Float32Array {
  return Float32Array.from({ length: LID_STEPS }, (_, step) => {
    const u = step / (LID_STEPS - 1);
    const next = points.findIndex(([place]) => place >= u);
    if (next === 0) return points[0]![1];
    if (next < 0) return points.at(-1)![1];
    const [fromU, fromV] = points[next - 1]!;
    const [toU, toV] = points[next]!;
    return fromV + ((toV - fromV) * (u - fromU)) / Math.max(1e-6, toU - fromU);
  });
}

export function smoothed(values: Float32Array, passes: number): Float32Array {
  let smooth = values;
  for (let pass = 0; pass < passes; pass++) {
    smooth = smooth.map((value, step, all) =>
      step === 0 || step === LID_STEPS - 1 ? value : 0.25 * all[step - 1]! + 0.5 * value + 0.25 * all[step + 1]!,
    );
  }
  return smooth;
}

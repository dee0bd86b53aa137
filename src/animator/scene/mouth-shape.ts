import type { Canvas } from '../../domain/picture/canvas.ts';
import { type FaceFrame, pointOf } from '../face-frame.ts';
import { type FeatureFrame, inCanvas, lumaOf } from '../feature-frame.ts';
import { CHIN, LIP_UPPER_INNER, LIPS, MOUTH_CORNER_LEFT, MOUTH_CORNER_RIGHT, NOSE_BASE } from '../landmarks.ts';
import { clamp } from '../plane.ts';
import { along, betweenCorners, LID_STEPS, smoothed, table } from './eye-shape.ts';

/**
 * A mouth in its own coordinates: `u` runs from the left corner (0) to the right one (1), `v` down, both in mouth widths. The
 * tables give `v` of the lips' edges along `u`.
 */
export interface MouthShape extends FeatureFrame {
  readonly outerUpper: Float32Array;
  readonly innerUpper: Float32Array;
  readonly innerLower: Float32Array;
  readonly outerLower: Float32Array;
  /** How far it is open in the picture: mean over the middle, and along `u`. */
  readonly restOpening: number;
  readonly opening: Float32Array;
  /** `u` of the middle of the upper lip: not half-way in a face that is turned. */
  readonly middleU: number;
  /** `v` of the nose's base and of the chin. */
  readonly noseV: number;
  readonly chinV: number;
}

/** Measures a mouth from the landmarks; the line between closed lips is looked for in the picture. */
export function mouthShapeOf(canvas: Canvas, frame: FaceFrame): MouthShape {
  const left = pointOf(frame.landmarks, MOUTH_CORNER_LEFT);
  const right = pointOf(frame.landmarks, MOUTH_CORNER_RIGHT);
  const { at, place } = betweenCorners(frame, left, right);
  const edge = (indices: readonly number[], isInner: boolean): Float32Array => {
    const corners = isInner ? [LIPS.innerCornerLeft, LIPS.innerCornerRight].map(place) : [];
    const points = [...indices.map(place), ...corners].sort((a, b) => a[0] - b[0]);
    return smoothed(table([[0, 0], ...points, [1, 0]]), 2);
  };
  const shape = {
    ...at,
    outerUpper: edge(LIPS.outerUpper, false),
    innerUpper: edge(LIPS.innerUpper, true),
    innerLower: edge(LIPS.innerLower, true),
    outerLower: edge(LIPS.outerLower, false),
    middleU: clamp(place(LIP_UPPER_INNER)[0], 0.3, 0.7),
    noseV: place(NOSE_BASE)[1],
    chinV: place(CHIN)[1],
  };
  const measured = { ...shape, ...openingOf(shape.innerUpper, shape.innerLower) };
  return measured.restOpening > CLOSED_BELOW ? measured : onDrawnLine(canvas, measured);
}

/** In mouth widths: the mesh leaves so much between lips that touch. */
const CLOSED_BELOW = 0.035;

function openingOf(upper: Float32Array, lower: Float32Array) {
  const opening = lower.map((value, step) => Math.max(0, value - upper[step]!));
  const middle = opening.subarray(16, 49);
  return { opening, restOpening: middle.reduce((sum, value) => sum + value, 0) / middle.length };
}

/** In mouth widths: how far from the mesh the line is looked for, and how finely. */
const SEARCH = { reach: 0.075, step: 0.0125 };

/** The same mouth with both inner edges on the darkest line near them, which is where painters part the lips. */
function onDrawnLine(canvas: Canvas, shape: MouthShape): MouthShape {
  const rest = shape.innerUpper.map((upper, step) => (upper + shape.innerLower[step]!) / 2);
  const offsets = rest.map((v, step) => {
    const u = step / (LID_STEPS - 1);
    let [best, darkest] = [0, Number.POSITIVE_INFINITY];
    for (let offset = -SEARCH.reach; offset <= SEARCH.reach; offset += SEARCH.step) {
      // far from the mesh a line has to be much darker to be the mouth's
      const luma = lumaAt(canvas, shape, u, v + offset) + 260 * Math.abs(offset);
      if (luma < darkest) [best, darkest] = [offset, luma];
    }
    return best * Math.min(1, 8 * u, 8 * (1 - u));
  });
  const line = smoothed(offsets, 12).map((offset, step) => rest[step]! + offset);
  return { ...shape, innerUpper: line, innerLower: line, ...openingOf(line, line) };
}

/**
 * How much darker the line between the lips is than the lips around it, 0..1, or for an open mouth how unlike its inside is to
 * the lips: near 0 there is no mouth where the mesh sees one.
 */
export function mouthContrastOf(canvas: Canvas, shape: MouthShape): number {
  let [sum, count] = [0, 0];
  for (let u = 0.2; u <= 0.801; u += 0.05, count++) {
    const line = (along(shape.innerUpper, u) + along(shape.innerLower, u)) / 2;
    const half = along(shape.opening, u) / 2;
    const around = (lumaAt(canvas, shape, u, line - half - 0.08) + lumaAt(canvas, shape, u, line + half + 0.1)) / 2;
    const inside = lumaAt(canvas, shape, u, line);
    sum += shape.restOpening > CLOSED_BELOW ? Math.abs(around - inside) / around : (around - inside) / around;
  }
  return clamp(sum / count, 0, 1);
}

/** Luma of the canvas at a place of the mouth, the mean of a small square, 1..255. */
function lumaAt(canvas: Canvas, shape: MouthShape, u: number, v: number): number {
  const { widthPixels, heightPixels, rgba } = canvas;
  const { x, y } = inCanvas(shape, u, v);
  const column = clamp(Math.round(x), 1, widthPixels - 2);
  const row = clamp(Math.round(y), 1, heightPixels - 2);
  let sum = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const at = ((row + dy) * widthPixels + column + dx) * 4;
      sum += lumaOf(rgba, at);
    }
  }
  return Math.max(1, sum / 9);
}

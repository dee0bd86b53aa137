import { type FaceFrame, type Point, pointOf } from '../face-frame.ts';
import {
  CHEEK_LEFT,
  CHEEK_RIGHT,
  EYE_LEFT,
  EYE_RIGHT,
  LIP_LOWER_INNER,
  LIP_UPPER_INNER,
  MOUTH_CORNER_LEFT,
  MOUTH_CORNER_RIGHT,
} from '../landmarks.ts';
import { clamp } from '../plane.ts';
import { overNodes, type RigGrid } from './rig-grid.ts';

/** How far each node moves at full expression, in canvas pixels. */
export interface DisplacementField {
  readonly right: Float32Array;
  readonly down: Float32Array;
}

export interface ExpressionFields {
  readonly smile: DisplacementField;
  /** The cheeks of a smile alone. */
  readonly cheekRaise: DisplacementField;
  /** What of a smile the corner on the right of the picture does alone, less what the left one does. */
  readonly smileAskew: DisplacementField;
  readonly frown: DisplacementField;
  readonly browRaise: DisplacementField;
  readonly browWorry: DisplacementField;
  readonly browLower: DisplacementField;
}

/** Displacement in the face's own axes, in canvas pixels: `u` to the right along the eyes, `v` down the face. */
interface FaceShift {
  u: number;
  v: number;
}

/** The expressions a face can make without anything being drawn new. */
export function expressionFieldsOf(grid: RigGrid, frame: FaceFrame): ExpressionFields {
  const mouth = mouthOf(frame);
  const smileScale = smileScaleOf(mouth);
  const field = (shiftAt: (x: number, y: number) => FaceShift): DisplacementField => inCanvas(grid, frame, shiftAt);
  return {
    smile: field((x, y) => sum(smileAt(mouth, x, y, smileScale), cheeksAt(frame, x, y, smileScale))),
    cheekRaise: field((x, y) => cheeksAt(frame, x, y, 1)),
    smileAskew: field((x, y) => askewAt(mouth, x, y, smileScale)),
    frown: field((x, y) => frownAt(mouth, x, y)),
    browRaise: field((x, y) => browRaiseAt(frame, x, y)),
    browWorry: field((x, y) => innerBrowsAt(frame, x, y, { inwards: 0.01, up: 0.034 })),
    browLower: field((x, y) => innerBrowsAt(frame, x, y, { inwards: 0.014, up: -0.022 })),
  };
}

/** For a face that keeps still. */
export function noExpressions(grid: RigGrid): ExpressionFields {
  const values = new Float32Array(grid.columns * grid.rows);
  const none = { right: values, down: values };
  return {
    ...{ smile: none, cheekRaise: none, smileAskew: none, frown: none },
    ...{ browRaise: none, browWorry: none, browLower: none },
  };
}

const sum = (a: FaceShift, b: FaceShift): FaceShift => ({ u: a.u + b.u, v: a.v + b.v });

function inCanvas(grid: RigGrid, frame: FaceFrame, shiftAt: (x: number, y: number) => FaceShift): DisplacementField {
  const down = new Float32Array(grid.columns * grid.rows);
  const right = overNodes(grid, (x, y, node) => {
    const { u, v } = shiftAt(x, y);
    down[node] = u * frame.axisY + v * frame.axisX;
    return u * frame.axisX - v * frame.axisY;
  });
  return { right, down };
}

interface Mouth {
  readonly centre: Point;
  /** Unit vector from the left corner to the right one. */
  readonly axis: Point;
  readonly halfLeftPixels: number;
  readonly halfRightPixels: number;
  /** How far the corners already lie above the middle, in mouth widths: a picture that smiles needs less. */
  readonly lift: number;
  /** How far the lips are apart, in mouth widths. */
  readonly opening: number;
}

function mouthOf({ landmarks }: FaceFrame): Mouth {
  const left = pointOf(landmarks, MOUTH_CORNER_LEFT);
  const right = pointOf(landmarks, MOUTH_CORNER_RIGHT);
  const upper = pointOf(landmarks, LIP_UPPER_INNER);
  const lower = pointOf(landmarks, LIP_LOWER_INNER);
  const width = Math.hypot(right.x - left.x, right.y - left.y);
  const axis = { x: (right.x - left.x) / width, y: (right.y - left.y) / width };
  const lips = { x: (upper.x + lower.x) / 2, y: (upper.y + lower.y) / 2 };
  // the far half of a turned mouth is shorter; each half keeps its own length so that neither is over-stretched
  const along = (lips.x - left.x) * axis.x + (lips.y - left.y) * axis.y;
  const below = -(lips.x - left.x) * axis.y + (lips.y - left.y) * axis.x;
  return {
    centre: { x: lips.x, y: lips.y },
    axis,
    halfLeftPixels: clamp(along, 0.3 * width, 0.7 * width),
    halfRightPixels: clamp(width - along, 0.3 * width, 0.7 * width),
    lift: below / width,
    opening: Math.hypot(lower.x - upper.x, lower.y - upper.y) / width,
  };
}

/** A face that smiles already, or shows its teeth, is bent less: a second smile on top of the first looks like a mask. */
function smileScaleOf(mouth: Mouth): number {
  const alreadySmiling = clamp(1 - (mouth.lift - 0.07) / 0.17, 0.4, 1);
  const teeth = clamp(1 - (mouth.opening - 0.08) / 0.25, 0.45, 1);
  return alreadySmiling * teeth;
}

/** Position in the mouth: `s` -1..1 from corner to corner, `q` down, both in half mouth widths. */
function inMouth(mouth: Mouth, x: number, y: number) {
  const dx = x - mouth.centre.x;
  const dy = y - mouth.centre.y;
  const along = dx * mouth.axis.x + dy * mouth.axis.y;
  const half = (mouth.halfLeftPixels + mouth.halfRightPixels) / 2;
  const s = along / (along < 0 ? mouth.halfLeftPixels : mouth.halfRightPixels);
  return { s, q: (-dx * mouth.axis.y + dy * mouth.axis.x) / half, half };
}

/**
 * Bends the line of the lips. Bending is what reads as a smile: corners that are only pulled up look sullen. The constants
 * were found by looking at seven very different faces.
 */
function smileAt(mouth: Mouth, x: number, y: number, scale: number): FaceShift {
  const { s, q, half } = inMouth(mouth, x, y);
  const reach = Math.min(Math.abs(s), 1.05);
  const weight = mouthWeight(s, q, 0.62, 0.55) * scale * half;
  const thinning = 0.1 * q * Math.exp(-0.5 * (q / 0.22) ** 2) * Math.max(0, 1 - s * s) * scale * half;
  return {
    u: Math.sign(s) * 0.19 * reach * weight,
    v: -0.4 * (reach * reach - 0.22) * weight - thinning,
  };
}

function askewAt(mouth: Mouth, x: number, y: number, scale: number): FaceShift {
  const { u, v } = smileAt(mouth, x, y, scale);
  const side = clamp(2 * inMouth(mouth, x, y).s, -1, 1);
  return { u: side * u, v: side * v };
}

function frownAt(mouth: Mouth, x: number, y: number): FaceShift {
  const { s, q, half } = inMouth(mouth, x, y);
  const reach = Math.min(Math.abs(s), 1.05);
  const weight = mouthWeight(s, q, 0.5, 0.55) * half;
  return { u: -Math.sign(s) * 0.03 * reach * weight, v: 0.24 * (reach * reach - 0.22) * weight };
}

function mouthWeight(s: number, q: number, above: number, below: number): number {
  const beside = Math.abs(s) <= 1.05 ? 1 : Math.exp(-(((Math.abs(s) - 1.05) / 0.5) ** 2));
  return beside * Math.exp(-0.5 * (q / (q < 0 ? above : below)) ** 2);
}

/** The bell of a landmark: 1 at it, falling off with the given spreads (in face widths). */
function bell(frame: FaceFrame, index: number, x: number, y: number, spreadU: number, spreadV: number): number {
  const at = pointOf(frame.landmarks, index);
  const dx = (x - at.x) / frame.faceWidthPixels;
  const dy = (y - at.y) / frame.faceWidthPixels;
  const u = dx * frame.axisX + dy * frame.axisY;
  const v = -dx * frame.axisY + dy * frame.axisX;
  return Math.exp(-0.5 * ((u / spreadU) ** 2 + (v / spreadV) ** 2));
}

function cheeksAt(frame: FaceFrame, x: number, y: number, scale: number): FaceShift {
  const left = bell(frame, CHEEK_LEFT, x, y, 0.13, 0.11);
  const right = bell(frame, CHEEK_RIGHT, x, y, 0.13, 0.11);
  const fw = frame.faceWidthPixels * scale;
  return { u: 0.008 * fw * (right - left), v: -0.026 * fw * (left + right) };
}

function browRaiseAt(frame: FaceFrame, x: number, y: number): FaceShift {
  const [leftMiddle, leftInner] = [EYE_LEFT.browUpper[2]!, EYE_LEFT.browUpper[3]!];
  const [rightInner, rightMiddle] = [EYE_RIGHT.browUpper[1]!, EYE_RIGHT.browUpper[2]!];
  const at = (index: number): number => bell(frame, index, x, y, 0.12, 0.06);
  const weight = at(leftMiddle) + at(rightMiddle) + 0.6 * (at(leftInner) + at(rightInner));
  return { u: 0, v: -0.035 * frame.faceWidthPixels * Math.min(1.2, weight) };
}

function innerBrowsAt(frame: FaceFrame, x: number, y: number, by: { inwards: number; up: number }): FaceShift {
  const left = bell(frame, EYE_LEFT.browUpper[4]!, x, y, 0.085, 0.06);
  const right = bell(frame, EYE_RIGHT.browUpper[0]!, x, y, 0.085, 0.06);
  const fw = frame.faceWidthPixels;
  return { u: by.inwards * fw * (left - right), v: -by.up * fw * Math.min(1, left + right) };
}

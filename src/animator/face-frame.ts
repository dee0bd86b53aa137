import { CHEEK_EDGE_LEFT, CHEEK_EDGE_RIGHT, CHIN, EYE_LEFT, EYE_RIGHT, FACE_OVAL, FOREHEAD_TOP } from './landmarks.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The face's own coordinate system, in which the rig is written: origin midway between the ears, `u` along the line of the
 * eyes to the right of the picture, `v` down the face, both in canvas pixels.
 */
export interface FaceFrame {
  readonly landmarks: Float32Array;
  readonly originX: number;
  readonly originY: number;
  /** Unit vector of `u` in the canvas; `v` is this turned by 90 degrees clockwise on the screen. */
  readonly axisX: number;
  readonly axisY: number;
  /** Ear to ear and forehead to chin, in three dimensions: the units of everything. */
  readonly faceWidthPixels: number;
  readonly faceHeightPixels: number;
  /** Mean distance of an eye's corners. */
  readonly eyeWidthPixels: number;
  /** `v` of chin and forehead. */
  readonly chinV: number;
  readonly foreheadV: number;
  /** Depth of the ears: the axis the head turns around. */
  readonly axisDepth: number;
  /** Positive when the nose points to the right of the picture. */
  readonly yawDegrees: number;
}

/** Measures the frame of a face from its `478 x 3` landmarks. */
export function faceFrameOf(landmarks: Float32Array): FaceFrame {
  const [earLeft, earRight] = [pointOf(landmarks, CHEEK_EDGE_LEFT), pointOf(landmarks, CHEEK_EDGE_RIGHT)];
  const [eyeLeft, eyeRight] = [pointOf(landmarks, EYE_LEFT.cornerLeft), pointOf(landmarks, EYE_RIGHT.cornerRight)];
  const length = Math.hypot(eyeRight.x - eyeLeft.x, eyeRight.y - eyeLeft.y);
  const frame = {
    landmarks,
    originX: (earLeft.x + earRight.x) / 2,
    originY: (earLeft.y + earRight.y) / 2,
    axisX: (eyeRight.x - eyeLeft.x) / length,
    axisY: (eyeRight.y - eyeLeft.y) / length,
    faceWidthPixels: distance(landmarks, CHEEK_EDGE_LEFT, CHEEK_EDGE_RIGHT),
    faceHeightPixels: distance(landmarks, FOREHEAD_TOP, CHIN),
    eyeWidthPixels:
      (distance(landmarks, EYE_LEFT.cornerLeft, EYE_LEFT.cornerRight) +
        distance(landmarks, EYE_RIGHT.cornerLeft, EYE_RIGHT.cornerRight)) /
      2,
    axisDepth: (depthOf(landmarks, CHEEK_EDGE_LEFT) + depthOf(landmarks, CHEEK_EDGE_RIGHT)) / 2,
    yawDegrees: yawOf(landmarks),
  };
  const across = (index: number): number => {
    const { x, y } = pointOf(landmarks, index);
    return -(x - frame.originX) * frame.axisY + (y - frame.originY) * frame.axisX;
  };
  return { ...frame, chinV: across(CHIN), foreheadV: across(FOREHEAD_TOP) };
}

/** Where a landmark lies in the canvas. */
export function pointOf(landmarks: Float32Array, index: number): Point {
  return { x: landmarks[index * 3]!, y: landmarks[index * 3 + 1]! };
}

/** The face's coordinates of a canvas point. */
export function toFace(frame: FaceFrame, x: number, y: number): { readonly u: number; readonly v: number } {
  const dx = x - frame.originX;
  const dy = y - frame.originY;
  return { u: dx * frame.axisX + dy * frame.axisY, v: -dx * frame.axisY + dy * frame.axisX };
}

/** The outline of the face in the canvas. */
export function faceOvalOf(landmarks: Float32Array): Point[] {
  return FACE_OVAL.map((index) => pointOf(landmarks, index));
}

function depthOf(landmarks: Float32Array, index: number): number {
  return landmarks[index * 3 + 2]!;
}

function distance(landmarks: Float32Array, a: number, b: number): number {
  return Math.hypot(
    landmarks[a * 3]! - landmarks[b * 3]!,
    landmarks[a * 3 + 1]! - landmarks[b * 3 + 1]!,
    landmarks[a * 3 + 2]! - landmarks[b * 3 + 2]!,
  );
}

function yawOf(landmarks: Float32Array): number {
  const left = CHEEK_EDGE_LEFT * 3;
  const right = CHEEK_EDGE_RIGHT * 3;
  const radians = Math.atan2(landmarks[right + 2]! - landmarks[left + 2]!, landmarks[right]! - landmarks[left]!);
  return (radians * 180) / Math.PI;
}

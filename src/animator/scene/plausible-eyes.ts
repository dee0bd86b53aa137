import { type FaceFrame, type Point, pointOf } from '../face-frame.ts';
import { LIP_UPPER_INNER } from '../landmarks.ts';
import { along, type EyeShape } from './eye-shape.ts';

/** What was measured on 22 faces of every style (paintings, renders, line art, drawn characters; turned up to 21 degrees). */
interface EyeProportions {
  /** From eye to eye, in face widths: 0.40 to 0.51. */
  readonly apart: number;
  /** Width of the smaller and the larger eye, in distances of the eyes: 0.43 to 0.63. */
  readonly widths: readonly [number, number];
  /** From the eyes down to the lips, in face heights: 0.35 to 0.44. */
  readonly aboveMouth: number;
  /** How far the less and the more open eye are open, in eye widths: 0.09 to 0.39. */
  readonly openings: readonly [number, number];
  /** Where the irises lie between their lids, 0 the upper one, and between their corners: 0.25 to 0.57, and 0.42 to 0.62. */
  readonly irisesDown: readonly [number, number];
  readonly irisesAcross: readonly [number, number];
}

/** Beyond these the mesh has not found this face but made one up, as it does on muzzles, masks and helmets. */
const PLAUSIBLE: Readonly<Record<keyof EyeProportions, readonly [least: number, most: number]>> = {
  apart: [0.34, 0.62],
  widths: [0.34, 0.75],
  aboveMouth: [0.28, 0.52],
  openings: [0.05, 0.62],
  irisesDown: [0.1, 0.9],
  irisesAcross: [0.22, 0.78],
};

/** Whether two eyes lie in a face as eyes do: asked before a lid is drawn where they are said to be. */
export function eyesArePlausible(frame: FaceFrame, eyes: readonly [EyeShape, EyeShape]): boolean {
  const proportions = proportionsOf(frame, eyes);
  return Object.entries(PLAUSIBLE).every(([name, [least, most]]) =>
    [proportions[name as keyof EyeProportions]].flat().every((value) => value >= least && value <= most),
  );
}

function proportionsOf(frame: FaceFrame, eyes: readonly [EyeShape, EyeShape]): EyeProportions {
  const [left, right] = eyes.map(middleOf) as [Point, Point];
  const apart = Math.hypot(left.x - right.x, left.y - right.y);
  const mouth = pointOf(frame.landmarks, LIP_UPPER_INNER);
  const [dx, dy] = [mouth.x - (left.x + right.x) / 2, mouth.y - (left.y + right.y) / 2];
  const both = (measure: (eye: EyeShape) => number) => [measure(eyes[0]), measure(eyes[1])] as const;
  return {
    apart: apart / frame.faceWidthPixels,
    widths: both(({ widthPixels }) => widthPixels / Math.max(1, apart)),
    aboveMouth: (dy * frame.axisX - dx * frame.axisY) / frame.faceHeightPixels,
    openings: both(({ meanOpening }) => meanOpening),
    irisesDown: both(({ irisU, irisV, upper, lower }) => {
      const [top, bottom] = [along(upper, irisU), along(lower, irisU)];
      return (irisV - top) / Math.max(1e-3, bottom - top);
    }),
    irisesAcross: both(({ irisU }) => irisU),
  };
}

function middleOf({ cornerX, cornerY, axisX, axisY, widthPixels }: EyeShape): Point {
  return { x: cornerX + (axisX * widthPixels) / 2, y: cornerY + (axisY * widthPixels) / 2 };
}

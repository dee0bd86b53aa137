import type { FaceFrame } from '../face-frame.ts';
import { clamp, type Plane } from '../plane.ts';

/** A figure as wide as this many face widths under the chin has shoulders there. */
const SHOULDER_WIDTH = 1.75;

export interface ShoulderLine {
  /** `v` (face coordinates, pixels) at which the shoulders begin. */
  readonly shoulderV: number;
  /** False when the picture ends at the neck. */
  readonly visible: boolean;
}

/**
 * The first row below the chin in which the figure is wider than 1.75 face widths, held between 0.30 and 0.75 face heights
 * under the chin (within 0.11 face heights of a pose model's shoulders on 44 pictures).
 */
export function shoulderLineOf(matte: Plane, frame: FaceFrame): ShoulderLine {
  const { faceHeightPixels: fh, faceWidthPixels: fw } = frame;
  const chinY = frame.originY + frame.chinV;
  let found = Number.POSITIVE_INFINITY;
  for (let y = Math.round(chinY + 0.1 * fh); y < matte.heightPixels; y += 2) {
    if (runAround(matte, Math.round(frame.originX), y) < SHOULDER_WIDTH * fw) continue;
    found = y - chinY;
    break;
  }
  const below = clamp(found, 0.3 * fh, 0.75 * fh);
  return { shoulderV: frame.chinV + below, visible: chinY + 0.55 * fh < matte.heightPixels };
}

/** Length of the figure's run in row `y` around column `x`; 0 when the pixel is not figure. */
function runAround({ widthPixels, values }: Plane, x: number, y: number): number {
  const row = y * widthPixels;
  let left = clamp(x, 0, widthPixels - 1);
  let right = left;
  while (left > 0 && values[row + left]! > 0.5) left--;
  while (right < widthPixels - 1 && values[row + right]! > 0.5) right++;
  return right - left;
}

import { describe, expect, it } from 'vitest';
import type { Canvas } from '../../domain/picture/canvas.ts';
import { withDrawnLowerLid } from './drawn-lid.ts';
import { type EyeShape, LID_STEPS } from './eye-shape.ts';

const WIDTH = 200;
const HEIGHT = 160;
const EYE_WIDTH = 100;
const LOWER_LID = 0.15;

/** An eye 100 pixels wide whose mesh ends at `LOWER_LID`. */
const shape: EyeShape = {
  cornerX: 50,
  cornerY: 60,
  axisX: 1,
  axisY: 0,
  widthPixels: EYE_WIDTH,
  upper: new Float32Array(LID_STEPS).fill(-0.2),
  lower: new Float32Array(LID_STEPS).fill(LOWER_LID),
  brow: new Float32Array(LID_STEPS).fill(-0.6),
  opening: new Float32Array(LID_STEPS).fill(0.35),
  meanOpening: 0.35,
  openWeight: new Float32Array(LID_STEPS).fill(1),
  irisU: 0.5,
  irisV: 0,
  irisRadius: 0.2,
};

/** Skin, with white of the eye down to `endOf(u)` and the line of a lid under it. */
function drawnEye(endOf: (u: number) => number): Canvas {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 4) {
      const u = (x - shape.cornerX) / EYE_WIDTH;
      const below = (y - shape.cornerY) / EYE_WIDTH - endOf(u);
      const level = below < -0.02 ? [240, 240, 245] : below < 0 ? [60, 30, 20] : [215, 170, 140];
      rgba.set([...level, 255], at);
    }
  }
  return { widthPixels: WIDTH, heightPixels: HEIGHT, rgba };
}

describe('the lower lid of a large drawn eye', () => {
  it('lies where the picture draws it, and the eye is that much more open', () => {
    const fitted = withDrawnLowerLid(
      drawnEye(() => LOWER_LID + 0.12),
      shape,
    );
    expect(fitted.lower[32]).toBeCloseTo(LOWER_LID + 0.12, 1);
    expect(fitted.meanOpening).toBeGreaterThan(shape.meanOpening + 0.08);
    expect(fitted.lower[0]).toBeCloseTo(LOWER_LID);
  });

  it('is left where the mesh has it when the eye ends there', () => {
    expect(
      withDrawnLowerLid(
        drawnEye(() => LOWER_LID),
        shape,
      ),
    ).toBe(shape);
  });

  it('is left where the mesh has it when the places along the eye do not agree', () => {
    expect(
      withDrawnLowerLid(
        drawnEye((u) => LOWER_LID + 0.3 * u),
        shape,
      ),
    ).toBe(shape);
  });
});

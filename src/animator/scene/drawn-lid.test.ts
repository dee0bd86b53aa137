import { describe, expect, it } from 'vitest';
import type { Canvas } from '../../domain/picture/canvas.ts';
import { withDrawnLids } from './drawn-lid.ts';
import { type EyeShape, LID_STEPS } from './eye-shape.ts';

const WIDTH = 200;
const HEIGHT = 260;
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

/** Its neighbour, lower in the canvas. */
const other: EyeShape = { ...shape, cornerY: 180 };

/** Skin, with the white of two eyes down to `endOf(u)` of each and the line of a lid under it. */
function drawnEyes(...ends: readonly [(u: number) => number, (u: number) => number]): Canvas {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    const eye = y < 120 ? shape : other;
    for (let x = 0; x < WIDTH; x++, at += 4) {
      const below = (y - eye.cornerY) / EYE_WIDTH - ends[eye === shape ? 0 : 1]((x - eye.cornerX) / EYE_WIDTH);
      const level = below < -0.02 ? [240, 240, 245] : below < 0 ? [60, 30, 20] : [215, 170, 140];
      rgba.set([...level, 255], at);
    }
  }
  return { widthPixels: WIDTH, heightPixels: HEIGHT, rgba };
}

const fitted = () => LOWER_LID;
const large = () => LOWER_LID + 0.12;

describe('the lower lids of large drawn eyes', () => {
  it('lie where the picture draws them, and the eyes are that much more open and wider', () => {
    for (const [index, eye] of withDrawnLids(drawnEyes(large, large), [shape, other]).entries()) {
      const before = [shape, other][index]!;
      const lowerPixels = eye.lower[32]! * eye.widthPixels;
      expect(Math.abs(lowerPixels - (LOWER_LID + 0.12) * EYE_WIDTH)).toBeLessThan(3);
      expect(eye.meanOpening * eye.widthPixels).toBeGreaterThan((before.meanOpening + 0.08) * EYE_WIDTH);
      expect(eye.cornerX).toBeLessThan(before.cornerX);
    }
  });

  it('are left where the mesh has them when the eyes end there', () => {
    const eyes = [shape, other] as const;
    expect(withDrawnLids(drawnEyes(fitted, fitted), eyes)).toBe(eyes);
  });

  it('are left when only one eye seems to be larger: that is a shadow under it', () => {
    const eyes = [shape, other] as const;
    expect(withDrawnLids(drawnEyes(large, fitted), eyes)).toBe(eyes);
    expect(withDrawnLids(drawnEyes(fitted, large), eyes)).toBe(eyes);
  });

  it('are left when the places along the eye do not agree', () => {
    const slanted = (u: number): number => LOWER_LID + 0.3 * u;
    const eyes = [shape, other] as const;
    expect(withDrawnLids(drawnEyes(slanted, slanted), eyes)).toBe(eyes);
  });
});

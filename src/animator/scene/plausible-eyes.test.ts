import { describe, expect, it } from 'vitest';
import { FACE_LANDMARK_COUNT } from '../../domain/picture/perceived.ts';
import type { FaceFrame } from '../face-frame.ts';
import { LIP_UPPER_INNER } from '../landmarks.ts';
import { type EyeShape, LID_STEPS } from './eye-shape.ts';
import { eyesArePlausible } from './plausible-eyes.ts';

const eyeAt = (cornerX: number, more: Partial<EyeShape> = {}): EyeShape => ({
  cornerX,
  cornerY: 100,
  axisX: 1,
  axisY: 0,
  widthPixels: 50,
  upper: new Float32Array(LID_STEPS).fill(-0.14),
  lower: new Float32Array(LID_STEPS).fill(0.14),
  brow: new Float32Array(LID_STEPS).fill(-0.5),
  opening: new Float32Array(LID_STEPS).fill(0.28),
  meanOpening: 0.28,
  openWeight: new Float32Array(LID_STEPS).fill(1),
  irisU: 0.5,
  irisV: 0,
  irisRadius: 0.2,
  ...more,
});

/** A face 200 pixels wide and 250 high; the lips 100 pixels below the eyes. */
function frameWith(mouthY = 200): FaceFrame {
  const landmarks = new Float32Array(3 * FACE_LANDMARK_COUNT);
  landmarks.set([175, mouthY, 0], 3 * LIP_UPPER_INNER);
  return { landmarks, axisX: 1, axisY: 0, faceWidthPixels: 200, faceHeightPixels: 250 } as FaceFrame;
}

describe('eyes', () => {
  it('are believed where eyes are', () => {
    expect(eyesArePlausible(frameWith(), [eyeAt(100), eyeAt(200)])).toBe(true);
  });

  it.each([
    ['at the sides of the head, as an animal has them', frameWith(), eyeAt(60), eyeAt(240)],
    ['next to each other', frameWith(), eyeAt(130), eyeAt(185)],
    ['far above a muzzle', frameWith(260), eyeAt(100), eyeAt(200)],
    ['of very different size', frameWith(), eyeAt(100), eyeAt(180, { widthPixels: 90 })],
    ['that are slits', frameWith(), eyeAt(100, { meanOpening: 0.02 }), eyeAt(200)],
    ['whose iris lies on the lid', frameWith(), eyeAt(100), eyeAt(200, { irisV: 0.2 })],
  ])('are not drawn on %s', (_, frame, left, right) => {
    expect(eyesArePlausible(frame, [left, right])).toBe(false);
  });
});

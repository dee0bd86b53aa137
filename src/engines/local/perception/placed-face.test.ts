import { describe, expect, it } from 'vitest';
import { demoPicture } from '../../../../test/support/pictures.ts';
import { landmarksFromPoints } from '../../../animator/placed-face.ts';
import { type FacePoints, facePointsFault } from '../../../domain/picture/face-points.ts';
import { createPictureReader } from '../../../media/read-picture.ts';
import { loadCanonicalFace } from './canonical-face.ts';
import { createPerception } from './perceive.ts';

const picture = await createPictureReader().read({ path: (await demoPicture('mira')).path });
if (!picture.ok) throw new Error(picture.sentence);
const { canvas } = picture;
const { widthPixels, heightPixels } = canvas;
const perception = createPerception();
const found = perception.perceive(canvas).face!.landmarks;

const middle = (...indices: number[]) => {
  const mean = (axis: number): number => indices.reduce((sum, index) => sum + found[index * 3 + axis]!, 0) / indices.length;
  return { x: mean(0) / widthPixels, y: mean(1) / heightPixels };
};
/** Where a careful person would click. */
const POINTS: FacePoints = {
  eyeLeft: middle(33, 133, 159, 145),
  eyeRight: middle(263, 362, 386, 374),
  noseTip: middle(4),
  mouth: middle(13, 14),
  chin: middle(152),
};

function meanErrorShare(landmarks: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < 468 * 3; at += 3) sum += Math.hypot(landmarks[at]! - found[at]!, landmarks[at + 1]! - found[at + 1]!);
  return sum / 468 / Math.hypot(found[234 * 3]! - found[454 * 3]!, found[234 * 3 + 1]! - found[454 * 3 + 1]!);
}

describe('a face placed by hand', () => {
  it('lies where the machine finds it, from five points alone', () => {
    const placed = landmarksFromPoints(loadCanonicalFace().positions, POINTS, widthPixels, heightPixels);
    expect(placed).toHaveLength(478 * 3);
    expect(meanErrorShare(placed)).toBeLessThan(0.05);
  });

  it('tilts and turns with the points', () => {
    const turned = { ...POINTS, noseTip: { ...POINTS.noseTip, x: POINTS.noseTip.x + 0.03 } };
    const landmarks = landmarksFromPoints(loadCanonicalFace().positions, turned, widthPixels, heightPixels);
    expect(landmarks[454 * 3 + 2]! - landmarks[234 * 3 + 2]!).toBeGreaterThan(10);
  });

  it('takes the place of what the machine sees', () => {
    const aside: FacePoints = {
      eyeLeft: { x: 0.7, y: 0.1 },
      eyeRight: { x: 0.8, y: 0.1 },
      noseTip: { x: 0.75, y: 0.13 },
      mouth: { x: 0.75, y: 0.16 },
      chin: { x: 0.75, y: 0.19 },
    };
    const { face, personMatte } = perception.perceive(canvas, aside);
    expect(face!.box.leftPixels).toBeGreaterThan(0.6 * widthPixels);
    expect(personMatte).toHaveLength(widthPixels * heightPixels);
  });

  it('is refused with a sentence when it cannot be one', () => {
    expect(facePointsFault(POINTS, 0.75)).toBeUndefined();
    expect(facePointsFault({ ...POINTS, chin: { x: 0.5, y: 1.2 } }, 0.75)).toContain('inside the picture');
    expect(facePointsFault({ ...POINTS, eyeRight: POINTS.eyeLeft }, 0.75)).toContain('too close');
    expect(facePointsFault({ ...POINTS, chin: POINTS.mouth, mouth: POINTS.chin }, 0.75)).toContain('must follow each other');
    expect(facePointsFault({ ...POINTS, eyeLeft: POINTS.eyeRight, eyeRight: POINTS.eyeLeft }, 0.75)).toContain('left eye');
  });
});

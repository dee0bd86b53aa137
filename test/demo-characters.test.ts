import { describe, expect, it } from 'vitest';
import { faceFrameOf, pointOf } from '../src/animator/face-frame.ts';
import {
  CHIN,
  EYE_LEFT,
  EYE_RIGHT,
  FOREHEAD_TOP,
  LIP_UPPER_INNER,
  MOUTH_CORNER_LEFT,
  MOUTH_CORNER_RIGHT,
} from '../src/animator/landmarks.ts';
import { eyeShapeOf } from '../src/animator/scene/eye-shape.ts';
import { irisContrastOf } from '../src/animator/scene/iris-contrast.ts';
import { prepareScene } from '../src/animator/scene/scene.ts';
import { DEMO_CHARACTERS, type DemoCharacterId, lookOf } from '../src/demo/characters.ts';
import { eyeMiddle } from '../src/demo/eyes.ts';
import { createHead, MOUTH_Y } from '../src/demo/head.ts';
import { pictureShareOf } from '../src/demo/svg.ts';
import type { Canvas } from '../src/domain/picture/canvas.ts';
import { createPerception } from '../src/engines/local/perception/perceive.ts';
import { createPictureReader } from '../src/media/read-picture.ts';
import { demoPicture } from './support/pictures.ts';

const LIP_UPPER_EDGE = 0;
const LIP_LOWER_EDGE = 17;

const perception = createPerception();

async function canvasOf(id: DemoCharacterId): Promise<Canvas> {
  const picture = await createPictureReader().read({ path: (await demoPicture(id)).path });
  if (!picture.ok) throw new Error(picture.sentence);
  return picture.canvas;
}

describe.each(DEMO_CHARACTERS)('$name', async ({ id }) => {
  const canvas = await canvasOf(id);
  const perceived = perception.perceive(canvas);
  const { face } = perceived;
  if (face === undefined) throw new Error(`no face is found in the drawing of '${id}'`);
  const look = lookOf(id);
  const head = createHead(look);
  const seen = (index: number) => pointOf(face.landmarks, index);
  /** Distance in canvas pixels between a landmark and a point of the drawing. */
  const missed = (index: number, drawn: readonly [number, number]): number => {
    const [x, y] = pictureShareOf(drawn);
    return Math.hypot(seen(index).x - x * canvas.widthPixels, seen(index).y - y * canvas.heightPixels);
  };

  /** How far a landmark in the middle of the lips lies above or below a height of the drawing, canvas pixels. */
  const above = (index: number, y: number): number => Math.abs(seen(index).y - pictureShareOf(head.place(0, y))[1] * canvas.heightPixels);

  it('can be animated whole: a face with trusted eyes, a body, a clear outline, at the size of a clip', () => {
    const { facts } = prepareScene(canvas, perceived);
    expect(facts.face?.score).toBeGreaterThan(0.85);
    expect(facts.face?.eyesTrusted).toBe(true);
    expect(facts.matteTrusted).toBe(true);
    expect(facts.torsoVisible).toBe(true);
    expect([facts.widthPixels, facts.heightPixels]).toEqual([720, 960]);
    expect(perceived.otherFaces).toEqual([]);
  });

  it('fills about a third of the height with the face', () => {
    const share = (seen(CHIN).y - seen(FOREHEAD_TOP).y) / canvas.heightPixels;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.38);
  });

  it.each([
    ['left', EYE_LEFT, -1],
    ['right', EYE_RIGHT, 1],
  ] as const)('has its %s iris where it is drawn, clearly darker than the skin', (_, eye, side) => {
    expect(missed(eye.iris[0]!, eyeMiddle(look, head, side))).toBeLessThan(4);
    const shape = eyeShapeOf(faceFrameOf(face.landmarks), eye);
    expect(irisContrastOf(canvas, shape).againstSkin).toBeGreaterThan(0.35);
    expect(shape.meanOpening).toBeGreaterThan(0.2);
  });

  it('has its lips where they are drawn', () => {
    const { upperHeight, lowerHeight, smile } = look.lips;
    const corner = (side: -1 | 1) => head.place(side * look.face.mouthHalf, MOUTH_Y - smile);
    expect(missed(MOUTH_CORNER_LEFT, corner(-1))).toBeLessThan(8);
    expect(missed(MOUTH_CORNER_RIGHT, corner(1))).toBeLessThan(8);
    expect(above(LIP_UPPER_EDGE, MOUTH_Y - 0.8 * upperHeight)).toBeLessThan(4);
    expect(above(LIP_UPPER_INNER, MOUTH_Y + 1.6)).toBeLessThan(4);
    expect(above(LIP_LOWER_EDGE, MOUTH_Y + lowerHeight)).toBeLessThan(4);
  });
});

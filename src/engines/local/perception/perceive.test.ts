import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitCanvas } from '../../../domain/clip/canvas-fit.ts';
import type { Canvas } from '../../../domain/picture/canvas.ts';
import { createPerception } from './perceive.ts';

const perception = createPerception();

type Colour = readonly [red: number, green: number, blue: number];

/** A canvas whose pixels are computed. */
function paint(widthPixels: number, heightPixels: number, colourAt: (x: number, y: number) => Colour): Canvas {
  const rgba = new Uint8Array(widthPixels * heightPixels * 4);
  for (let pixel = 0; pixel < widthPixels * heightPixels; pixel++) {
    rgba.set([...colourAt(pixel % widthPixels, Math.floor(pixel / widthPixels)), 255], 4 * pixel);
  }
  return { widthPixels, heightPixels, rgba };
}

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly colour: Colour;
}

/** From back to front, in face widths around the middle of the face, for both sides where x is not 0. */
const PORTRAIT: readonly Ellipse[] = [
  { x: 0, y: 1.75, halfWidth: 1.15, halfHeight: 0.85, colour: [60, 70, 120] },
  { x: 0, y: -0.12, halfWidth: 0.66, halfHeight: 0.85, colour: [60, 38, 28] },
  { x: 0, y: 0.75, halfWidth: 0.24, halfHeight: 0.5, colour: [205, 155, 130] },
  { x: 0, y: 0.02, halfWidth: 0.5, halfHeight: 0.68, colour: [232, 186, 160] },
  { x: 0.2, y: -0.05, halfWidth: 0.115, halfHeight: 0.06, colour: [70, 40, 35] },
  { x: 0.2, y: -0.045, halfWidth: 0.105, halfHeight: 0.05, colour: [245, 240, 236] },
  { x: 0.2, y: -0.045, halfWidth: 0.046, halfHeight: 0.048, colour: [70, 45, 30] },
  { x: 0.21, y: -0.175, halfWidth: 0.13, halfHeight: 0.022, colour: [70, 45, 32] },
  { x: 0.055, y: 0.2, halfWidth: 0.026, halfHeight: 0.016, colour: [150, 90, 75] },
  { x: 0, y: 0.16, halfWidth: 0.035, halfHeight: 0.03, colour: [240, 200, 175] },
  { x: 0, y: 0.37, halfWidth: 0.17, halfHeight: 0.045, colour: [185, 85, 80] },
  { x: 0, y: 0.366, halfWidth: 0.15, halfHeight: 0.006, colour: [120, 50, 50] },
];
const BACKGROUND: Colour = [150, 180, 190];

interface FacePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function paintPortraits(widthPixels: number, heightPixels: number, faces: readonly FacePlace[]): Canvas {
  const frontFirst = [...PORTRAIT].reverse();
  return paint(widthPixels, heightPixels, (x, y) => {
    for (const face of faces) {
      const [u, v] = [(x - face.x) / face.width, (y - face.y) / face.width];
      const seen = frontFirst.find((ellipse) => covers(ellipse, u, v));
      // lit from the left
      const shade = 1 - 0.18 * Math.max(-1, Math.min(1, u));
      if (seen !== undefined) return [seen.colour[0] * shade, seen.colour[1] * shade, seen.colour[2] * shade];
    }
    return BACKGROUND;
  });
}

function covers(ellipse: Ellipse, u: number, v: number): boolean {
  return ((Math.abs(u) - ellipse.x) / ellipse.halfWidth) ** 2 + ((v - ellipse.y) / ellipse.halfHeight) ** 2 < 1;
}

describe('a painted face', () => {
  const face: FacePlace = { x: 360, y: 300, width: 260 };
  const canvas = paintPortraits(720, 720, [face]);
  const perceived = perception.perceive(canvas);
  const landmark = (index: number): number[] => [...perceived.face!.landmarks.subarray(3 * index, 3 * index + 3)];
  const matteAt = (x: number, y: number): number => perceived.personMatte[y * canvas.widthPixels + x]!;

  it('is found where it was painted', () => {
    const box = perceived.face!.box;
    expect(box.score).toBeGreaterThan(0.75);
    expect(Math.abs(box.leftPixels + box.widthPixels / 2 - face.x)).toBeLessThan(20);
    expect(perceived.otherFaces).toEqual([]);
  });

  it.each([
    ['iris at the left', 468, -0.2, -0.045],
    ['iris at the right', 473, 0.2, -0.045],
    ['lip', 13, 0, 0.36],
    ['chin', 152, 0, 0.7],
  ])('has its %s where it was painted', (_, index, u, v) => {
    const [x, y] = landmark(index) as [number, number];
    expect(Math.hypot(x - (face.x + u * face.width), y - (face.y + v * face.width))).toBeLessThan(0.08 * face.width);
  });

  it('comes towards the viewer at the nose', () => {
    const [NOSE_TIP, EAR_LEFT, EAR_RIGHT] = [4, 234, 454];
    expect(landmark(NOSE_TIP)[2]).toBeLessThan(Math.min(landmark(EAR_LEFT)[2]!, landmark(EAR_RIGHT)[2]!) - 0.2 * face.width);
  });

  it('belongs to a person who ends where the background begins', () => {
    expect(perceived.personMatte).toHaveLength(720 * 720);
    expect(matteAt(360, 300)).toBeGreaterThan(0.9);
    expect(matteAt(360, 650)).toBeGreaterThan(0.9);
    expect(Math.max(matteAt(20, 20), matteAt(700, 20), matteAt(60, 350))).toBeLessThan(0.1);
  });

  it('has no hands', () => {
    expect(perception.findHands(canvas)).toEqual([]);
  });
});

describe('several faces', () => {
  it('makes the larger one the main face and counts the other', () => {
    const canvas = paintPortraits(1080, 720, [
      { x: 330, y: 330, width: 250 },
      { x: 860, y: 400, width: 150 },
    ]);
    const { face, otherFaces } = perception.perceive(canvas);
    expect(face!.box.leftPixels + face!.box.widthPixels / 2).toBeCloseTo(330, -2);
    expect(otherFaces).toHaveLength(1);
    expect(otherFaces[0]!.leftPixels + otherFaces[0]!.widthPixels / 2).toBeCloseTo(860, -2);
  });
});

it('finds a face of 70 pixels in a tall picture', () => {
  const { face } = perception.perceive(paintPortraits(720, 1280, [{ x: 400, y: 200, width: 70 }]));
  expect(Math.abs(face!.landmarks[0]! - 400)).toBeLessThan(15);
});

describe('a picture of nothing', () => {
  const gradient = paint(720, 960, (x, y) => [x / 4, 90 + y / 8, 200 - x / 6]);

  it('has no face, no other faces and hardly any person', () => {
    const { face, otherFaces, personMatte } = perception.perceive(gradient);
    expect(face).toBeUndefined();
    expect(otherFaces).toEqual([]);
    expect(personMatte.reduce((sum, share) => sum + share, 0) / personMatte.length).toBeLessThan(0.1);
  });

  it('has no hands', () => {
    expect(perception.findHands(gradient)).toEqual([]);
  });
});

const PORTRAITS = fileURLToPath(new URL('../../../../../shared/portraits/', import.meta.url));
const portraits = existsSync(PORTRAITS) ? readdirSync(PORTRAITS).filter((file) => /\.(jpg|png)$/.test(file)) : [];
if (portraits.length === 0) console.warn(`SKIPPED: there are no portraits to look at in ${PORTRAITS}`);

async function readCanvas(file: string): Promise<Canvas> {
  const source = sharp(`${PORTRAITS}${file}`).flatten().toColourspace('srgb');
  const { width, height } = await source.metadata();
  const fit = fitCanvas(width, height);
  const rgba = await source
    .extract({
      left: fit.cropLeftPixels,
      top: fit.cropTopPixels,
      width: fit.cropWidthPixels,
      height: fit.cropHeightPixels,
    })
    .resize(fit.widthPixels, fit.heightPixels, { fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { widthPixels: fit.widthPixels, heightPixels: fit.heightPixels, rgba: new Uint8Array(rgba) };
}

describe.skipIf(portraits.length === 0)('the test portraits', () => {
  const isAnimal = (file: string): boolean => file.startsWith('animal-');

  it.each(portraits.filter((file) => !isAnimal(file)))('shows one face, and a person behind it: %s', async (file) => {
    const canvas = await readCanvas(file);
    const { face, otherFaces, personMatte } = perception.perceive(canvas);
    expect(face!.box.score).toBeGreaterThan(0.8);
    expect(otherFaces).toEqual([]);
    const [NOSE_TIP_X, NOSE_TIP_Y] = [12, 13];
    const nose = Math.round(face!.landmarks[NOSE_TIP_Y]!) * canvas.widthPixels + Math.round(face!.landmarks[NOSE_TIP_X]!);
    expect(personMatte[nose]).toBeGreaterThan(0.9);
  });

  it.each(portraits.filter(isAnimal))('shows no face that could be trusted: %s', async (file) => {
    expect(perception.perceive(await readCanvas(file)).face).toBeUndefined();
  });

  it.each([
    ['painting-mona-lisa.jpg', 1],
    ['painting-woman-black-seated.jpg', 1],
    ['painting-woman-red-dress.png', 0],
    ['render-woman-blush.png', 0],
  ])('shows hands only where they are: %s', async (file, count) => {
    expect(perception.findHands(await readCanvas(file))).toHaveLength(count);
  });
});

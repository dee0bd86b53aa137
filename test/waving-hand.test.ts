import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFramePainter } from '../src/animator/drawing/frame-painter.ts';
import { createFrameKernel } from '../src/animator/kernels/frame-kernel.ts';
import { writeScore } from '../src/animator/motion/write-score.ts';
import { colourPlanesOf } from '../src/animator/scene/colours.ts';
import { type FaceScene, prepareScene } from '../src/animator/scene/scene.ts';
import { findWavingArm } from '../src/animator/scene/waving-arm.ts';
import { adviseOn } from '../src/domain/picture/advice.ts';
import { createPerception } from '../src/engines/local/perception/perceive.ts';
import { createPictureReader } from '../src/media/read-picture.ts';

const root = join(import.meta.dirname, '..');
const warp = new WebAssembly.Module(readFileSync(join(root, 'dist', 'animator', 'kernels', 'warp.wasm')));
const perception = createPerception();

async function canvasOf(id: string) {
  const picture = await createPictureReader().read({ bytes: readFileSync(join(root, 'dist', 'demo', 'pictures', `${id}.webp`)) });
  if (!picture.ok) throw new Error(picture.sentence);
  return picture.canvas;
}

const canvas = await canvasOf('tomas-harbour');
const perceived = { ...perception.perceive(canvas), hands: perception.findHands(canvas) };
const scene = prepareScene(canvas, perceived) as FaceScene;
const { widthPixels, heightPixels } = canvas;
const size = { sourceWidthPixels: widthPixels, sourceHeightPixels: heightPixels };

function painterOf(handCanWave: boolean) {
  const options = { lengthSeconds: 5, strength: 'normal', seed: 7 } as const;
  return createFramePainter(warp, scene, writeScore({ kind: 'preset', presetId: 'wave-hello' }, { yawDegrees: 0, handCanWave }, options));
}

/** Mean difference of brightness between two frames around a place, in levels. */
function differenceAt(a: Uint8Array, b: Uint8Array, place: { readonly x: number; readonly y: number }, radius: number): number {
  let [sum, count] = [0, 0];
  for (let y = Math.round(place.y - radius); y < place.y + radius; y++) {
    for (let x = Math.round(place.x - radius); x < place.x + radius; x++) {
      sum += Math.abs(a[y * widthPixels + x]! - b[y * widthPixels + x]!);
      count++;
    }
  }
  return sum / count;
}

describe('a picture with a raised, open hand', () => {
  it('waves, and is told so beforehand', () => {
    expect(scene.facts).toMatchObject({ handsVisible: 1, handCanWave: true });
    expect(adviseOn(scene.facts, size, 'wave-hello').map(({ code }) => code)).toContain('hand-waves');
  });

  it('starts as the picture, bit for bit', () => {
    const first = painterOf(true).paint(0).slice();
    const picture = createFrameKernel(warp, widthPixels, heightPixels, canvas.rgba, { figure: canvas.rgba, plate: canvas.rgba }).draw();
    expect(Buffer.compare(first, picture)).toBe(0);
  });

  it('swings the hand to both sides and holds the sleeve where it is cut', () => {
    const painter = painterOf(true);
    const { cut, wrist, axis, palmPixels } = scene.arm!;
    const fingers = { x: wrist.x + 1.7 * palmPixels * axis.x, y: wrist.y + 1.7 * palmPixels * axis.y };
    const [rest, out, back] = [0, 24, 32].map((index) => painter.paint(index).slice());
    expect(differenceAt(rest!, out!, fingers, 0.6 * palmPixels)).toBeGreaterThan(8);
    expect(differenceAt(out!, back!, fingers, 0.6 * palmPixels)).toBeGreaterThan(8);
    const swung = differenceAt(out!, back!, fingers, 0.6 * palmPixels);
    expect(differenceAt(out!, back!, cut, 0.25 * palmPixels)).toBeLessThan(0.5 * swung);
  });
});

describe('a hand that does not stand free', () => {
  const hand = perceived.hands[0]!;
  const colours = colourPlanesOf(canvas);
  const person = { widthPixels, heightPixels, values: perceived.personMatte };
  const armOf = (moved: (x: number, y: number) => readonly [number, number]): unknown => {
    const landmarks = hand.landmarks.slice();
    for (let at = 0; at < landmarks.length; at += 3) [landmarks[at], landmarks[at + 1]] = moved(landmarks[at]!, landmarks[at + 1]!);
    return findWavingArm(canvas, colours, person, scene.rig.frame, [{ ...hand, landmarks }]);
  };

  it('is left alone before the chest, before the face, at the border, and hanging down', () => {
    expect(armOf((x, y) => [x, y])).toBeDefined();
    expect(armOf((x, y) => [x - 240, y + 250])).toBeUndefined();
    expect(armOf((x, y) => [x - 230, y - 40])).toBeUndefined();
    expect(armOf((x, y) => [x + 70, y])).toBeUndefined();
    expect(armOf((x, y) => [x, 960 - y])).toBeUndefined();
  });
});

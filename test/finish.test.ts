import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFramePainter } from '../src/animator/drawing/frame-painter.ts';
import { writeScore } from '../src/animator/motion/write-score.ts';
import { type FaceScene, prepareScene } from '../src/animator/scene/scene.ts';
import { FINISHES, type FinishId } from '../src/domain/motion/finish.ts';
import { createPerception } from '../src/engines/local/perception/perceive.ts';
import { createPictureReader } from '../src/media/read-picture.ts';
import { demoPicture } from './support/pictures.ts';

const warp = new WebAssembly.Module(readFileSync(new URL('../dist/animator/kernels/warp.wasm', import.meta.url)));
const picture = await createPictureReader().read({ path: (await demoPicture('mira')).path });
if (!picture.ok) throw new Error(picture.sentence);
const { canvas } = picture;
const { widthPixels, heightPixels } = canvas;
const scene = prepareScene(canvas, createPerception().perceive(canvas)) as FaceScene;
const score = writeScore({ kind: 'preset', presetId: 'breathing' }, { yawDegrees: 0 }, { lengthSeconds: 4, strength: 'subtle', seed: 7 });

function framesOf(finish: FinishId) {
  const painter = createFramePainter(warp, scene, score, FINISHES[finish]);
  return { first: painter.paint(0).slice(), middle: painter.paint(48).slice(), last: painter.paint(painter.frameCount - 1).slice() };
}
const plain = framesOf('plain');

/** Mean of a square of five pixels: what is left without the grain. */
function meanOf(luma: Uint8Array, at: number): number {
  let sum = 0;
  for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) sum += luma[at + dy * widthPixels + dx]!;
  return sum / 25;
}

/** Over the places where the figure is, or where surely background is: brightness, what changes from pixel to pixel, and over a few. */
function measure(luma: Uint8Array, where: 'figure' | 'background') {
  let [sum, grain, detail, count] = [0, 0, 0, 0];
  for (let y = 20; y < 0.5 * heightPixels; y++) {
    for (let x = 12; x < widthPixels - 12; x++) {
      const at = y * widthPixels + x;
      const alpha = scene.layers.figure[4 * at + 3]!;
      if (where === 'figure' ? alpha < 255 : alpha > 0) continue;
      sum += luma[at]!;
      grain += Math.abs(luma[at]! - luma[at + 1]!);
      detail += Math.abs(meanOf(luma, at - 6) - 2 * meanOf(luma, at) + meanOf(luma, at + 6));
      count++;
    }
  }
  return { brightness: sum / count, grain: grain / count, detail: detail / count };
}

describe('a finish', () => {
  it.each(['drifting-light', 'soft-background', 'film'] as const)(
    '%s leaves the first frame to the picture and comes back to it',
    (finish) => {
      const { first, last } = framesOf(finish);
      expect(Buffer.compare(first, plain.first)).toBe(0);
      const difference = last.reduce((sum, level, i) => sum + Math.abs(level - plain.last[i]!), 0) / last.length;
      expect(difference).toBeLessThan(0.3);
    },
  );

  it('puts the background out of focus, and not the figure', () => {
    const { middle } = framesOf('soft-background');
    const [soft, sharp] = [measure(middle, 'background'), measure(plain.middle, 'background')];
    expect(soft.detail).toBeLessThan(0.75 * sharp.detail);
    // the grain of the picture stays: figure and background are of one piece
    expect(soft.grain).toBeGreaterThan(0.75 * sharp.grain);
    expect(measure(middle, 'figure').detail).toBeGreaterThan(0.98 * measure(plain.middle, 'figure').detail);
    expect(measure(middle, 'background').brightness).toBeCloseTo(measure(plain.middle, 'background').brightness, 0);
  });

  it('lets light drift over figure and background alike, by less than a twentieth', () => {
    const { middle } = framesOf('drifting-light');
    let [largest, changed] = [0, 0];
    for (let i = 0; i < widthPixels * heightPixels; i++) {
      const change = Math.abs(middle[i]! - plain.middle[i]!);
      largest = Math.max(largest, change / plain.middle[i]!);
      if (change > 0) changed++;
    }
    expect(changed).toBeGreaterThan(0.3 * widthPixels * heightPixels);
    expect(largest).toBeLessThan(0.06);
  });
});

describe('what is filled in behind the figure', () => {
  it('has the grain of the background around it', () => {
    const { plate, figure } = scene.layers;
    const grain = { filled: [0, 0], original: [0, 0] };
    const luma = (at: number): number => 0.2126 * plate[4 * at]! + 0.7152 * plate[4 * at + 1]! + 0.0722 * plate[4 * at + 2]!;
    for (let y = 40; y < 0.45 * heightPixels; y++) {
      for (let x = 30; x < widthPixels - 30; x++) {
        const at = y * widthPixels + x;
        const isFilled = figure[4 * at + 3] === 255;
        const nearEdge = [-14, 14].some((away) => (figure[4 * (at + away) + 3] === 255) !== isFilled);
        if (!nearEdge) continue;
        const sums = isFilled ? grain.filled : grain.original;
        sums[0]! += (luma(at) - (luma(at - 1) + luma(at + 1) + luma(at - widthPixels) + luma(at + widthPixels)) / 4) ** 2;
        sums[1]! += 1;
      }
    }
    const [filled, original] = [grain.filled[0]! / grain.filled[1]!, grain.original[0]! / grain.original[1]!];
    expect(filled / original).toBeGreaterThan(0.5);
    expect(filled / original).toBeLessThan(1.5);
  });
});

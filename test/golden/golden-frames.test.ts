import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createFramePainter } from '../../src/animator/drawing/frame-painter.ts';
import { createFrameKernel } from '../../src/animator/kernels/frame-kernel.ts';
import { writeScore } from '../../src/animator/motion/write-score.ts';
import { prepareScene, type Scene } from '../../src/animator/scene/scene.ts';
import { DEMO_CHARACTERS, type DemoCharacterId } from '../../src/demo/characters.ts';
import { MOTIONS, type MotionPresetId } from '../../src/domain/motion/presets.ts';
import { createPerception } from '../../src/engines/local/perception/perceive.ts';
import { createPictureReader } from '../../src/media/read-picture.ts';
import { rgbOf } from '../support/i420.ts';
import { demoPicture } from '../support/pictures.ts';

/**
 * Small copies of chosen frames, looked at and kept. A change of the drawing that is meant is accepted by deleting them and
 * running the test once: missing ones are written (and fail on CI, so that none is forgotten).
 */
const FRAMES_FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'frames');
/**
 * Largest mean difference of a colour channel, in levels of 255. Fonts play no part, but another libvips may round the
 * drawing's gradients and blurs differently: that is below 0.5. A blink missed by one frame is above 2 in the eyes' box.
 */
const TOLERANCE_LEVELS = 1;
const GOLDEN_WIDTH = 144;
const MOMENTS_SECONDS = [1.1, 1.8, 2.7, 3.4];

const perception = createPerception();
const warp = new WebAssembly.Module(readFileSync(new URL('../../dist/animator/kernels/warp.wasm', import.meta.url)));
const presets = MOTIONS.filter(({ id }) => id !== 'custom').map(({ id }) => id as MotionPresetId);

async function sceneOf(id: DemoCharacterId): Promise<Scene> {
  const picture = await createPictureReader().read({ path: (await demoPicture(id)).path });
  if (!picture.ok) throw new Error(picture.sentence);
  return prepareScene(picture.canvas, perception.perceive(picture.canvas));
}

/** The chosen moments side by side, small, `height x width x 3`. */
async function stripOf(scene: Scene, presetId: MotionPresetId) {
  const { widthPixels, heightPixels } = scene.canvas;
  const performer = { yawDegrees: scene.facts.face?.yawDegrees ?? 0 };
  const options = { lengthSeconds: 5, strength: 'normal', seed: 7 } as const;
  const painter = createFramePainter(warp, scene, writeScore({ kind: 'preset', presetId }, performer, options));
  const height = Math.round((GOLDEN_WIDTH * heightPixels) / widthPixels);
  const frames = [];
  for (const [index, seconds] of MOMENTS_SECONDS.entries()) {
    const rgb = rgbOf(painter.paint(Math.round(seconds * 24)), widthPixels, heightPixels);
    const raw = { width: widthPixels, height: heightPixels, channels: 3 as const };
    const input = await sharp(rgb, { raw }).resize(GOLDEN_WIDTH, height).png().toBuffer();
    frames.push({ input, left: index * GOLDEN_WIDTH, top: 0 });
  }
  const width = GOLDEN_WIDTH * MOMENTS_SECONDS.length;
  return sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite(frames)
    .png()
    .toBuffer();
}

async function meanDifference(a: Buffer, b: Buffer): Promise<number> {
  const [left, right] = await Promise.all([a, b].map((png) => sharp(png).removeAlpha().raw().toBuffer()));
  if (left!.length !== right!.length) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < left!.length; i++) sum += Math.abs(left![i]! - right![i]!);
  return sum / left!.length;
}

describe.each(DEMO_CHARACTERS)('$name', async ({ id }) => {
  const scene = await sceneOf(id);

  it.each(presets)('looks in %s as it was accepted', async (presetId) => {
    const strip = await stripOf(scene, presetId);
    const path = join(FRAMES_FOLDER, `${id}_${presetId}.png`);
    if (!existsSync(path)) {
      if (process.env.CI !== undefined) throw new Error(`${path} is missing: run the test once and commit it`);
      mkdirSync(FRAMES_FOLDER, { recursive: true });
      writeFileSync(path, strip);
    }
    expect(await meanDifference(strip, readFileSync(path))).toBeLessThan(TOLERANCE_LEVELS);
  });

  it('starts as the picture, bit for bit', () => {
    const score = writeScore(
      { kind: 'preset', presetId: 'look-around' },
      { yawDegrees: 0 },
      { lengthSeconds: 5, strength: 'normal', seed: 1 },
    );
    const first = createFramePainter(warp, scene, score).paint(0).slice();
    const { rgba, widthPixels, heightPixels } = scene.canvas;
    const picture = createFrameKernel(warp, widthPixels, heightPixels, rgba, { figure: rgba, plate: rgba }).draw();
    expect(Buffer.compare(first, picture)).toBe(0);
  });

  it('draws the same frame whatever was drawn before', () => {
    const score = writeScore(
      { kind: 'preset', presetId: 'smile-and-blink' },
      { yawDegrees: 0 },
      { lengthSeconds: 5, strength: 'normal', seed: 1 },
    );
    const [straight, jumping] = [createFramePainter(warp, scene, score), createFramePainter(warp, scene, score)];
    const wanted = Buffer.from(straight.paint(43));
    for (const index of [90, 44, 0, 70]) jumping.paint(index);
    expect(Buffer.compare(Buffer.from(jumping.paint(43)), wanted)).toBe(0);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MotionPresetId } from '../../src/domain/motion/presets.ts';
import { type AdviceCode, adviseOn } from '../../src/domain/picture/advice.ts';
import type { FacePoints } from '../../src/domain/picture/face-points.ts';
import type { PictureFacts } from '../../src/domain/picture/picture-facts.ts';
import { createLocalAnimator } from '../../src/engines/local/local-animator.ts';
import { inspectClip } from '../../src/media/inspect-clip.ts';
import { createClipWriter } from '../../src/media/write-clip.ts';
import { ffmpegIsThere } from '../support/decode-clip.ts';
import { STYLE_PICTURES, type StylePicture } from '../support/style-pictures.ts';
import { createFaceFinder, type FaceFinder } from './face-points.ts';
import { type ClipJudgement, judgeClip } from './judge-clip.ts';
import { brokenPromises } from './promises.ts';

const animator = createLocalAnimator();
const writer = createClipWriter();
let folder: string;
let finder: FaceFinder;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reverie-styles-'));
  finder = await createFaceFinder();
});
afterAll(async () => {
  await animator.close();
  rmSync(folder, { recursive: true });
});

interface Played {
  readonly advice: readonly AdviceCode[];
  readonly clip: ClipJudgement;
  /** Brightness of all frames, `width x height` each. */
  readonly lumas: readonly Uint8Array[];
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** Draws a motion on a picture; what the advice said before, and what the judge sees in the file. */
async function play(picture: StylePicture, presetId: MotionPresetId, facePoints?: FacePoints): Promise<Played> {
  const canvas = await STYLE_PICTURES[picture]();
  const { widthPixels, heightPixels } = canvas;
  const motion = { kind: 'preset', presetId } as const;
  const performance = { motion, lengthSeconds: 3, strength: 'normal', seed: 7, ...(facePoints && { facePoints }) } as const;
  const { frames, facts, ...format } = await animator.animate(canvas, performance);
  const clipPath = join(folder, `${picture}.mp4`);
  const pixels = widthPixels * heightPixels;
  const kept: Uint8Array[] = [];
  await writer.write({ widthPixels, heightPixels, ...format, clipPath }, keeping(frames, kept, pixels));
  const hints = { place: squareOf(facts), landmarksEvery: 18 };
  const clip = await judgeClip(finder, clipPath, await inspectClip(clipPath), hints);
  const source = { sourceWidthPixels: 720, sourceHeightPixels: 960 };
  return { advice: adviseOn(facts, source, presetId).map(({ code }) => code), clip, lumas: kept, widthPixels, heightPixels };
}

async function* keeping(frames: AsyncIterable<Uint8Array>, kept: Uint8Array[], pixels: number) {
  for await (const frame of frames) {
    kept.push(frame.slice(0, pixels));
    yield frame;
  }
}

/** Largest difference of the brightness between the first frame and one in the middle, in levels. */
function moved({ lumas }: Played): number {
  const [first, middle] = [lumas[0]!, lumas[lumas.length >> 1]!];
  return first.reduce((most, level, at) => Math.max(most, Math.abs(level - middle[at]!)), 0);
}

/** In each frame, the darkest level around a place of the picture. */
function darkestAround({ lumas, widthPixels, heightPixels }: Played, { x, y }: { readonly x: number; readonly y: number }): number[] {
  const [left, top] = [Math.round((x - 0.06) * widthPixels), Math.round((y - 0.04) * heightPixels)];
  return lumas.map((luma) => {
    const rows = Array.from({ length: Math.round(0.08 * heightPixels) }, (_, row) => (top + row) * widthPixels + left);
    return Math.min(...rows.map((at) => Math.min(...luma.subarray(at, at + Math.round(0.12 * widthPixels)))));
  });
}

/** Where the face lies in the half-size frames that the judge looks at; its landmarks it finds itself, where there are two eyes. */
function squareOf({ face, widthPixels, heightPixels }: PictureFacts) {
  if (face === undefined || !face.eyesTrusted) return undefined;
  const side = Math.round(0.58 * face.heightPixels);
  const [x, y] = [(face.centreX * widthPixels) / 2, (face.centreY * heightPixels + 0.06 * face.heightPixels) / 2];
  return { left: Math.round(x - side / 2), top: Math.round(y - side / 2), side };
}

describe.skipIf(!ffmpegIsThere)('a picture with', () => {
  it.each<[StylePicture, MotionPresetId]>([
    ['anime eyes with thick lashes', 'smile-and-blink'],
    ['flat anime eyes', 'smile-and-blink'],
    ['cartoon eyes opened wide', 'smile-and-blink'],
    ['glasses', 'gentle-movement'],
    ['a fringe over the eyes', 'look-around'],
    ['a hat', 'look-around'],
    ['a beard', 'gentle-movement'],
    ['a head tilted by 20 degrees', 'gentle-movement'],
    ['a head turned by 34 degrees', 'turn-to-camera'],
    ['hair down to the chest', 'hair-in-wind'],
    ['a bright scene', 'wave-hello'],
  ])('%s is told to be fine, and %s keeps its promises on it', async (picture, presetId) => {
    const { advice, clip } = await play(picture, presetId);
    expect(advice).toContain('clear-face');
    expect(advice.filter((code) => code !== 'no-hand')).toEqual(['clear-face', 'mid-range', 'soft-background']);
    expect(brokenPromises(presetId, clip), JSON.stringify(clip)).toEqual([]);
  });

  it.each<[StylePicture, MotionPresetId, AdviceCode]>([
    ['a small face in a full-body picture', 'gentle-movement', 'full-body'],
    ['a dark scene', 'gentle-movement', 'dim'],
  ])('%s keeps the promises of %s, and the advice says why little of it is seen', async (picture, presetId, code) => {
    const { advice, clip } = await play(picture, presetId);
    expect(advice).toContain(code);
    expect(brokenPromises(presetId, clip), JSON.stringify(clip)).toEqual([]);
  });

  it.each<[StylePicture, MotionPresetId, AdviceCode]>([
    ['a true profile', 'smile-and-blink', 'features-not-found'],
    ['an animal', 'look-around', 'no-face'],
    ['a robot', 'smile-and-blink', 'no-face'],
  ])('%s moves calmly in %s, never blinks, and the advice says so before', async (picture, presetId, code) => {
    const played = await play(picture, presetId);
    const { advice, clip } = played;
    expect(advice).toContain(code);
    expect(advice).not.toContain('clear-face');
    expect(clip.blinks).toBe(0);
    expect(moved(played)).toBeGreaterThan(20);
    expect(brokenPromises('custom', clip), JSON.stringify(clip)).toEqual([]);
  });

  it('an animal blinks with its own eyes once its face is placed by hand', async () => {
    const [left, right] = [
      { x: 174 / 480, y: 300 / 640 },
      { x: 306 / 480, y: 300 / 640 },
    ];
    const points = { eyeLeft: left, eyeRight: right, noseTip: { x: 0.5, y: 0.56 }, mouth: { x: 0.5, y: 0.612 }, chin: { x: 0.5, y: 0.68 } };
    const played = await play('an animal', 'smile-and-blink', points);
    for (const eye of [left, right]) {
      const pupil = darkestAround(played, eye);
      expect(pupil[0]).toBeLessThan(45);
      expect(Math.max(...pupil)).toBeGreaterThan(65);
    }
  });
});

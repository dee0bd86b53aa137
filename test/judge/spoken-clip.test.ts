import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { animatePicture } from '../../src/app/animate-picture.ts';
import { createLocalAnimator } from '../../src/engines/local/local-animator.ts';
import { inspectClip, masterProfileFaults } from '../../src/media/inspect-clip.ts';
import { createPictureReader } from '../../src/media/read-picture.ts';
import { createVoiceReader } from '../../src/media/read-voice.ts';
import { createClipWriter } from '../../src/media/write-clip.ts';
import { type DecodedFrame, decodeHalfSize, ffmpegIsThere } from '../support/decode-clip.ts';
import { demoPicture } from '../support/pictures.ts';
import { type Sound, speakSounds, wavOf } from '../support/synthetic-voice.ts';
import { createFaceFinder, type FacePoints } from './face-points.ts';

const FRAMES_PER_SECOND = 24;
const A = [780, 1250] as const;
const E = [560, 1950] as const;
const say = (seconds: number, makes: Sound['makes'] = 'silence'): Sound => ({ seconds, makes });
/** Syllables of uneven lengths, so that only one shift fits. */
const VOICE = speakSounds([
  ...[say(0.4), say(0.28, A), say(0.3), say(0.18, E), say(0.24), say(0.4, A), say(0.2)],
  ...[say(0.2, A), say(0.34), say(0.24, E), say(0.3)],
]);

const folder = mkdtempSync(join(tmpdir(), 'reverie-spoken-'));
const animator = createLocalAnimator();
afterAll(async () => {
  await animator.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Landmarks are located once in so many frames; what is faster is read from the pixels of every frame. */
const EVERY = 20;

/**
 * How far the mouth is open in a frame: how much of the middle of the mouth, from the line between the lips down, is darker than
 * the lips. 48 and 54 are its corners, 62 and 66 the middles of the inner lips.
 */
function openingOf(frame: DecodedFrame, { points }: FacePoints): number {
  const [left, right, upper] = [points[48]!, points[54]!, points[62]!];
  const width = right[0] - left[0];
  let [dark, count] = [0, 0];
  for (let y = Math.round(upper[1] - 0.05 * width); y < upper[1] + 0.4 * width; y++) {
    for (let x = Math.round(left[0] + 0.35 * width); x < left[0] + 0.65 * width; x++, count++) {
      const at = (y * frame.widthPixels + x) * 3;
      const luma = 0.2126 * frame.rgb[at]! + 0.7152 * frame.rgb[at + 1]! + 0.0722 * frame.rgb[at + 2]!;
      if (luma < DARK_LUMA) dark++;
    }
  }
  return dark / count;
}

/** Lips and skin of the picture are lighter everywhere. */
const DARK_LUMA = 48;

/** A mouth needs this long to follow: what a pause or a syllable is worth is seen in its middle. */
const SETTLES_FRAMES = 2;

/** Loudness of the sound of a file at each frame, as the root of its power. */
function envelopeOf(path: string, count: number): number[] {
  const decoded = spawnSync('ffmpeg', ['-v', 'error', '-i', path, '-ac', '1', '-ar', '16000', '-f', 'f32le', 'pipe:1'], { maxBuffer: 1e8 });
  const bytes = decoded.stdout;
  const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
  return Array.from({ length: count }, (_, frame) => {
    const middle = (frame * 16_000) / FRAMES_PER_SECOND;
    const part = samples.subarray(Math.max(0, middle - 333), middle + 333);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, part.length));
  });
}

/** Correlation of two curves when the second comes `shift` frames later. */
function correlationAt(first: readonly number[], second: readonly number[], shift: number): number {
  const pairs = first.flatMap((value, index) => (second[index + shift] === undefined ? [] : [[value, second[index + shift]!] as const]));
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [a, b] = [mean(0), mean(1)];
  const sum = (of: (pair: readonly [number, number]) => number): number => pairs.reduce((all, pair) => all + of(pair), 0);
  return sum(([x, y]) => (x - a) * (y - b)) / Math.sqrt(sum(([x]) => (x - a) ** 2) * sum(([, y]) => (y - b) ** 2));
}

/** By how much the mouth comes later than the sound: the peak of the correlation, between frames by a parabola. */
function lagOf(sound: readonly number[], mouth: readonly number[]): { readonly seconds: number; readonly correlation: number } {
  const shifts = Array.from({ length: 13 }, (_, index) => index - 6);
  const values = shifts.map((shift) => correlationAt(sound, mouth, shift));
  const best = values.indexOf(Math.max(...values));
  const [before, peak, after] = [values[best - 1] ?? 0, values[best]!, values[best + 1] ?? 0];
  const between = (0.5 * (before - after)) / (before - 2 * peak + after);
  return { seconds: (shifts[best]! + between) / FRAMES_PER_SECOND, correlation: peak };
}

describe.runIf(ffmpegIsThere)('a spoken clip', () => {
  it('opens its mouth where its sound is loud and closes it in pauses, less than 80 ms early or late', { timeout: 240_000 }, async () => {
    const voicePath = join(folder, 'voice.wav');
    writeFileSync(voicePath, wavOf(VOICE));
    const voice = await createVoiceReader().read(voicePath);
    if (!voice.ok) throw new Error(voice.sentence);
    const picture = await demoPicture('mira');
    const clipPath = join(folder, 'clip.mp4');
    const lengthSeconds = Math.ceil(voice.lengthSeconds * FRAMES_PER_SECOND) / FRAMES_PER_SECOND;
    const outcome = await animatePicture(
      { pictures: createPictureReader(), animator, clips: createClipWriter() },
      {
        ...{ picture: { path: picture.path }, motion: { kind: 'speak', voice: voice.samples }, lengthSeconds },
        ...{ strength: 'normal', seed: 11, clipPath, soundPath: voicePath },
      },
    );
    if (!outcome.ok) throw new Error(outcome.sentence);
    const facts = await inspectClip(clipPath);
    expect(masterProfileFaults(facts, { ...facts, hasSound: true })).toEqual([]);
    expect(facts.lengthSeconds).toBeCloseTo(lengthSeconds, 3);

    const frames = await decodeHalfSize(clipPath, facts.widthPixels, facts.heightPixels);
    const finder = await createFaceFinder();
    const box = (await finder.findFace(frames[0]!))!;
    const openings: number[] = [];
    let face = await finder.locate(frames[0]!, box);
    for (const [index, frame] of frames.entries()) {
      if (index % EVERY === 0) face = await finder.locate(frame, box);
      openings.push(openingOf(frame, face));
    }
    const sound = envelopeOf(clipPath, frames.length);
    const lag = lagOf(sound, openings);
    console.info(
      `a spoken clip: the mouth ${Math.round(1000 * lag.seconds)} ms after the sound, correlation ${lag.correlation.toFixed(2)}`,
    );
    expect(openings[0]).toBeLessThan(0.05);
    const loudest = Math.max(...sound);
    const openWhere = (isSo: (frame: number) => boolean): number[] => openings.filter((_, frame) => isSo(frame));
    const around = (frame: number): number[] => sound.slice(Math.max(0, frame - SETTLES_FRAMES), frame + SETTLES_FRAMES + 1);
    const loud = openWhere((frame) => around(frame).every((level) => level > 0.4 * loudest));
    const quiet = openWhere((frame) => around(frame).every((level) => level < 0.02 * loudest));
    expect(Math.min(loud.length, quiet.length)).toBeGreaterThan(10);
    expect(Math.min(...loud)).toBeGreaterThan(0.12);
    expect(Math.max(...quiet)).toBeLessThan(0.05);
    expect(lag.correlation).toBeGreaterThan(0.6);
    expect(Math.abs(lag.seconds)).toBeLessThan(0.08);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakSounds, wavOf } from '../../test/support/synthetic-voice.ts';
import type { FileStorage } from '../app/ports/file-storage.ts';
import type { Clip } from '../app/ports/stores/clip-store.ts';
import { openDiskStorage } from '../storage/disk-storage.ts';
import { inspectClip } from './inspect-clip.ts';
import { createShareCopies } from './share-copies.ts';
import { chooseFfmpeg, createClipWriter } from './write-clip.ts';

const [WIDTH, HEIGHT, FRAMES] = [720, 960, 24];
const nativeIsThere = spawnSync('ffmpeg', ['-version']).status === 0;

let folder: string;
let storage: FileStorage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-copies-'));
  storage = await openDiskStorage({ folder: join(folder, 'files') });
  const clipPath = join(folder, 'clip.mp4');
  const clip = { widthPixels: WIDTH, heightPixels: HEIGHT, framesPerSecond: 24, frameCount: FRAMES, clipPath };
  await createClipWriter({}).write(clip, walkingSquare());
  for (const id of ['b', 'c']) await storage.put(`clips/${id}/clip.mp4`, { path: clipPath }, 'video/mp4');
  const soundPath = join(folder, 'voice.wav');
  await writeFile(soundPath, wavOf(speakSounds([{ seconds: 0.8, makes: [780, 1250] }])));
  await createClipWriter({}).write({ ...clip, soundPath }, walkingSquare());
  await storage.put('clips/a/clip.mp4', { path: clipPath }, 'video/mp4');
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

async function* walkingSquare(): AsyncGenerator<Uint8Array> {
  const frame = new Uint8Array((WIDTH * HEIGHT * 3) / 2);
  for (let index = 0; index < FRAMES; index++) {
    frame.fill(90, 0, WIDTH * HEIGHT).fill(128, WIDTH * HEIGHT);
    for (let y = 100; y < 200; y++) frame.fill(200, y * WIDTH + index * 10, y * WIDTH + index * 10 + 100);
    yield frame;
  }
}

const clipOf = (id: string) =>
  ({ id, file: { clipKey: `clips/${id}/clip.mp4`, sizeBytes: 1, sha256: 'x' } }) as Clip & { file: NonNullable<Clip['file']> };

function copiesWith(ffmpegCommand: string) {
  let encodes = 0;
  const marked: string[] = [];
  const runner = chooseFfmpeg({ ffmpegCommand });
  const ffmpeg = async () => {
    const { convert, ...rest } = await runner;
    const counted = (...given: Parameters<typeof convert>) => {
      encodes++;
      return convert(...given);
    };
    return { ...rest, convert: counted };
  };
  const mark = async (path: string) => void marked.push(path);
  const copies = createShareCopies({ storage, ffmpeg, mark, signal: new AbortController().signal });
  return { copies, marked, countEncodes: () => encodes };
}

async function pathOf(key: string): Promise<string> {
  const path = join(folder, key.replaceAll('/', '-'));
  await writeFile(path, new Uint8Array(await new Response((await storage.open(key))!).arrayBuffer()));
  return path;
}

describe.each([...(nativeIsThere ? [['ffmpeg', 'a', 'mp4a'] as const] : []), ['none', 'b', ''] as const])(
  'copies made with %s',
  (ffmpegCommand, id, soundFormat) => {
    let made: ReturnType<typeof copiesWith>;
    beforeAll(() => {
      made = copiesWith(ffmpegCommand);
    });

    it('give the master itself as it is', async () => {
      expect(await made.copies.copyOf(clipOf(id), 'mp4')).toMatchObject({ key: `clips/${id}/clip.mp4`, contentType: 'video/mp4' });
      expect(made.countEncodes()).toBe(0);
    });

    it('play on old phones: Main profile, no B-frames, index first, marked like the master and with its voice, if it has one', async () => {
      const copy = await made.copies.copyOf(clipOf(id), 'compat');
      if (typeof copy === 'string') throw new Error(copy);
      const path = await pathOf(copy.key);
      const facts = await inspectClip(path);
      expect(facts).toMatchObject({ widthPixels: WIDTH, heightPixels: HEIGHT, frameCount: FRAMES, soundFormat });
      expect(made.marked).toHaveLength(1);
      if (!nativeIsThere) return;
      const asked = ['-v', 'error', '-select_streams', 'v', '-show_entries', 'stream=profile,has_b_frames', '-of', 'csv=p=0', path];
      expect(spawnSync('ffprobe', asked).stdout.toString().trim()).toBe('Main,0');
    });

    it('move as WebP, 480 pixels wide, for ever', async () => {
      const copy = await made.copies.copyOf(clipOf(id), 'webp');
      if (typeof copy === 'string') throw new Error(copy);
      const { format, width, pageHeight, pages, loop } = await sharp(await pathOf(copy.key), { animated: true }).metadata();
      expect({ format, width, pageHeight, loop }).toEqual({ format: 'webp', width: 480, pageHeight: 640, loop: 0 });
      expect(pages).toBeGreaterThan(15);
    });

    it('move as GIF below 8 MB, made once for many who ask at the same time, and kept', async () => {
      const before = made.countEncodes();
      const asked = await Promise.all(Array.from({ length: 5 }, () => made.copies.copyOf(clipOf(id), 'gif')));
      expect(new Set(asked.map((copy) => (copy as { key: string }).key)).size).toBe(1);
      await made.copies.copyOf(clipOf(id), 'gif');
      expect(made.countEncodes()).toBe(before + 1);
      const copy = asked[0];
      if (copy === undefined || typeof copy === 'string') throw new Error(copy);
      expect(copy.sizeBytes).toBeLessThan(8 * 1024 * 1024);
      const { format, width, pages } = await sharp(await pathOf(copy.key), { animated: true }).metadata();
      expect({ format, width, pages }).toEqual({ format: 'gif', width: 480, pages: 15 });
    });
  },
);

describe('copies of many clips', () => {
  it('wait for each other, and the ones who would wait too long are told to ask again', async () => {
    let finish = (): void => {};
    const first = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let atOnce = 0;
    const broken = new Error('stops here');
    const ffmpeg = async () => {
      atOnce++;
      await first;
      atOnce--;
      throw broken;
    };
    const copies = createShareCopies({ storage, ffmpeg, mark: async () => {}, signal: new AbortController().signal });
    const keys = Array.from({ length: 12 }, (_, index) => ({ ...clipOf('c'), id: `c${index}` }));
    const asked = keys.map((clip) => copies.copyOf(clip, 'webp').catch((error: unknown) => error));
    await expect.poll(() => atOnce).toBe(1);
    expect(await Promise.all(asked.slice(9))).toEqual(['busy', 'busy', 'busy']);
    finish();
    expect(await Promise.all(asked.slice(0, 9))).toEqual(Array(9).fill(broken));
  });
});

import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileStorage } from '../app/ports/file-storage.ts';
import type { RgbPicture } from '../app/ports/safety-check.ts';
import { openDiskStorage } from '../storage/disk-storage.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { inspectClip, masterProfileFaults } from './inspect-clip.ts';
import { createResultStore, type FramesVerdict } from './result-store.ts';
import { createWasmFfmpeg } from './wasm-ffmpeg.ts';
import { chooseFfmpeg } from './write-clip.ts';

let folder: string;
let storage: FileStorage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-test-'));
  storage = await openDiskStorage({ folder: join(folder, 'storage') });
});
afterAll(() => rm(folder, { recursive: true }));

const RUNNERS: Readonly<Record<string, () => Promise<FfmpegRunner>>> = {
  'the best runner here': () => chooseFfmpeg({}),
  'the WebAssembly build': async () => createWasmFfmpeg(),
};
const [WIDTH, HEIGHT, FRAMES] = [416, 560, 25];
const signal = new AbortController().signal;
let places = 0;

/** A second and a frame, as vendors deliver it, in their own size. */
async function* vendorFrames(): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < FRAMES; index++) yield new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(80 + 3 * index, 0, WIDTH * HEIGHT);
}

async function stage(runner: FfmpegRunner, verdict: FramesVerdict = { allowed: true }) {
  const vendorPath = join(folder, 'vendor.mp4');
  const settings = { widthPixels: WIDTH, heightPixels: HEIGHT, framesPerSecond: 24, frameCount: FRAMES };
  await runner.encode(settings, vendorFrames(), vendorPath, signal);
  const seen: RgbPicture[] = [];
  const marked: string[] = [];
  const results = createResultStore({
    storage,
    ffmpeg: async () => runner,
    download: ({ url }, path) => copyFile(url, path),
    judgeFrames: async (_, frames) => {
      seen.push(...frames);
      return verdict;
    },
    mark: async (path) => void marked.push(path),
  });
  const place = `clips/one/${places++}`;
  const at = { clipKey: `${place}/clip.mp4`, posterKey: `${place}/poster.jpg`, signal };
  return { vendorPath, results, seen, marked, at };
}

describe.each(Object.keys(RUNNERS))('a result that is kept with %s', (name) => {
  it('has the master profile, a poster, and frames that were looked at', async () => {
    const { vendorPath, results, seen, marked, at } = await stage(await (RUNNERS[name] as () => Promise<FfmpegRunner>)());
    const kept = await results.keep('one', { kind: 'own-address', url: vendorPath }, at);
    expect(kept).toMatchObject({ ok: true, file: { widthPixels: 720, heightPixels: 970, clipKey: at.clipKey } });
    const path = join(folder, 'storage', at.clipKey);
    const wanted = { widthPixels: 720, heightPixels: 970, frameCount: 24, framesPerSecond: 24 };
    expect(masterProfileFaults(await inspectClip(path), wanted)).toEqual([]);
    expect((await readFile(join(folder, 'storage', at.posterKey))).subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(seen.map(({ rgb }) => rgb.length)).toEqual([333 * 448 * 3, 333 * 448 * 3]);
    expect(marked).toHaveLength(1);
  });
});

describe('a result', () => {
  it('that did not pass is not kept, and neither marked', async () => {
    const { vendorPath, results, marked, at } = await stage(await chooseFfmpeg({}), { allowed: false, detail: 'no' });
    const kept = await results.keep('one', { kind: 'own-address', url: vendorPath }, at);
    expect(kept).toEqual({ ok: false, reason: 'not-safe', detail: 'no' });
    expect(await storage.find(at.clipKey)).toBeUndefined();
    expect(marked).toEqual([]);
  });

  it.each([
    ['is no clip at all', async () => Buffer.from('<html>not found</html>')],
    ['was cut off', async (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ])('that %s cannot be used', async (_, broken) => {
    const { vendorPath, results, at } = await stage(await chooseFfmpeg({}));
    const path = join(folder, 'broken.mp4');
    await writeFile(path, await broken(await readFile(vendorPath)));
    expect(await results.keep('one', { kind: 'own-address', url: path }, at)).toMatchObject({ ok: false, reason: 'not-usable' });
  });

  it('that cannot be fetched breaks, to be tried again', async () => {
    const { results, at } = await stage(await chooseFfmpeg({}));
    await expect(results.keep('one', { kind: 'own-address', url: join(folder, 'gone.mp4') }, at)).rejects.toThrow('ENOENT');
  });
});

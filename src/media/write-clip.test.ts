import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakSounds, wavOf } from '../../test/support/synthetic-voice.ts';
import { inspectClip, masterProfileFaults } from './inspect-clip.ts';
import { createClipWriter } from './write-clip.ts';

const WIDTH = 720;
const HEIGHT = 400;
const FRAMES = 24;
const nativeIsThere = spawnSync('ffmpeg', ['-version']).status === 0;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-media-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A light square that walks over grey, in one buffer that is used again for every frame. */
async function* walkingSquare(frameCount = FRAMES): AsyncGenerator<Uint8Array> {
  const frame = new Uint8Array((WIDTH * HEIGHT * 3) / 2);
  for (let index = 0; index < frameCount; index++) {
    frame.fill(90, 0, WIDTH * HEIGHT).fill(128, WIDTH * HEIGHT);
    for (let y = 100; y < 200; y++) frame.fill(200, y * WIDTH + index * 10, y * WIDTH + index * 10 + 100);
    yield frame;
  }
}

const clipAt = (name: string) => ({
  widthPixels: WIDTH,
  heightPixels: HEIGHT,
  framesPerSecond: 24,
  frameCount: FRAMES,
  clipPath: join(folder, name),
});

describe.each([...(nativeIsThere ? (['ffmpeg'] as const) : []), 'none' as const])('a clip written with %s', (ffmpegCommand) => {
  const writer = createClipWriter({ ffmpegCommand });

  it('has the master profile, a poster, and leaves nothing else behind', async () => {
    const clip = { ...clipAt(`${ffmpegCommand}.mp4`), posterPath: join(folder, `${ffmpegCommand}.jpg`) };
    const written = await writer.write(clip, walkingSquare());
    expect(written.encoder).toBe(ffmpegCommand === 'none' ? 'wasm' : 'native');
    expect(masterProfileFaults(await inspectClip(clip.clipPath), clip)).toEqual([]);
    expect(written.sizeBytes).toBe((await stat(clip.clipPath)).size);
    const poster = await sharp(clip.posterPath).raw().toBuffer({ resolveWithObject: true });
    expect([poster.info.width, poster.info.height]).toEqual([WIDTH, HEIGHT]);
    const inSquare = poster.data[(150 * WIDTH + 50) * 3]!;
    expect(Math.abs(inSquare - (255 / 219) * (200 - 16))).toBeLessThan(4);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is heard when a recording is given, as long as its picture, whatever the length of the recording', async () => {
    const soundPath = join(folder, `${ffmpegCommand}.wav`);
    await writeFile(soundPath, wavOf(speakSounds([{ seconds: 0.6, makes: [780, 1250] }])));
    const clip = { ...clipAt(`${ffmpegCommand}-heard.mp4`), soundPath };
    const written = await writer.write(clip, walkingSquare());
    const facts = await inspectClip(clip.clipPath);
    expect(masterProfileFaults(facts, { ...clip, hasSound: true })).toEqual([]);
    expect(masterProfileFaults(facts, clip)).toEqual(['has sound']);
    expect([written.lengthSeconds, facts.soundTracks, facts.soundFormat]).toEqual([1, 1, 'mp4a']);
  });

  it('is given up without a trace when it is aborted half-way', async () => {
    const stop = new AbortController();
    async function* stopsAtTen(): AsyncGenerator<Uint8Array> {
      let index = 0;
      for await (const frame of walkingSquare()) {
        if (index++ === 10) stop.abort(new Error('no longer wanted'));
        yield frame;
      }
    }
    const clip = clipAt('aborted.mp4');
    await expect(writer.write(clip, stopsAtTen(), { signal: stop.signal })).rejects.toThrow('no longer wanted');
    expect((await readdir(folder)).filter((name) => name.includes('aborted'))).toEqual([]);
  });

  it('passes on what went wrong while drawing, without a trace', async () => {
    async function* breaks(): AsyncGenerator<Uint8Array> {
      yield* walkingSquare(3);
      throw new Error('the brush broke');
    }
    await expect(writer.write(clipAt('broken.mp4'), breaks())).rejects.toThrow('the brush broke');
    expect((await readdir(folder)).filter((name) => name.includes('broken'))).toEqual([]);
  });

  it('refuses to put a clip in place that has too few frames', async () => {
    await expect(writer.write(clipAt('short.mp4'), walkingSquare(FRAMES - 2))).rejects.toMatchObject({ code: 'clip-invalid' });
    expect((await readdir(folder)).filter((name) => name.includes('short'))).toEqual([]);
  });

  it('says before drawing that the folder does not exist', async () => {
    const clip = { ...clipAt('x.mp4'), clipPath: join(folder, 'nowhere', 'x.mp4') };
    await expect(writer.write(clip, walkingSquare())).rejects.toMatchObject({ code: 'not-writable' });
  });
});

describe('inspecting', () => {
  it('finds a clip that was cut off, and one with its index at the end', async () => {
    const clip = clipAt('whole.mp4');
    await createClipWriter().write(clip, walkingSquare());
    const cut = join(folder, 'cut.mp4');
    await writeFile(cut, await readFile(clip.clipPath));
    await truncate(cut, (await stat(cut)).size - 100);
    expect(masterProfileFaults(await inspectClip(cut), clip)).toContain('is cut off');
    if (!nativeIsThere) return;
    const late = join(folder, 'late.mp4');
    spawnSync('ffmpeg', ['-i', clip.clipPath, '-c', 'copy', '-y', late]);
    const faults = masterProfileFaults(await inspectClip(late), clip);
    expect(faults).toContain('has its index at the end');
    expect(faults).toContain('has an edit list');
  });

  it('never hangs or crashes on damaged files: it tells or throws', async () => {
    const clip = clipAt('source.mp4');
    await createClipWriter().write(clip, walkingSquare());
    const bytes = await readFile(clip.clipPath);
    const damaged = join(folder, 'damaged.mp4');
    for (let place = 0; place < 900; place += 7) {
      const copy = Buffer.from(bytes);
      copy.fill(0xff, place, place + 4);
      await writeFile(damaged, copy);
      await inspectClip(damaged).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    }
  });
});

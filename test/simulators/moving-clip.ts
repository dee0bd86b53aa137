import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClipWriter } from '../../src/media/write-clip.ts';

const FRAMES_PER_SECOND = 24;

/** A real MP4 of this size and length, with something moving in it: made by ffmpeg once per machine, then kept. */
export async function movingClip(widthPixels: number, heightPixels: number, frameCount: number): Promise<Buffer> {
  const folder = join(tmpdir(), 'reverie-simulated-clips');
  const name = `${widthPixels}x${heightPixels}-${frameCount}`;
  const clipPath = join(folder, `${name}.mp4`);
  if (await stat(clipPath).catch(() => undefined)) return readFile(clipPath);
  await mkdir(folder, { recursive: true });
  const ownPath = join(folder, `${name}-${process.pid}.mp4`);
  const clip = { widthPixels, heightPixels, framesPerSecond: FRAMES_PER_SECOND, frameCount, clipPath: ownPath };
  await createClipWriter().write(clip, frames(widthPixels, heightPixels, frameCount));
  await rename(ownPath, clipPath);
  return readFile(clipPath);
}

/** A bright square that wanders over grey, as I420. */
async function* frames(width: number, height: number, frameCount: number): AsyncIterable<Uint8Array> {
  const side = Math.floor(Math.min(width, height) / 4);
  for (let frame = 0; frame < frameCount; frame++) {
    const picture = new Uint8Array((width * height * 3) / 2).fill(110, 0, width * height).fill(128, width * height);
    const left = Math.floor(((width - side) * frame) / frameCount);
    for (let row = 0; row < side; row++) picture.fill(210, row * width + left, row * width + left + side);
    yield picture;
  }
}

import { randomBytes } from 'node:crypto';
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ClipToWrite, ClipWriter, WrittenClip } from '../app/ports/clip-writer.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { inspectClip, masterProfileFaults } from './inspect-clip.ts';
import { fileFault, MediaError } from './media-error.ts';
import { findNativeFfmpeg } from './native-ffmpeg.ts';
import { posterOf } from './poster.ts';
import { createWasmFfmpeg } from './wasm-ffmpeg.ts';

export interface ClipWriterOptions {
  /** Path or name of ffmpeg; `ffmpeg` in PATH unless told. `none` always uses the WebAssembly build. */
  readonly ffmpegCommand?: string;
}

/** The runner that encodes here: the system's ffmpeg when it can do H.264, else the WebAssembly build. */
export async function chooseFfmpeg({ ffmpegCommand = 'ffmpeg' }: ClipWriterOptions): Promise<FfmpegRunner> {
  const native = ffmpegCommand === 'none' ? undefined : await findNativeFfmpeg(ffmpegCommand);
  return native ?? createWasmFfmpeg();
}

/**
 * Writes clips in the master profile. Encodes beside the target, verifies the file, then puts clip and poster in place; on
 * any failure nothing is left behind.
 *
 * @throws MediaError with a sentence for a person; the signal's reason when aborted
 */
export function createClipWriter(options: ClipWriterOptions = {}): ClipWriter {
  let chosen: Promise<FfmpegRunner> | undefined;
  const choose = (): Promise<FfmpegRunner> => {
    chosen ??= chooseFfmpeg(options);
    return chosen;
  };
  return {
    warmUp: () => void choose().catch(() => undefined),
    write: async (clip, frames, { signal } = {}) => {
      await assertWritable(clip.clipPath);
      return writeClip(await choose(), clip, frames, signal);
    },
  };
}

/** Found out before minutes of drawing, not after. */
async function assertWritable(clipPath: string): Promise<void> {
  try {
    await access(dirname(clipPath), constants.W_OK);
  } catch (cause) {
    throw fileFault(cause) ?? cause;
  }
}

async function writeClip(
  ffmpeg: FfmpegRunner,
  clip: ClipToWrite,
  frames: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<WrittenClip> {
  const partPath = partOf(clip.clipPath);
  const posterPartPath = clip.posterPath === undefined ? undefined : partOf(clip.posterPath);
  try {
    const watched = withPoster(frames, clip, posterPartPath);
    await ffmpeg.encode(clip, watched, partPath, signal);
    await verify(partPath, clip);
    signal?.throwIfAborted();
    const { size } = await stat(partPath);
    if (posterPartPath !== undefined && clip.posterPath !== undefined) await rename(posterPartPath, clip.posterPath);
    await rename(partPath, clip.clipPath);
    return {
      clipPath: clip.clipPath,
      posterPath: clip.posterPath,
      sizeBytes: size,
      lengthSeconds: clip.frameCount / clip.framesPerSecond,
      encoder: ffmpeg.kind,
    };
  } catch (cause) {
    await Promise.all([partPath, posterPartPath ?? []].flat().map((path) => rm(path, { force: true })));
    throw fileFault(cause) ?? cause;
  }
}

/** A hidden name in the same folder, so that putting it in place is one rename. The ending stays: encoders look at it. */
function partOf(path: string): string {
  return join(dirname(path), `.${randomBytes(6).toString('hex')}.part-${basename(path)}`);
}

/** Passes the frames on and makes the poster of the first one. */
async function* withPoster(
  frames: AsyncIterable<Uint8Array>,
  { widthPixels, heightPixels }: ClipToWrite,
  posterPath: string | undefined,
): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const frame of frames) {
    if (isFirst && posterPath !== undefined) {
      await writeFile(posterPath, await posterOf(frame, widthPixels, heightPixels));
    }
    isFirst = false;
    yield frame;
  }
}

async function verify(path: string, clip: ClipToWrite): Promise<void> {
  const faults = masterProfileFaults(await inspectClip(path), { ...clip, hasSound: clip.soundPath !== undefined });
  if (faults.length > 0) {
    throw new MediaError('clip-invalid', `The finished clip is not as it should be: it ${faults.join(', ')}.`);
  }
}

import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { FileStorage } from '../app/ports/file-storage.ts';
import type { KeptAt, KeptResult, ResultStore } from '../app/ports/result-store.ts';
import type { RgbPicture } from '../app/ports/safety-check.ts';
import type { ClipFile } from '../app/ports/stores/clip-store.ts';
import type { EngineResult } from '../app/ports/video-engine.ts';
import { framesToLookAt, normaliseClip } from './convert-clip.ts';
import { framesArguments } from './encode-arguments.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { MediaError } from './media-error.ts';
import { jpegOf } from './poster.ts';

/** What the safety layer says of finished frames. */
export type FramesVerdict = { readonly allowed: true } | { readonly allowed: false; readonly detail: string };

export interface ResultStoreParts {
  readonly storage: FileStorage;
  readonly ffmpeg: () => Promise<FfmpegRunner>;
  /** Fetches a file of somebody else, guarded, to a path. Throws when it cannot be had now. */
  readonly download: (
    result: Extract<EngineResult, { kind: 'address' | 'own-address' }>,
    path: string,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Looks at whole frames in order, two a second. Throws when a checker is broken: the clip is not shown then. */
  readonly judgeFrames: (clipId: string, frames: readonly RgbPicture[]) => Promise<FramesVerdict>;
  /** Puts the invisible mark that says how the clip was made into the file. */
  readonly mark: (path: string, clipId: string) => Promise<void>;
}

type Results = { readonly [Kind in EngineResult['kind']]: Extract<EngineResult, { kind: Kind }> };

/**
 * Keeps what engines made: fetched, brought into the master profile, looked at, marked, put into the storage. What our own
 * writer made is in shape and in the storage already: its frames are looked at, and it is marked, all the same.
 */
export function createResultStore(parts: ResultStoreParts): ResultStore {
  return {
    keep: async (clipId, result, { signal, ...at }) => {
      const folder = await mkdtemp(join(tmpdir(), 'reverie-result-'));
      try {
        return result.kind === 'stored'
          ? await judgeStored(parts, clipId, result, at, folder, signal)
          : await keepFetched(parts, clipId, result, at, folder, signal);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function judgeStored(
  parts: ResultStoreParts,
  clipId: string,
  { file }: Results['stored'],
  { clipKey }: KeptAt,
  folder: string,
  signal: AbortSignal,
): Promise<KeptResult> {
  const clipPath = join(folder, 'clip.mp4');
  const stream = await parts.storage.open(file.clipKey);
  if (stream === undefined) return notUsable(`${file.clipKey} is not in the storage`);
  await pipeline(Readable.fromWeb(stream as ReadableStream), createWriteStream(clipPath), { signal });
  const verdict = await judge(parts, clipId, clipPath, file, folder, signal);
  if (!verdict.allowed) return notSafe(verdict.detail);
  await parts.mark(clipPath, clipId);
  const { sizeBytes, sha256 } = await parts.storage.put(clipKey, { path: clipPath }, 'video/mp4');
  return { ok: true, file: { ...file, clipKey, sizeBytes, sha256 } };
}

async function keepFetched(
  parts: ResultStoreParts,
  clipId: string,
  result: Results['address'] | Results['own-address'],
  at: KeptAt,
  folder: string,
  signal: AbortSignal,
): Promise<KeptResult> {
  const inputPath = join(folder, 'fetched.mp4');
  await parts.download(result, inputPath, signal);
  const normal = await normalise(await parts.ffmpeg(), inputPath, join(folder, 'clip.mp4'), signal);
  if ('fault' in normal) return notUsable(normal.fault);
  const { path, facts } = normal;
  const verdict = await judge(parts, clipId, path, facts, folder, signal);
  if (!verdict.allowed) return notSafe(verdict.detail);
  await parts.mark(path, clipId);
  return { ok: true, file: await put(parts, at, path, facts, folder, signal) };
}

/** A file that no clip can be made of is an answer; an encoder that cannot start, or a full disk, is not. */
async function normalise(ffmpeg: FfmpegRunner, inputPath: string, outputPath: string, signal: AbortSignal) {
  try {
    return await normaliseClip(ffmpeg, { inputPath, outputPath }, signal);
  } catch (error) {
    signal.throwIfAborted();
    const isTheFile = error instanceof MediaError && ['clip-invalid', 'encoder-failed'].includes(error.code);
    if (!isTheFile) throw error;
    return { fault: error.message };
  }
}

type Size = { readonly widthPixels: number; readonly heightPixels: number };

async function judge(
  { ffmpeg, judgeFrames }: ResultStoreParts,
  clipId: string,
  inputPath: string,
  size: Size,
  folder: string,
  signal: AbortSignal,
): Promise<FramesVerdict> {
  const outputPath = join(folder, 'frames.rgb');
  return judgeFrames(clipId, await framesToLookAt(await ffmpeg(), { inputPath, outputPath }, size, signal));
}

async function put(
  { storage, ffmpeg }: ResultStoreParts,
  { clipKey, posterKey }: KeptAt,
  path: string,
  { widthPixels, heightPixels }: Size,
  folder: string,
  signal: AbortSignal,
): Promise<ClipFile> {
  const first = { inputPath: path, outputPath: join(folder, 'first.rgb') };
  const settings = { widthPixels, heightPixels, which: 'first' } as const;
  await (await ffmpeg()).convert(first, (input, output) => framesArguments(settings, input, output), signal);
  const poster = await jpegOf(await readFile(first.outputPath), widthPixels, heightPixels);
  await storage.put(posterKey, { bytes: poster }, 'image/jpeg');
  const { sizeBytes, sha256 } = await storage.put(clipKey, { path }, 'video/mp4');
  return { clipKey, posterKey, widthPixels, heightPixels, sizeBytes, sha256 };
}

const notUsable = (detail: string): KeptResult => ({ ok: false, reason: 'not-usable', detail });
const notSafe = (detail: string): KeptResult => ({ ok: false, reason: 'not-safe', detail });

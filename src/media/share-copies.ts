import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { FileStorage, StoredFile } from '../app/ports/file-storage.ts';
import type { ShareCopies } from '../app/ports/share-copies.ts';
import { SHARE_FORMATS, type ShareFormat, shareCopyKey } from '../domain/share/share-formats.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { MediaError } from './media-error.ts';
import { shareArguments, triesOf } from './share-arguments.ts';

type Copy = Exclude<ShareFormat, 'mp4'>;
type Made = StoredFile | 'too-large';

export interface ShareCopiesParts {
  readonly storage: FileStorage;
  readonly ffmpeg: () => Promise<FfmpegRunner>;
  /** Puts the mark that says how a clip was made into an MP4. */
  readonly mark: (path: string, clipId: string) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Encodes at a time, and wishes that wait for them: a copy takes seconds of a whole processor, clips go before. */
const AT_A_TIME = 1;
const MOST_WAITING = 8;
const LONGEST_ENCODE_MILLISECONDS = 120_000;

/** Makes copies one at a time; who asks for one that is being made waits for the same. */
export function createShareCopies(parts: ShareCopiesParts): ShareCopies {
  const beingMade = new Map<string, Promise<Made>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async (work: () => Promise<Made>): Promise<Made> => {
    if (running >= AT_A_TIME) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await work();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
  return {
    copyOf: async ({ id, file }, format) => {
      const { clipKey, sizeBytes, sha256 } = file;
      if (format === 'mp4') return { key: clipKey, sizeBytes, sha256, contentType: SHARE_FORMATS.mp4.contentType };
      const key = shareCopyKey(id, format);
      const kept = await parts.storage.find(key);
      if (kept !== undefined) return kept;
      const alreadyAsked = beingMade.get(key);
      if (alreadyAsked !== undefined) return alreadyAsked;
      if (waiting.length >= MOST_WAITING) return 'busy';
      const made = inTurn(() => makeCopy(parts, { clipId: id, clipKey, key, format })).finally(() =>
        beingMade.delete(key),
      );
      beingMade.set(key, made);
      return made;
    },
  };
}

interface WantedCopy {
  readonly clipId: string;
  readonly clipKey: string;
  readonly key: string;
  readonly format: Copy;
}

async function makeCopy(parts: ShareCopiesParts, { clipId, clipKey, key, format }: WantedCopy): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'reverie-copy-'));
  const [inputPath, outputPath] = [join(folder, 'clip.mp4'), join(folder, 'copy')];
  const signal = AbortSignal.any([parts.signal, AbortSignal.timeout(LONGEST_ENCODE_MILLISECONDS)]);
  try {
    const stream = await parts.storage.open(clipKey);
    if (stream === undefined) throw new MediaError('clip-invalid', `${clipKey} is not in the storage.`);
    await pipeline(Readable.fromWeb(stream as ReadableStream), createWriteStream(inputPath), { signal });
    const { contentType, largestBytes = Number.POSITIVE_INFINITY } = SHARE_FORMATS[format];
    const ffmpeg = await parts.ffmpeg();
    for (let attempt = 0; attempt < triesOf(format); attempt++) {
      const argumentsOf = (input: string, output: string) => shareArguments(format, attempt, input, output);
      await ffmpeg.convert({ inputPath, outputPath }, argumentsOf, signal);
      if ((await stat(outputPath)).size > largestBytes) continue;
      if (contentType === 'video/mp4') await parts.mark(outputPath, clipId);
      return await parts.storage.put(key, { path: outputPath }, contentType);
    }
    return 'too-large';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Clip, ClipHandle, ReadyClip } from '#client';
import { fileFault } from '../../media/media-error.ts';
import type { CommandParts } from '../command.ts';

/** Waits for a clip, telling how far it is, and puts its file in place: whole, or not at all. */
export async function followClip(clip: ClipHandle, path: string, { note, signal }: CommandParts): Promise<ReadyClip> {
  let told = '';
  const onProgress = (view: Clip): void => {
    const words = wordsOf(view);
    if (words !== told && view.file === null) note(`${basename(path)}: ${words}`);
    told = words;
  };
  const ready = await clip.done({ signal, onProgress }).catch((error) => {
    if (signal.aborted) note(`The clip goes on at the service: reverie clips ${clip.id} --out ${path}`);
    throw error;
  });
  const response = await clip.download({ signal });
  await writeWhole(response.body as ReadableStream<Uint8Array>, path, signal);
  return ready;
}

/** A quarter more is worth a line. */
const PERCENT_STEP = 25;

function wordsOf({ state, wait }: Clip): string {
  if (state === 'rendering' && wait?.progressPercent != null) {
    return `${Math.floor(wait.progressPercent / PERCENT_STEP) * PERCENT_STEP} % made`;
  }
  const ahead = wait?.clipsAhead ? `, ${wait.clipsAhead} ahead` : '';
  return state === 'queued' ? `in line${ahead}` : (STATE_WORDS[state] ?? state);
}

const STATE_WORDS: Partial<Record<Clip['state'], string>> = {
  submitting: 'the engine is asked',
  rendering: 'being made',
  storing: 'being looked at and kept',
};

async function writeWhole(bytes: ReadableStream<Uint8Array>, path: string, signal: AbortSignal): Promise<void> {
  const part = `${path}.part-${randomUUID()}`;
  try {
    await pipeline(Readable.fromWeb(bytes), createWriteStream(part, { flags: 'wx' }), { signal });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw fileFault(error) ?? error;
  }
}

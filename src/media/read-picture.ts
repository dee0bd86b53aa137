import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PictureReader, PictureRefusal, PictureSource, ReadPicture } from '../app/ports/picture-reader.ts';
import type { DecodeHead } from './decode-picture-process.ts';
import { MediaError } from './media-error.ts';
import { isRefusedKind, kindOfPicture, REFUSED_KINDS } from './picture-kinds.ts';
import { DECODE_LIMIT_MILLISECONDS, LARGEST_PICTURE_BYTES, refusePicture } from './picture-limits.ts';

const DECODER = fileURLToPath(new URL('../../dist/media/decode-picture-process.js', import.meta.url));
/** Heap of the decoding process; pixels live outside of it. */
const DECODER_HEAP_MEGABYTES = 128;

/**
 * Reads pictures from files or bytes: capped, sniffed by content, decoded in a process of its own, upright, sRGB, at the
 * clip's size. Refusals carry a sentence for the person.
 *
 * @throws MediaError `decoder-failed` when the decoding process itself cannot run; the signal's reason when aborted
 */
export function createPictureReader(): PictureReader {
  return {
    read: async (source, { signal } = {}) => {
      const bytes = await bytesOf(source);
      if (!(bytes instanceof Uint8Array)) return bytes;
      const kind = kindOfPicture(bytes);
      if (isRefusedKind(kind)) return refusePicture(REFUSED_KINDS[kind]);
      return decode(bytes, signal);
    },
  };
}

async function bytesOf(source: PictureSource): Promise<Uint8Array | PictureRefusal> {
  if ('bytes' in source) {
    return source.bytes.length > LARGEST_PICTURE_BYTES ? refusePicture('too-many-bytes') : source.bytes;
  }
  try {
    return await bytesOfFile(source.path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refusePicture(code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'not-readable');
  }
}

async function bytesOfFile(path: string): Promise<Uint8Array | PictureRefusal> {
  const file = await open(path);
  try {
    const about = await file.stat();
    if (!about.isFile()) return refusePicture('not-readable');
    if (about.size > LARGEST_PICTURE_BYTES) return refusePicture('too-many-bytes');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Exit by a signal or without an answer means that the bytes broke the decoder: the picture is called broken. */
async function decode(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<ReadPicture | PictureRefusal> {
  signal?.throwIfAborted();
  const answer = await runDecoder(bytes, signal);
  signal?.throwIfAborted();
  if (answer.length < 4) return refusePicture('broken');
  const headEnd = 4 + answer.readUInt32LE(0);
  const head = JSON.parse(answer.toString('utf8', 4, headEnd)) as DecodeHead;
  if (!head.ok) return refusePicture(head.reason);
  const { widthPixels, heightPixels, sourceWidthPixels, sourceHeightPixels } = head;
  const rgba = new Uint8Array(answer.subarray(headEnd));
  if (rgba.length !== widthPixels * heightPixels * 4) return refusePicture('broken');
  return { ok: true, canvas: { widthPixels, heightPixels, rgba }, sourceWidthPixels, sourceHeightPixels };
}

function runDecoder(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const decoder = spawn(process.execPath, [`--max-old-space-size=${DECODER_HEAP_MEGABYTES}`, DECODER], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: DECODE_LIMIT_MILLISECONDS,
      killSignal: 'SIGKILL',
      ...(signal === undefined ? {} : { signal }),
    });
    const parts: Buffer[] = [];
    decoder.stdout.on('data', (part: Buffer) => parts.push(part));
    decoder.on('error', (cause) =>
      reject(
        signal?.aborted === true
          ? signal.reason
          : new MediaError('decoder-failed', 'The picture decoder could not be started.', cause),
      ),
    );
    decoder.on('close', () => resolve(Buffer.concat(parts)));
    // a decoder that dies early closes its end of the pipe: its exit tells the story, not the broken pipe
    decoder.stdin.on('error', () => undefined);
    decoder.stdin.end(bytes);
  });
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PictureRefusal, ReadPicture } from '../app/ports/picture-reader.ts';
import type { DecodedSize, DecodeHead } from './decode-picture-process.ts';
import { MediaError } from './media-error.ts';
import { isRefusedKind, kindOfPicture, REFUSED_KINDS } from './picture-kinds.ts';
import { DECODE_LIMIT_MILLISECONDS, refusePicture } from './picture-limits.ts';

const DECODER = fileURLToPath(new URL('../../dist/media/decode-picture-process.js', import.meta.url));
/** Heap of the decoding process; pixels live outside of it. */
const DECODER_HEAP_MEGABYTES = 128;

/**
 * Decodes bytes from anywhere, upright and opaque, in a process of its own: sniffed by content, and whatever they do to the
 * decoder, they do it there. Exit by a signal or without an answer means that the bytes broke the decoder: the picture
 * is called broken.
 *
 * @throws MediaError `decoder-failed` when the decoding process itself cannot run; the signal's reason when aborted
 */
export async function decodePicture(
  bytes: Uint8Array,
  size: DecodedSize,
  signal: AbortSignal | undefined,
): Promise<ReadPicture | PictureRefusal> {
  const kind = kindOfPicture(bytes);
  if (isRefusedKind(kind)) return refusePicture(REFUSED_KINDS[kind]);
  signal?.throwIfAborted();
  const answer = await runDecoder(bytes, size, signal);
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

function runDecoder(bytes: Uint8Array, size: DecodedSize, signal: AbortSignal | undefined): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const decoder = spawn(process.execPath, [`--max-old-space-size=${DECODER_HEAP_MEGABYTES}`, DECODER, size], {
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

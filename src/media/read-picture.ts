import { open } from 'node:fs/promises';
import type { PictureReader, PictureRefusal, PictureSource } from '../app/ports/picture-reader.ts';
import { decodePicture } from './decode-picture.ts';
import type { DecodedSize } from './decode-picture-process.ts';
import { LARGEST_PICTURE_BYTES, refusePicture } from './picture-limits.ts';

/**
 * Reads pictures from files or bytes: capped, sniffed by content, decoded in a process of its own, upright, sRGB, at the
 * clip's size unless told that they are to be `whole`. Refusals carry a sentence for the person.
 *
 * @throws MediaError `decoder-failed` when the decoding process itself cannot run; the signal's reason when aborted
 */
export function createPictureReader({ size = 'canvas' }: { readonly size?: DecodedSize } = {}): PictureReader {
  return {
    read: async (source, { signal } = {}) => {
      const bytes = await bytesOf(source);
      if (!(bytes instanceof Uint8Array)) return bytes;
      return decodePicture(bytes, size, signal);
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

import type { FileStorage } from '../app/ports/file-storage.ts';
import type { RgbPicture } from '../app/ports/safety-check.ts';
import type { PictureFile } from '../app/ports/stores/character-store.ts';
import type { Canvas } from '../domain/picture/canvas.ts';
import { decodePicture } from './decode-picture.ts';
import { MediaError } from './media-error.ts';

/**
 * Reads kept pictures whole, for the safety check.
 *
 * @throws MediaError `picture-not-readable` when the file is gone or broken
 */
export function createRgbPictureReader({ storage }: { readonly storage: FileStorage }) {
  return async ({ storageKey }: Pick<PictureFile, 'storageKey'>): Promise<RgbPicture> => {
    const file = await storage.open(storageKey);
    if (file === undefined) throw notReadable(`There is no file ${storageKey} any more.`);
    const decoded = await decodePicture(Buffer.from(await new Response(file).arrayBuffer()), 'whole', undefined);
    if (!decoded.ok) throw notReadable(`${storageKey}: ${decoded.sentence}`);
    return withoutAlpha(decoded.canvas);
  };
}

const notReadable = (message: string): MediaError => new MediaError('picture-not-readable', message);

/** A decoded picture as three bytes a pixel; decoded pictures are opaque. */
export function withoutAlpha({ widthPixels, heightPixels, rgba }: Canvas): RgbPicture {
  const rgb = new Uint8Array(widthPixels * heightPixels * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] as number;
    rgb[to + 1] = rgba[from + 1] as number;
    rgb[to + 2] = rgba[from + 2] as number;
  }
  return { widthPixels, heightPixels, rgb };
}

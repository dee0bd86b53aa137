import { buffer } from 'node:stream/consumers';
import type { ReadableStream } from 'node:stream/web';
import sharp from 'sharp';
import type { FileStorage, StoredFile } from '../app/ports/file-storage.ts';
import type { SmallCopies } from '../app/ports/small-copies.ts';
import { SMALL_WIDTH_PIXELS, smallCopyKey } from '../domain/picture/small-copy.ts';

const KEPT_AS = { quality: 76, smartSubsample: true } as const;

/** Makes each copy once, however many ask for it meanwhile. What it reads was encoded by ourselves before. */
export function createSmallCopies({ storage }: { readonly storage: FileStorage }): SmallCopies {
  const beingMade = new Map<string, Promise<StoredFile | undefined>>();
  return {
    of: async (key) => {
      const kept = await storage.find(smallCopyKey(key));
      if (kept !== undefined) return kept;
      const making = beingMade.get(key) ?? makeCopy(storage, key).finally(() => beingMade.delete(key));
      beingMade.set(key, making);
      return making;
    },
  };
}

async function makeCopy(storage: FileStorage, key: string): Promise<StoredFile | undefined> {
  const stream = await storage.open(key);
  if (stream === undefined) return undefined;
  const whole = await buffer(stream as ReadableStream);
  const bytes = await sharp(whole)
    .resize({ width: SMALL_WIDTH_PIXELS, withoutEnlargement: true })
    .webp(KEPT_AS)
    .toBuffer()
    .catch(() => undefined);
  return bytes === undefined ? storage.find(key) : storage.put(smallCopyKey(key), { bytes }, 'image/webp');
}

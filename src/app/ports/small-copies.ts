import type { StoredFile } from './file-storage.ts';

/** Small copies of pictures for lists and galleries, made when they are first asked for, and kept. */
export interface SmallCopies {
  /** The small copy of what is kept under `key`; the file itself when none can be made of it, `undefined` when it is gone. */
  of(key: string): Promise<StoredFile | undefined>;
}

import type { PictureRefusal } from './picture-reader.ts';
import type { PictureFile } from './stores/character-store.ts';

/** A picture that is kept as a file, and not yet known to anybody. */
export interface TakenPicture extends PictureFile {
  readonly ok: true;
  readonly pictureId: string;
  /** Of the bytes as they were sent. */
  readonly sentSha256: string;
}

/** Takes pictures in from outside: capped, decoded in a process of its own, encoded anew without anything but pixels, and kept. */
export interface PictureIntake {
  take(pictureId: string, bytes: ReadableStream<Uint8Array>): Promise<TakenPicture | PictureRefusal>;
}

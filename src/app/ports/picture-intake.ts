import type { PictureRefusal } from './picture-reader.ts';
import type { PictureFile } from './stores/character-store.ts';

/** Takes pictures in from outside: capped, decoded in a process of its own, encoded anew without anything but pixels, and kept. */
export interface PictureIntake {
  take(
    pictureId: string,
    bytes: ReadableStream<Uint8Array>,
  ): Promise<({ readonly ok: true } & PictureFile) | PictureRefusal>;
}

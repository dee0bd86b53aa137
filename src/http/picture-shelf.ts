import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureReader, PictureRefusal } from '../app/ports/picture-reader.ts';
import { saveUpload } from './save-upload.ts';

/** A picture that was taken in, checked, and can be animated. */
export interface ShelvedPicture {
  readonly id: string;
  readonly path: string;
  /** What the browser said it sends; used to show the picture again, never to read it. */
  readonly contentType: string;
  /** First part of the download's name, from the file's own: `my-portrait`. */
  readonly slug: string;
  /** Size of the canvas, which is the size of the clip. */
  readonly widthPixels: number;
  readonly heightPixels: number;
}

export interface PictureShelfOptions {
  readonly folder: string;
  readonly reader: PictureReader;
  readonly newId: () => string;
  /** Whether a clip still waits for the picture in this file. */
  readonly isNeeded: (path: string) => boolean;
  /** Pictures that stay; the oldest that nobody waits for goes when one more comes. */
  readonly mostKept?: number;
}

const REFUSED_BYTES: PictureRefusal = {
  ok: false,
  reason: 'too-many-bytes',
  sentence: 'The picture has more than 20 MB; save it smaller or as JPEG and choose it again.',
};

const REFUSED_EMPTY: PictureRefusal = {
  ok: false,
  reason: 'not-a-picture',
  sentence: 'Nothing arrived: the file is empty; choose a PNG, JPEG or WebP picture.',
};

/** The pictures that people brought in this run of the program, as files in one folder. */
export class PictureShelf {
  readonly #options: Required<PictureShelfOptions>;
  readonly #pictures = new Map<string, ShelvedPicture>();

  constructor(options: PictureShelfOptions) {
    this.#options = { mostKept: 24, ...options };
  }

  /** Saves and reads a picture; one that cannot be animated is refused in words and leaves no file. */
  async take(
    body: ReadableStream<Uint8Array> | null,
    sent: { readonly contentType: string; readonly slug: string; readonly signal: AbortSignal },
  ): Promise<{ readonly ok: true; readonly picture: ShelvedPicture } | PictureRefusal> {
    const id = this.#options.newId();
    const path = join(this.#options.folder, `${id}.picture`);
    const saved = await saveUpload(body, path);
    if (saved !== 'saved') return saved === 'empty' ? REFUSED_EMPTY : REFUSED_BYTES;
    const read = await this.#read(path, sent.signal);
    if (!read.ok) return read;
    const { widthPixels, heightPixels } = read.canvas;
    const picture = { id, path, contentType: sent.contentType, slug: sent.slug, widthPixels, heightPixels };
    this.#pictures.set(id, picture);
    await this.#sweep();
    return { ok: true, picture };
  }

  find(id: string): ShelvedPicture | undefined {
    return this.#pictures.get(id);
  }

  async #read(path: string, signal: AbortSignal) {
    let kept = false;
    try {
      const read = await this.#options.reader.read({ path }, { signal });
      kept = read.ok;
      return read;
    } finally {
      if (!kept) await rm(path, { force: true });
    }
  }

  async #sweep(): Promise<void> {
    const idle = [...this.#pictures.values()].filter((picture) => !this.#options.isNeeded(picture.path));
    const excess = Math.max(0, this.#pictures.size - this.#options.mostKept);
    for (const picture of idle.slice(0, excess)) {
      this.#pictures.delete(picture.id);
      await rm(picture.path, { force: true });
    }
  }
}

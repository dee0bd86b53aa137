import type { Canvas } from '../../domain/picture/canvas.ts';

/** Why a file cannot be animated; each is explained in one sentence with what to do instead. */
export type PictureRefusalReason =
  | 'missing'
  | 'not-readable'
  | 'not-a-picture'
  | 'format-not-supported'
  | 'vector-drawing'
  | 'animated'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'too-small'
  | 'broken'
  | 'taken-down';

/** Of these a reader knows; what was taken down is known by its hash. */
export type UnreadableReason = Exclude<PictureRefusalReason, 'taken-down'>;

export interface PictureRefusal {
  readonly ok: false;
  readonly reason: PictureRefusalReason;
  /** What is wrong and what to do, for the person who chose the picture. */
  readonly sentence: string;
}

export interface ReadPicture {
  readonly ok: true;
  readonly canvas: Canvas;
  readonly sourceWidthPixels: number;
  readonly sourceHeightPixels: number;
}

/** Where a picture's bytes come from. */
export type PictureSource = { readonly path: string } | { readonly bytes: Uint8Array };

/** Turns a file from anywhere into a canvas. Never trusts the bytes: decoding happens in a process of its own. */
export interface PictureReader {
  read(source: PictureSource, options?: { readonly signal?: AbortSignal }): Promise<ReadPicture | PictureRefusal>;
}

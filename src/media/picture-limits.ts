import type { PictureRefusal, UnreadableReason } from '../app/ports/picture-reader.ts';

/** Largest file that is read. A 4K PNG of a painting is about 15 MB. */
export const LARGEST_PICTURE_BYTES = 20 * 1024 * 1024;
/** Largest picture that is decoded: 40 megapixels; a bomb is refused by its header. */
export const LARGEST_PICTURE_PIXELS = 40e6;
/** Smallest short side: below that even a good enlargement has no face left. */
export const SMALLEST_SIDE_PIXELS = 128;
/** Longest time a decoder may take. */
export const DECODE_LIMIT_MILLISECONDS = 20_000;

const SENTENCES: Record<UnreadableReason, string> = {
  missing: 'There is no such file: check the path.',
  'not-readable': 'This file cannot be read: choose a picture file that you have permission to read.',
  'not-a-picture': 'This file is not a picture: choose a JPEG, PNG, WebP or AVIF.',
  'format-not-supported': 'This kind of picture is not supported: save it as JPEG, PNG, WebP or AVIF first.',
  'vector-drawing': 'This is a vector drawing (SVG): export it as PNG first.',
  animated: 'This picture is animated already: choose a still picture (JPEG, PNG, WebP or AVIF).',
  'too-many-bytes': 'This file is larger than 20 MB: save a smaller copy and try that.',
  'too-many-pixels': 'This picture has more than 40 megapixels: scale it down and try again.',
  'too-small': `This picture is too small: its shorter side needs at least ${SMALLEST_SIDE_PIXELS} pixels, better 512.`,
  broken: 'This picture is damaged and cannot be read to its end: export or download it again.',
};

/** The refusal for a reason, in a sentence for the person who chose the picture. */
export function refusePicture(reason: UnreadableReason): PictureRefusal {
  return { ok: false, reason, sentence: SENTENCES[reason] };
}

import type { UnreadableReason } from '../app/ports/picture-reader.ts';

/** What a file is by its first bytes, whatever its name says. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif' | PictureKindRefused;
type PictureKindRefused = 'animated' | 'svg' | 'gif' | 'tiff' | 'bmp' | 'heic' | 'pdf' | 'unknown';

/** Why a kind is not animated; kinds that are missing here are read. */
export const REFUSED_KINDS: Record<PictureKindRefused, UnreadableReason> = {
  animated: 'animated',
  gif: 'animated',
  svg: 'vector-drawing',
  tiff: 'format-not-supported',
  bmp: 'format-not-supported',
  heic: 'format-not-supported',
  pdf: 'format-not-supported',
  unknown: 'not-a-picture',
};

/** True for kinds in `REFUSED_KINDS`. */
export function isRefusedKind(kind: PictureKind): kind is PictureKindRefused {
  return kind in REFUSED_KINDS;
}

const SIGNATURES: readonly (readonly [kind: PictureKind, offset: number, text: string])[] = [
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['webp', 8, 'WEBP'],
  ['gif', 0, 'GIF8'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['bmp', 0, 'BM'],
  ['avif', 4, 'ftypavif'],
  ['animated', 4, 'ftypavis'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftypmif1'],
  ['pdf', 0, '%PDF'],
];

/** Tells what kind of picture `bytes` is. Looks at the beginning only and decodes nothing. */
export function kindOfPicture(bytes: Uint8Array): PictureKind {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const found = SIGNATURES.find(([, offset, text]) => start.startsWith(text, offset));
  const kind = found?.[0] ?? (/<svg[\s>]/i.test(start) ? 'svg' : 'unknown');
  const animated = (kind === 'png' && isAnimatedPng(bytes)) || (kind === 'webp' && isAnimatedWebp(bytes));
  return animated ? 'animated' : kind;
}

/** An animated PNG announces itself by an `acTL` chunk before the first image data (APNG specification). */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
    at += 12 + view.getUint32(at);
  }
  return false;
}

/** Bit 1 of the flags of the `VP8X` chunk (WebP container specification). */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0;
}

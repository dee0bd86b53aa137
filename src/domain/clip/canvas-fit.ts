import { SHORT_SIDE_PIXELS, WIDEST_RATIO } from './clip-format.ts';

/** Which part of a picture is animated, in source pixels, and the size at which it is drawn. */
export interface CanvasFit {
  readonly cropLeftPixels: number;
  readonly cropTopPixels: number;
  readonly cropWidthPixels: number;
  readonly cropHeightPixels: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

const even = (pixels: number): number => 2 * Math.round(pixels / 2);

/**
 * Fits a picture to the clip's canvas: the short side becomes 720, both sides are even (4:2:0 chroma needs it), and a
 * ratio beyond 9:21 or 21:9 is cropped around the middle (a little above it in tall pictures, where faces are).
 */
export function fitCanvas(sourceWidthPixels: number, sourceHeightPixels: number): CanvasFit {
  // rounded down: half a pixel more of a narrow banner would already be wider than 21:9 once it is enlarged
  const cropWidthPixels = Math.min(sourceWidthPixels, Math.floor(sourceHeightPixels * WIDEST_RATIO));
  const cropHeightPixels = Math.min(sourceHeightPixels, Math.floor(sourceWidthPixels * WIDEST_RATIO));
  const scale = SHORT_SIDE_PIXELS / Math.min(cropWidthPixels, cropHeightPixels);
  return {
    cropLeftPixels: Math.round((sourceWidthPixels - cropWidthPixels) / 2),
    cropTopPixels: Math.round((sourceHeightPixels - cropHeightPixels) / 4),
    cropWidthPixels,
    cropHeightPixels,
    widthPixels: even(cropWidthPixels * scale),
    heightPixels: even(cropHeightPixels * scale),
  };
}

import type { Canvas } from '../../../domain/picture/canvas.ts';

/** A canvas with its halvings, so that a crop of any size is sampled without aliasing and in constant time. */
export interface PicturePyramid {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** The canvas, its half, its quarter ..., RGBA. */
  readonly levels: readonly Canvas[];
}

/** A rectangle in a canvas, turned clockwise about its centre. Pixel 0 reaches from 0 to 1, its centre lies at 0.5. */
export interface CropRegion {
  readonly centerX: number;
  readonly centerY: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly angleRadians: number;
}

/** What a model wants to be shown. */
export interface CropFormat {
  readonly columns: number;
  readonly rows: number;
  /** The value of black; white is 1. */
  readonly black: 0 | -1;
  /** What is seen outside the canvas: black, or the nearest pixel. */
  readonly outside: 'black' | 'edge';
}

const SMALLEST_LEVEL_PIXELS = 32;

export function createPyramid(canvas: Canvas): PicturePyramid {
  const levels = [canvas];
  for (let last = canvas; Math.min(last.widthPixels, last.heightPixels) >= 2 * SMALLEST_LEVEL_PIXELS; ) {
    last = halved(last);
    levels.push(last);
  }
  return { widthPixels: canvas.widthPixels, heightPixels: canvas.heightPixels, levels };
}

function halved(canvas: Canvas): Canvas {
  const widthPixels = canvas.widthPixels >> 1;
  const heightPixels = canvas.heightPixels >> 1;
  const source = canvas.rgba;
  const rgba = new Uint8Array(widthPixels * heightPixels * 4);
  const rowLength = canvas.widthPixels * 4;
  let to = 0;
  for (let y = 0; y < heightPixels; y++) {
    let from = 2 * y * rowLength;
    for (let x = 0; x < widthPixels; x++, from += 8) {
      for (let channel = from; channel < from + 4; channel++) {
        const below = channel + rowLength;
        rgba[to++] = (source[channel]! + source[channel + 4]! + source[below]! + source[below + 4]! + 2) >> 2;
      }
    }
  }
  return { widthPixels, heightPixels, rgba };
}

/** Where a point of the crop, given in parts of its width and height (0..1), lies in the canvas. */
export function fromCrop(region: CropRegion, x: number, y: number): { x: number; y: number } {
  const across = (x - 0.5) * region.widthPixels;
  const down = (y - 0.5) * region.heightPixels;
  const cos = Math.cos(region.angleRadians);
  const sin = Math.sin(region.angleRadians);
  return { x: region.centerX + across * cos - down * sin, y: region.centerY + across * sin + down * cos };
}

/** Fills `target` (`rows x columns x 3`) with the crop, averaging over what each of its pixels covers. */
export function sampleCrop(
  pyramid: PicturePyramid,
  region: CropRegion,
  format: CropFormat,
  target: Float32Array,
): void {
  const scaleX = region.widthPixels / format.columns;
  const scaleY = region.heightPixels / format.rows;
  const finest = Math.floor(Math.log2(Math.max(1, Math.min(scaleX, scaleY))));
  const levelIndex = Math.min(finest, pyramid.levels.length - 1);
  const shrink = 2 ** levelIndex;
  const level = pyramid.levels[levelIndex]!;
  const samplesX = Math.max(1, Math.ceil(scaleX / shrink - 0.01));
  const samplesY = Math.max(1, Math.ceil(scaleY / shrink - 0.01));
  const weight = (1 - format.black) / (255 * samplesX * samplesY);
  const sum = new Float64Array(3);
  let to = 0;
  for (let row = 0; row < format.rows; row++) {
    for (let column = 0; column < format.columns; column++) {
      sum.fill(0);
      for (let sample = 0; sample < samplesX * samplesY; sample++) {
        const u = (column + ((sample % samplesX) + 0.5) / samplesX) / format.columns;
        const v = (row + (Math.floor(sample / samplesX) + 0.5) / samplesY) / format.rows;
        const at = fromCrop(region, u, v);
        addPixel(level, at.x / shrink - 0.5, at.y / shrink - 0.5, format.outside, sum);
      }
      for (let channel = 0; channel < 3; channel++) target[to++] = sum[channel]! * weight + format.black;
    }
  }
}

/** Adds the bilinear sample at a place counted in pixel centres. */
function addPixel(picture: Canvas, x: number, y: number, outside: CropFormat['outside'], sum: Float64Array): void {
  const { widthPixels, heightPixels, rgba } = picture;
  if (outside === 'black' && (x < -0.5 || y < -0.5 || x > widthPixels - 0.5 || y > heightPixels - 0.5)) return;
  const insideX = Math.min(Math.max(x, 0), widthPixels - 1);
  const insideY = Math.min(Math.max(y, 0), heightPixels - 1);
  const left = Math.floor(insideX);
  const top = Math.floor(insideY);
  const shareX = insideX - left;
  const shareY = insideY - top;
  const right = left + 1 < widthPixels ? 4 : 0;
  const down = top + 1 < heightPixels ? widthPixels * 4 : 0;
  const at = (top * widthPixels + left) * 4;
  for (let channel = 0; channel < 3; channel++) {
    const from = at + channel;
    const upper = rgba[from]! + (rgba[from + right]! - rgba[from]!) * shareX;
    const lower = rgba[from + down]! + (rgba[from + down + right]! - rgba[from + down]!) * shareX;
    sum[channel] = sum[channel]! + upper + (lower - upper) * shareY;
  }
}

import { describe, expect, it } from 'vitest';
import type { Canvas } from '../../../domain/picture/canvas.ts';
import { type CropFormat, createPyramid, fromCrop, sampleCrop } from './picture-crop.ts';

/** Red grows to the right and green downwards, one step each pixel; blue is full. */
function ramp(widthPixels: number, heightPixels: number): Canvas {
  const rgba = new Uint8Array(widthPixels * heightPixels * 4);
  for (let pixel = 0; pixel < widthPixels * heightPixels; pixel++) {
    rgba.set([pixel % widthPixels, Math.floor(pixel / widthPixels), 255, 255], 4 * pixel);
  }
  return { widthPixels, heightPixels, rgba };
}

const upright = { centerX: 100, centerY: 60, widthPixels: 64, heightPixels: 64, angleRadians: 0 };
const asLarge: CropFormat = { columns: 64, rows: 64, black: 0, outside: 'edge' };

function crop(region: typeof upright, format: CropFormat, canvas = ramp(200, 120)): Float32Array {
  const target = new Float32Array(format.rows * format.columns * 3);
  sampleCrop(createPyramid(canvas), region, format, target);
  return target;
}

describe('a crop', () => {
  it('is the picture itself at its own size', () => {
    const pixels = crop(upright, asLarge);
    expect(Array.from(pixels.subarray(0, 3), (value) => Math.round(value * 255))).toEqual([68, 28, 255]);
    expect(Array.from(pixels.subarray(-3), (value) => Math.round(value * 255))).toEqual([131, 91, 255]);
  });

  it('averages what each of its pixels covers when it is smaller', () => {
    const pixels = crop(upright, { ...asLarge, columns: 8, rows: 8 });
    // halving rounds to whole steps
    expect(Math.abs(pixels[0]! * 255 - (68 + 3.5))).toBeLessThan(0.6);
    expect(Math.abs(pixels[1]! * 255 - (28 + 3.5))).toBeLessThan(0.6);
  });

  it('turns with its region', () => {
    const pixels = crop({ ...upright, angleRadians: Math.PI / 2 }, asLarge);
    const first = fromCrop({ ...upright, angleRadians: Math.PI / 2 }, 0.5 / 64, 0.5 / 64);
    expect([first.x, first.y]).toEqual([expect.closeTo(131.5), expect.closeTo(28.5)]);
    expect(Array.from(pixels.subarray(0, 2), (value) => Math.round(value * 255))).toEqual([131, 28]);
  });

  it('shows black, or the last pixel, outside the picture', () => {
    const corner = { ...upright, centerX: 0, centerY: 0 };
    expect(Array.from(crop(corner, { ...asLarge, black: -1, outside: 'black' }).subarray(0, 3))).toEqual([-1, -1, -1]);
    expect(Array.from(crop(corner, asLarge).subarray(0, 3))).toEqual([0, 0, 1]);
  });
});

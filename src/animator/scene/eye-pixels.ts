import type { Canvas } from '../../domain/picture/canvas.ts';
import { clamp } from '../plane.ts';
import type { EyeShape } from './eye-shape.ts';

/** Eye coordinates of a canvas point. */
export function inEye(shape: EyeShape, x: number, y: number): { readonly u: number; readonly v: number } {
  const dx = (x - shape.cornerX) / shape.widthPixels;
  const dy = (y - shape.cornerY) / shape.widthPixels;
  return { u: dx * shape.axisX + dy * shape.axisY, v: -dx * shape.axisY + dy * shape.axisX };
}

/** Canvas point of eye coordinates. */
export function inCanvas(shape: EyeShape, u: number, v: number): { readonly x: number; readonly y: number } {
  return {
    x: shape.cornerX + shape.widthPixels * (u * shape.axisX - v * shape.axisY),
    y: shape.cornerY + shape.widthPixels * (u * shape.axisY + v * shape.axisX),
  };
}

/** Luma 0..255 at eye coordinates, nearest pixel. */
export function lumaAt(canvas: Canvas, shape: EyeShape, u: number, v: number): number {
  const { x, y } = inCanvas(shape, u, v);
  return lumaOf(canvas.rgba, pixelAt(canvas, x, y));
}

/** Where in its bytes the pixel of a canvas lies that is nearest to a point. */
export function pixelAt({ widthPixels, heightPixels }: Canvas, x: number, y: number): number {
  return (clamp(Math.round(y), 0, heightPixels - 1) * widthPixels + clamp(Math.round(x), 0, widthPixels - 1)) * 4;
}

/** Luma 0..255 of the colour that begins at place `at`. */
export const lumaOf = (colours: Float32Array | Uint8Array, at: number): number =>
  0.2126 * colours[at]! + 0.7152 * colours[at + 1]! + 0.0722 * colours[at + 2]!;

/** The value that a `share` of them, 0..1, do not reach. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

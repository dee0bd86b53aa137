import type { Canvas } from '../domain/picture/canvas.ts';
import { clamp } from './plane.ts';

/**
 * Coordinates of an eye or a mouth in the canvas: `u` runs from its left corner to its right one, 0 to 1, and `v` across that,
 * downwards, in the same unit.
 */
export interface FeatureFrame {
  readonly cornerX: number;
  readonly cornerY: number;
  /** Unit vector of `u` in the canvas. */
  readonly axisX: number;
  readonly axisY: number;
  readonly widthPixels: number;
}

/** Coordinates in the feature of a canvas point. */
export function inFeature(frame: FeatureFrame, x: number, y: number): { readonly u: number; readonly v: number } {
  const dx = (x - frame.cornerX) / frame.widthPixels;
  const dy = (y - frame.cornerY) / frame.widthPixels;
  return { u: dx * frame.axisX + dy * frame.axisY, v: -dx * frame.axisY + dy * frame.axisX };
}

/** Canvas point of coordinates in the feature. */
export function inCanvas(frame: FeatureFrame, u: number, v: number): { readonly x: number; readonly y: number } {
  return {
    x: frame.cornerX + frame.widthPixels * (u * frame.axisX - v * frame.axisY),
    y: frame.cornerY + frame.widthPixels * (u * frame.axisY + v * frame.axisX),
  };
}

/** Where in its bytes the pixel of a canvas lies that is nearest to a place of the feature, or to one of its border. */
export function pixelAt(canvas: Canvas, frame: FeatureFrame, u: number, v: number): number {
  const { widthPixels, heightPixels } = canvas;
  const { x, y } = inCanvas(frame, u, v);
  return (clamp(Math.round(y), 0, heightPixels - 1) * widthPixels + clamp(Math.round(x), 0, widthPixels - 1)) * 4;
}

/** Luma 0..255 of the pixel that is nearest to a place of the feature. */
export function lumaAt(canvas: Canvas, frame: FeatureFrame, u: number, v: number): number {
  return lumaOf(canvas.rgba, pixelAt(canvas, frame, u, v));
}

/** Luma 0..255 of the colour that begins at place `at` (ITU-R BT.709). */
export const lumaOf = (colours: ArrayLike<number>, at = 0): number =>
  0.2126 * colours[at]! + 0.7152 * colours[at + 1]! + 0.0722 * colours[at + 2]!;

/** The canvas at a place of the feature, bilinear, 0..255, into the three numbers of `out`. Allocates nothing. */
export function sampleFeature(canvas: Canvas, frame: FeatureFrame, u: number, v: number, out: Float32Array): void {
  const { widthPixels, heightPixels, rgba } = canvas;
  const px = frame.cornerX + frame.widthPixels * (u * frame.axisX - v * frame.axisY);
  const py = frame.cornerY + frame.widthPixels * (u * frame.axisY + v * frame.axisX);
  const x = clamp(px, 0, widthPixels - 1.001);
  const y = clamp(py, 0, heightPixels - 1.001);
  const x0 = x | 0;
  const y0 = y | 0;
  const fx = x - x0;
  const fy = y - y0;
  const at = (y0 * widthPixels + x0) * 4;
  const under = at + widthPixels * 4;
  for (let channel = 0; channel < 3; channel++) {
    const top = rgba[at + channel]! + (rgba[at + 4 + channel]! - rgba[at + channel]!) * fx;
    const bottom = rgba[under + channel]! + (rgba[under + 4 + channel]! - rgba[under + channel]!) * fx;
    out[channel] = top + (bottom - top) * fy;
  }
}

import type { Canvas } from '../../domain/picture/canvas.ts';
import { clamp, enlarge, type Plane, smoothstep } from '../plane.ts';
import { HAIR_SCALE, type Hair } from './hair.ts';
import { nearestSeed } from './nearest-seed.ts';
import type { WeightedColour } from './push-pull.ts';
import { smoothFill } from './smooth-fill.ts';
import { includeWisps } from './wisps.ts';

/**
 * The picture taken apart: a figure layer that moves over a plate that stands still.
 *
 * Identity by construction: a frame is `alpha * figure + (1 - alpha) * plate`, the figure's colours are the canvas's, and the
 * plate's are the canvas's wherever alpha is below 1. At rest every frame is the canvas, bit for bit.
 */
export interface Layers {
  /** `height x width x 4`: the canvas's colours, and how much of each pixel moves with the figure. */
  readonly figure: Uint8Array;
  /** `height x width x 4`: the background, with what the figure hides filled in. */
  readonly plate: Uint8Array;
}

const CORE_THRESHOLD = 0.45;
/** From here on a pixel belongs to the figure alone and the plate behind it is filled in. */
const OPAQUE = 0.98;
/** In face heights: how far the layer reaches beyond the figure's edge, how soft it ends, more of both near hair. */
const REACH = { base: 0.012, nearHair: 0.022 };
const FEATHER = { base: 0.03, nearHair: 0.02 };

/** Cuts the figure out by its matte and fills in the plate behind it. */
export function separateLayers(canvas: Canvas, matte: Plane, hair: Hair, faceHeightPixels: number): Layers {
  const { widthPixels, heightPixels } = canvas;
  const coreMask = maskOf(matte.values, (value) => value > CORE_THRESHOLD);
  const toCore = nearestSeed(coreMask, widthPixels, heightPixels).distancePixels;
  const nearHair = enlarge(spread(hair.amount, faceHeightPixels), widthPixels, heightPixels).values;
  const alpha = new Float32Array(coreMask.length);
  for (let i = 0; i < alpha.length; i++) {
    const reach = (REACH.base + REACH.nearHair * nearHair[i]!) * faceHeightPixels;
    const feather = (FEATHER.base + FEATHER.nearHair * nearHair[i]!) * faceHeightPixels;
    alpha[i] = 1 - smoothstep(reach, reach + feather, toCore[i]!);
  }
  includeWisps(canvas, alpha, coreMask, toCore, faceHeightPixels);
  return { figure: withAlpha(canvas, alpha), plate: fillPlate(canvas, alpha, faceHeightPixels) };
}

/** 1 where `holds`; plain loops, since `Uint8Array.from` takes 20 times as long. */
function maskOf(values: Float32Array, holds: (value: number) => boolean): Uint8Array {
  const mask = new Uint8Array(values.length);
  for (let i = 0; i < mask.length; i++) if (holds(values[i]!)) mask[i] = 1;
  return mask;
}

/** The canvas as one layer that moves as a whole, with itself as the plate. */
export function singleLayer(canvas: Canvas): Layers {
  return { figure: canvas.rgba.slice(), plate: canvas.rgba };
}

/** Hair and what lies within about 0.06 face heights of it. */
function spread(hair: Plane, faceHeightPixels: number): Plane {
  const mask = maskOf(hair.values, (value) => value > 0.4);
  const distance = nearestSeed(mask, hair.widthPixels, hair.heightPixels).distancePixels;
  const reach = (0.06 * faceHeightPixels) / HAIR_SCALE;
  return { ...hair, values: distance.map((pixels) => 1 - smoothstep(0.3 * reach, reach, pixels)) };
}

/** The canvas's colours with an alpha of one's own, 0..1. */
export function withAlpha({ rgba }: Canvas, alpha: Float32Array): Uint8Array {
  const figure = rgba.slice();
  for (let i = 0; i < alpha.length; i++) figure[i * 4 + 3] = alpha[i]! >= OPAQUE ? 255 : Math.round(255 * alpha[i]!);
  return figure;
}

/**
 * What lies behind the figure: smooth colour from its surroundings, and over it the detail (grain, brush strokes, leaves) of
 * the background mirrored across the figure's edge, fading with the distance from it.
 */
export function fillPlate(canvas: Canvas, alpha: Float32Array, faceHeightPixels: number): Uint8Array {
  const { widthPixels: width, heightPixels: height, rgba } = canvas;
  const known = maskOf(alpha, (value) => value < OPAQUE);
  const smooth = smoothFill(canvas, (i) => known[i]!);
  const nearest = nearestSeed(known, width, height);
  const plate = rgba.slice();
  const fade = 0.25 * faceHeightPixels;
  const lowPass = backgroundWithoutDetail(canvas, known);
  const [base, low] = [new Float32Array(3), new Float32Array(3)];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const seed = nearest.seedIndex[i]!;
      if (known[i] === 1 || seed < 0) continue;
      const seedY = (seed / width) | 0;
      const mirrorX = clamp(2 * (seed - seedY * width) - x, 0, width - 1);
      const mirrorY = clamp(2 * seedY - y, 0, height - 1);
      const mirror = mirrorY * width + mirrorX;
      const share = known[mirror] === 1 ? 1 - smoothstep(0, fade, nearest.distancePixels[i]!) : 0;
      sampleColour(smooth, (x - 0.5) / 2, (y - 0.5) / 2, base);
      if (share > 0) lowPass(mirrorX, mirrorY, low);
      for (let channel = 0; channel < 3; channel++) {
        const detail = share > 0 ? share * calmed(rgba[mirror * 4 + channel]! - low[channel]!) : 0;
        plate[i * 4 + channel] = clamp(Math.round(base[channel]! + detail), 0, 255);
      }
    }
  }
  return plate;
}

/** Detail up to this many levels is grain and brushwork and is mirrored as it is; what is beyond is a strand or an edge. */
const GRAIN_LEVELS = 9;

/** Strands and edges, mirrored, would be specks: they fade out. */
function calmed(detail: number): number {
  const size = Math.abs(detail);
  return size <= GRAIN_LEVELS ? detail : Math.sign(detail) * Math.max(0, 2 * GRAIN_LEVELS - size);
}

/** Colour at a fractional position, bilinear, edges held. */
function sampleColour({ widthPixels, heightPixels, colour }: WeightedColour, x: number, y: number, out: Float32Array) {
  const cx = clamp(x, 0, widthPixels - 1);
  const cy = clamp(y, 0, heightPixels - 1);
  const x0 = Math.min(widthPixels - 2, cx | 0);
  const y0 = Math.min(heightPixels - 2, cy | 0);
  const fx = cx - x0;
  const fy = cy - y0;
  const at = (y0 * widthPixels + x0) * 3;
  const under = at + widthPixels * 3;
  for (let channel = 0; channel < 3; channel++) {
    const top = colour[at + channel]! + (colour[at + 3 + channel]! - colour[at + channel]!) * fx;
    const bottom = colour[under + channel]! + (colour[under + 3 + channel]! - colour[under + channel]!) * fx;
    out[channel] = top + (bottom - top) * fy;
  }
}

/** Side of the blocks whose mean counts as "without detail". */
const DETAIL_BLOCK_PIXELS = 8;

/**
 * The background without its detail: block means of background pixels only, so that the figure never shines through.
 * Returns how to read it at a pixel.
 */
function backgroundWithoutDetail({ widthPixels, heightPixels, rgba }: Canvas, known: Uint8Array) {
  const columns = Math.ceil(widthPixels / DETAIL_BLOCK_PIXELS);
  const rows = Math.ceil(heightPixels / DETAIL_BLOCK_PIXELS);
  // red, green, blue and how many pixels they are the sum of
  const sums = new Float32Array(columns * rows * 4);
  for (let y = 0, i = 0; y < heightPixels; y++) {
    const row = ((y / DETAIL_BLOCK_PIXELS) | 0) * columns;
    for (let x = 0; x < widthPixels; x++, i++) {
      if (known[i] === 0) continue;
      const at = (row + ((x / DETAIL_BLOCK_PIXELS) | 0)) * 4;
      for (let channel = 0; channel < 3; channel++) sums[at + channel]! += rgba[i * 4 + channel]!;
      sums[at + 3]! += 1;
    }
  }
  const mixed = new Float32Array(4);
  return (x: number, y: number, out: Float32Array): void => {
    const blockX = clamp((x + 0.5) / DETAIL_BLOCK_PIXELS - 0.5, 0, columns - 1.001);
    const blockY = clamp((y + 0.5) / DETAIL_BLOCK_PIXELS - 0.5, 0, rows - 1.001);
    const fx = blockX - (blockX | 0);
    const fy = blockY - (blockY | 0);
    const at = ((blockY | 0) * columns + (blockX | 0)) * 4;
    for (let part = 0; part < 4; part++) {
      const top = sums[at + part]! * (1 - fx) + sums[at + 4 + part]! * fx;
      const bottom = sums[at + columns * 4 + part]! * (1 - fx) + sums[at + columns * 4 + 4 + part]! * fx;
      mixed[part] = top * (1 - fy) + bottom * fy;
    }
    for (let channel = 0; channel < 3; channel++) out[channel] = mixed[channel]! / Math.max(1e-3, mixed[3]!);
  };
}

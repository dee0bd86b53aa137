import type { Canvas } from '../../domain/picture/canvas.ts';
import { enlarge, type Plane, shrink, smoothstep } from '../plane.ts';
import { HAIR_SCALE, type Hair } from './hair.ts';
import { nearestSeed } from './nearest-seed.ts';
import { pushPull } from './push-pull.ts';

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
/** In face heights: how far from the figure single strands are looked for, and how they end. */
const WISP_BAND = 0.13;
const WISP_FEATHER = 0.02;

/** Cuts the figure out by its matte and fills in the plate behind it. */
export function separateLayers(canvas: Canvas, matte: Plane, hair: Hair, faceHeightPixels: number): Layers {
  const { widthPixels, heightPixels } = canvas;
  const core = matte.values.map((value) => (value > CORE_THRESHOLD ? 1 : 0));
  const coreMask = Uint8Array.from(core);
  const toCore = nearestSeed(coreMask, widthPixels, heightPixels).distancePixels;
  const nearHair = enlarge(spread(hair.amount, faceHeightPixels), widthPixels, heightPixels).values;
  const alpha = new Float32Array(core.length);
  for (let i = 0; i < alpha.length; i++) {
    const reach = (REACH.base + REACH.nearHair * nearHair[i]!) * faceHeightPixels;
    const feather = (FEATHER.base + FEATHER.nearHair * nearHair[i]!) * faceHeightPixels;
    alpha[i] = 1 - smoothstep(reach, reach + feather, toCore[i]!);
  }
  includeWisps(canvas, alpha, coreMask, toCore, faceHeightPixels);
  return { figure: withAlpha(canvas, alpha), plate: fillPlate(canvas, alpha, faceHeightPixels) };
}

/** The canvas as one layer that moves as a whole, with itself as the plate. */
export function singleLayer(canvas: Canvas): Layers {
  return { figure: canvas.rgba.slice(), plate: canvas.rgba };
}

/** Hair and what lies within about 0.06 face heights of it. */
function spread(hair: Plane, faceHeightPixels: number): Plane {
  const mask = Uint8Array.from(hair.values, (value) => (value > 0.4 ? 1 : 0));
  const distance = nearestSeed(mask, hair.widthPixels, hair.heightPixels).distancePixels;
  const reach = (0.06 * faceHeightPixels) / HAIR_SCALE;
  return { ...hair, values: distance.map((pixels) => 1 - smoothstep(0.3 * reach, reach, pixels)) };
}

function withAlpha({ rgba }: Canvas, alpha: Float32Array): Uint8Array {
  const figure = rgba.slice();
  for (let i = 0; i < alpha.length; i++) figure[i * 4 + 3] = alpha[i]! >= OPAQUE ? 255 : Math.round(255 * alpha[i]!);
  return figure;
}

/**
 * Adds loose strands to the figure: pixels in a band around it that look like the figure and unlike the background behind
 * them. Without this they stay on the plate and the head leaves ghosts of its hair behind.
 */
function includeWisps(
  canvas: Canvas,
  alpha: Float32Array,
  core: Uint8Array,
  toCore: Float32Array,
  faceHeightPixels: number,
): void {
  const { widthPixels: width, heightPixels: height } = canvas;
  const band = WISP_BAND * faceHeightPixels;
  const background = smoothFill(canvas, (i) => (toCore[i]! > band ? 1 : 0));
  const figure = smoothFill(canvas, (i) => core[i]!);
  const strand = core.slice();
  const marginX = 0.02 * width;
  const marginY = 0.02 * height;
  const differs = (i: number): boolean => {
    const toBackground = colourDistance(canvas.rgba, i, background);
    return toBackground > 0.1 && toBackground > 0.55 * colourDistance(canvas.rgba, i, figure);
  };
  const candidates: number[] = [];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const inBand = toCore[i]! > 0 && toCore[i]! <= band;
      const atBorder = x < marginX || y < marginY || x > width - marginX || y > height - marginY;
      if (inBand && !atBorder && differs(i)) candidates.push(i);
    }
  }
  growFrom(strand, candidates, toCore, width);
  const toStrand = nearestSeed(strand, width, height).distancePixels;
  const feather = WISP_FEATHER * faceHeightPixels;
  for (let i = 0; i < alpha.length; i++) {
    if (toCore[i]! > band) continue;
    alpha[i] = Math.max(alpha[i]!, 1 - smoothstep(3, 3 + feather, toStrand[i]!));
  }
}

/** Marks the candidates that touch what is marked already (two pixels apart at most), nearest to the figure first. */
function growFrom(marked: Uint8Array, candidates: number[], toCore: Float32Array, width: number): void {
  candidates.sort((a, b) => toCore[a]! - toCore[b]!);
  for (let pass = 0; pass < 2; pass++) {
    for (const i of candidates) {
      if (marked[i] === 1) continue;
      for (let dy = -2; dy <= 2 && marked[i] === 0; dy++) {
        for (let dx = -2; dx <= 2; dx++) if (marked[i + dy * width + dx] === 1) marked[i] = 1;
      }
    }
  }
}

function colourDistance(rgba: Uint8Array, i: number, other: Float32Array): number {
  const red = rgba[i * 4]! - other[i * 3]!;
  const green = rgba[i * 4 + 1]! - other[i * 3 + 1]!;
  const blue = rgba[i * 4 + 2]! - other[i * 3 + 2]!;
  return Math.sqrt((red * red + green * green + blue * blue) / 3) / 255;
}

/** The picture with everything but the `known` pixels filled in smoothly from them, `height x width x 3`. */
function smoothFill({ widthPixels, heightPixels, rgba }: Canvas, known: (index: number) => number): Float32Array {
  const count = widthPixels * heightPixels;
  const colour = new Float32Array(count * 3);
  const weight = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    weight[i] = known(i);
    for (let channel = 0; channel < 3; channel++) colour[i * 3 + channel] = rgba[i * 4 + channel]!;
  }
  pushPull({ widthPixels, heightPixels, colour, weight });
  return colour;
}

/**
 * What lies behind the figure: smooth colour from its surroundings, and over it the detail (grain, brush strokes, leaves) of
 * the background mirrored across the figure's edge, fading with the distance from it.
 */
function fillPlate(canvas: Canvas, alpha: Float32Array, faceHeightPixels: number): Uint8Array {
  const { widthPixels: width, heightPixels: height, rgba } = canvas;
  const known = Uint8Array.from(alpha, (value) => (value < OPAQUE ? 1 : 0));
  const smooth = smoothFill(canvas, (i) => known[i]!);
  const nearest = nearestSeed(known, width, height);
  const plate = rgba.slice();
  const fade = 0.25 * faceHeightPixels;
  const lowPass = smoothBackground(canvas, known);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (known[i] === 1 || nearest.seedIndex[i]! < 0) continue;
      const seedY = (nearest.seedIndex[i]! / width) | 0;
      const seedX = nearest.seedIndex[i]! - seedY * width;
      const mirror = mirroredIndex(x, y, seedX, seedY, width, height);
      const share = known[mirror] === 1 ? 1 - smoothstep(0, fade, nearest.distancePixels[i]!) : 0;
      for (let channel = 0; channel < 3; channel++) {
        const detail = rgba[mirror * 4 + channel]! - lowPass[mirror * 3 + channel]!;
        plate[i * 4 + channel] = Math.min(255, Math.max(0, Math.round(smooth[i * 3 + channel]! + share * detail)));
      }
    }
  }
  return plate;
}

function mirroredIndex(x: number, y: number, seedX: number, seedY: number, width: number, height: number): number {
  const mirrorX = Math.min(width - 1, Math.max(0, 2 * seedX - x));
  const mirrorY = Math.min(height - 1, Math.max(0, 2 * seedY - y));
  return mirrorY * width + mirrorX;
}

/** Side of the blocks whose mean counts as "without detail". */
const DETAIL_BLOCK_PIXELS = 8;

/** The background without its detail: block means of background pixels only, so that the figure never shines through. */
function smoothBackground({ widthPixels, heightPixels, rgba }: Canvas, known: Uint8Array): Float32Array {
  const smooth = (levelOf: (index: number) => number): Float32Array => {
    const values = Float32Array.from(known, (isKnown, index) => isKnown * levelOf(index));
    const blocks = shrink({ widthPixels, heightPixels, values }, DETAIL_BLOCK_PIXELS);
    return enlarge(blocks, widthPixels, heightPixels).values;
  };
  const weight = smooth(() => 1);
  const out = new Float32Array(known.length * 3);
  for (let channel = 0; channel < 3; channel++) {
    const sums = smooth((index) => rgba[index * 4 + channel]!);
    for (let i = 0; i < known.length; i++) {
      out[i * 3 + channel] = weight[i]! > 0.01 ? sums[i]! / weight[i]! : rgba[i * 4 + channel]!;
    }
  }
  return out;
}

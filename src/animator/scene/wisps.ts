import type { Canvas } from '../../domain/picture/canvas.ts';
import { smoothstep } from '../plane.ts';
import { nearestSeed } from './nearest-seed.ts';
import { smoothFill } from './smooth-fill.ts';

/** In face heights: how far from the figure single strands are looked for, and how they end. */
const WISP_BAND = 0.13;
const WISP_FEATHER = 0.02;
/** Half of the width, in face heights, from which on something that goes on beyond the band is no strand. */
const THICK = 0.014;

/**
 * Adds loose strands to the figure: pixels in a band around it that look like the figure and unlike the background behind
 * them. Without this they stay on the plate and the head leaves ghosts of its hair behind.
 */
export function includeWisps(
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
    const half = ((i / width) >> 1) * background.widthPixels + ((i % width) >> 1);
    const toBackground = colourDistance(canvas.rgba, i, background.colour, half);
    return toBackground > 0.1 && toBackground > 0.55 * colourDistance(canvas.rgba, i, figure.colour, half);
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
  const thick = Math.max(2, THICK * faceHeightPixels);
  const foreign = foreignPixels(strand, core, toCore, { width, height, band, thick });
  if (foreign !== undefined) {
    strand.set(core);
    const own = candidates.filter((i) => foreign[i] === 0);
    growFrom(strand, own, toCore, width);
  }
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

interface Band {
  readonly width: number;
  readonly height: number;
  /** Pixels from the figure to which strands are looked for, and half of the width that is too thick for one. */
  readonly band: number;
  readonly thick: number;
}

/**
 * What is thick and goes on beyond the band, with its seam: a dark horizon behind dark hair is no strand of it, and would be
 * torn along with the head. A lock that the matte missed is thick, too, but ends within the band. `undefined` when there is none.
 */
function foreignPixels(
  strand: Uint8Array,
  core: Uint8Array,
  toCore: Float32Array,
  { width, height, band, thick }: Band,
): Uint8Array | undefined {
  const outside = strand.map((marked) => 1 - marked);
  const toOutside = nearestSeed(outside, width, height).distancePixels;
  const foreign = new Uint8Array(strand.length);
  const waiting: number[] = [];
  const visit = (i: number): void => {
    if (foreign[i] === 1 || strand[i] === 0 || core[i] === 1 || toOutside[i]! <= thick) return;
    foreign[i] = 1;
    waiting.push(i);
  };
  for (let i = 0; i < strand.length; i++) if (toCore[i]! > band - 3 * thick && toCore[i]! <= band) visit(i);
  if (waiting.length === 0) return undefined;
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    for (const next of [i - 1, i + 1, i - width, i + width]) visit(next);
  }
  const toForeign = nearestSeed(foreign, width, height).distancePixels;
  return toForeign.reduce((seam, pixels, i) => {
    if (pixels < 2.5 * thick) seam[i] = 1;
    return seam;
  }, foreign);
}

function colourDistance(rgba: Uint8Array, i: number, other: Float32Array, at: number): number {
  const red = rgba[i * 4]! - other[at * 3]!;
  const green = rgba[i * 4 + 1]! - other[at * 3 + 1]!;
  const blue = rgba[i * 4 + 2]! - other[at * 3 + 2]!;
  return Math.sqrt((red * red + green * green + blue * blue) / 3) / 255;
}

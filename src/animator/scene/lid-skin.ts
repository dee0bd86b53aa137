import type { Canvas } from '../../domain/picture/canvas.ts';
import { lumaAt, lumaOf, pixelAt } from '../feature-frame.ts';
import { clamp, quantile, smoothstep } from '../plane.ts';
import { along, type EyeShape, LID_STEPS, smoothed } from './eye-shape.ts';

const GRAIN_GAIN = 0.8;
/**
 * Detail of the cheek up to this many medians of its size is grain: edges of flat colours are none. Neither is what has more
 * than so many levels, the rim of glasses or a strand, unless the whole cheek is as rough as that: wrinkles, broad strokes.
 */
const COARSEST_GRAIN = { medians: 4, levels: 12, roughMedians: 2.5 };
/** A lid comes out of the fold in the fold's own shadow: where that begins and ends beside the lid's upper end, in eye widths. */
const FOLD = { above: 0.05, below: 0.22 };

/** What a closed lid looks like, per pixel of an eye's region. */
export interface LidSkin {
  /** Per pixel `x 3`: colour of a closed lid there, 0..255, without shading. */
  readonly lid: Float32Array;
  /** Per pixel: fine texture of the skin to lay over the lid, in grey levels. */
  readonly grain: Float32Array;
}

/**
 * The skin that a closed lid shows: from the fold at its upper end to the skin below the eye.
 *
 * @param lidTop where the lid ends above, along `u`
 * @param pixels their places in the eye
 */
export function lidSkinOf(
  canvas: Canvas,
  shape: EyeShape,
  lidTop: Float32Array,
  { u: us, v: vs }: { readonly u: Float32Array; readonly v: Float32Array },
): LidSkin {
  const below = skinRow(canvas, shape, (u) => along(shape.lower, u) + 0.14);
  const above = skinRow(canvas, shape, (u) => along(lidTop, u) - (shape.lashes === undefined ? 0.02 : 0.06));
  smoothRow(above);
  const fold = above.slice();
  const shaded = shadedSkinOf(canvas, shape);
  for (const row of [above, below]) {
    liftShadow(row, shaded);
    smoothRow(row);
  }
  const lid = new Float32Array(us.length * 3);
  const grain = new Float32Array(us.length);
  for (let i = 0; i < us.length; i++) {
    const u = clamp(us[i]!, 0, 1);
    const v = vs[i]!;
    const from = along(lidTop, u);
    const outOfFold = smoothstep(from - FOLD.above, from + FOLD.below, v);
    const share = smoothstep(from, along(shape.lower, u) + 0.14, v);
    const step = Math.round(u * (LID_STEPS - 1)) * 3;
    for (let channel = step; channel < step + 3; channel++) {
      const upper = fold[channel]! + outOfFold * (above[channel]! - fold[channel]!);
      lid[i * 3 + channel - step] = upper + share * (below[channel]! - upper);
    }
    grain[i] = skinGrain(canvas, shape, from, u, v);
  }
  calm(grain);
  return { lid, grain };
}

/** Makes grain of the detail of a cheek: what is too coarse for it fades out. */
function calm(grain: Float32Array): void {
  const sizes = grain.map(Math.abs).sort();
  const median = sizes[sizes.length >> 1]!;
  const { medians, levels, roughMedians } = COARSEST_GRAIN;
  const most = Math.min(medians * median, Math.max(levels, roughMedians * median));
  for (let i = 0; i < grain.length; i++) {
    const size = Math.abs(grain[i]!);
    grain[i] = GRAIN_GAIN * Math.sign(grain[i]!) * Math.min(size, Math.max(0, 2 * most - size));
  }
}

/**
 * Colour of the skin along a line of the eye, `LID_STEPS x 3`: the mean within 0.12 eye widths to both sides without the
 * darkest and brightest places, since lashes, strands and highlights that cross the line would become stripes of the lid.
 */
function skinRow(canvas: Canvas, shape: EyeShape, lineAt: (u: number) => number): Float32Array {
  const row = new Float32Array(LID_STEPS * 3);
  for (let step = 0; step < LID_STEPS; step++) {
    const places: { readonly luma: number; readonly at: number }[] = [];
    for (let offset = -0.12; offset <= 0.121; offset += 0.02) {
      const u = clamp(step / (LID_STEPS - 1) + offset, 0, 1);
      const at = pixelAt(canvas, shape, u, lineAt(u));
      places.push({ luma: lumaOf(canvas.rgba, at), at });
    }
    const skin = places.sort((a, b) => b.luma - a.luma).slice(1, 9);
    for (let channel = 0; channel < 3; channel++) {
      row[step * 3 + channel] = skin.reduce((sum, { at }) => sum + canvas.rgba[at + channel]!, 0) / skin.length;
    }
  }
  return row;
}

/** Skin changes slowly along an eye: what is left of single places would become stripes of the lid. */
function smoothRow(row: Float32Array): void {
  for (let channel = 0; channel < 3; channel++) {
    const levels = Float32Array.from({ length: LID_STEPS }, (_, step) => row[step * 3 + channel]!);
    smoothed(levels, ROW_PASSES).forEach((level, step) => {
      row[step * 3 + channel] = level;
    });
  }
}
/** Spreads a place over a ninth of the eye's width to both sides. */
const ROW_PASSES = 100;

/** Part of the skin's brightness that a lid has at least; darker than that lies the shadow under a brow. */
const DARKEST_LID = 0.66;

/**
 * Brightens what is in shadow. A little of it keeps its own colour; deep shadow, lashes and liner have none to keep (brightened
 * they are grey paint): there shaded skin from around the eye takes over.
 */
function liftShadow(row: Float32Array, shaded: ShadedSkin): void {
  for (let at = 0; at < row.length; at += 3) {
    const light = Math.max(1, shaded.luma / Math.max(1, lumaOf(row, at)));
    const foreign = smoothstep(1.08, 1.5, light);
    for (let channel = 0; channel < 3; channel++) {
      const own = light * row[at + channel]!;
      row[at + channel] = Math.min(255, own + foreign * (shaded.colour[channel]! - own));
    }
  }
}

interface ShadedSkin {
  readonly luma: number;
  readonly colour: readonly number[];
}

/**
 * What the picture's skin looks like at the brightness of a lid in shadow: of the skin below the eye those places that come
 * nearest to it. Bright skin that is merely darkened turns grey, painters and light make it warmer instead.
 */
function shadedSkinOf(canvas: Canvas, shape: EyeShape): ShadedSkin {
  const places: { readonly at: number; readonly luma: number }[] = [];
  for (let u = -0.15; u <= 1.16; u += 0.05) {
    for (let below = 0.16; below <= 0.95; below += 0.05) {
      const at = pixelAt(canvas, shape, u, along(shape.lower, u) + below);
      places.push({ at, luma: lumaOf(canvas.rgba, at) });
    }
  }
  const luma =
    DARKEST_LID *
    quantile(
      places.map((place) => place.luma),
      0.6,
    );
  const nearest = places.sort((a, b) => Math.abs(a.luma - luma) - Math.abs(b.luma - luma)).slice(0, SHADED_PLACES);
  return {
    luma,
    colour: [0, 1, 2].map((channel) =>
      quantile(
        nearest.map(({ at }) => canvas.rgba[at + channel]!),
        0.5,
      ),
    ),
  };
}

const SHADED_PLACES = 24;

/** How far under the lower lid the skin begins that grain is taken from, in eye widths. */
const GRAIN_BELOW = 0.2;

/**
 * The fine texture of the cheek, moved up so that the skin just under the eye lies on the top of the lid: a lid without it
 * looks like a white eyeball.
 */
function skinGrain(canvas: Canvas, shape: EyeShape, lidTop: number, u: number, v: number): number {
  const cheekV = v - lidTop + along(shape.lower, u) + GRAIN_BELOW;
  const step = 0.05;
  let around = 0;
  for (const dv of [-step, 0, step]) {
    for (const du of [-step, 0, step]) around += du === 0 && dv === 0 ? 0 : lumaAt(canvas, shape, u + du, cheekV + dv);
  }
  return lumaAt(canvas, shape, u, cheekV) - around / 8;
}

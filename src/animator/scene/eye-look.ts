import type { Canvas } from '../../domain/picture/canvas.ts';
import { clamp, smoothstep } from '../plane.ts';
import { along, type EyeShape, LID_STEPS, smoothed } from './eye-shape.ts';

/**
 * How an eye looks, prepared so that it can be drawn half or fully closed: all its pixels, and for each of them the colour of
 * the skin that a closed lid would show there.
 */
export interface EyeLook {
  readonly shape: EyeShape;
  /** Upper end of the drawn region along `u`: just under the brow. */
  readonly top: Float32Array;
  /** Height of the zone of lashes and liner above the upper lid, in eye widths, and where it ends along `u`. */
  readonly lashHeight: number;
  readonly lidTop: Float32Array;
  /** How far above the lid lashes reach along `u`: what is dark beyond them is the rim of glasses or a strand. */
  readonly lashReach: Float32Array;
  /** How strongly a closed lid is shaded as the round thing it is, 0..1. */
  readonly roundness: number;
  /** The part of the canvas that holds the region; `right` and `bottom` lie outside. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Per pixel of the region: place in the canvas and in the eye. */
  readonly canvasX: Int16Array;
  readonly canvasY: Int16Array;
  readonly u: Float32Array;
  readonly v: Float32Array;
  /** Per pixel `x 3`: colour of a closed lid there, 0..255, without shading. */
  readonly lid: Float32Array;
  /** Per pixel: fine texture of the skin to lay over the lid, in grey levels. */
  readonly grain: Float32Array;
}

/** Beyond the corners and under the eye, in eye widths. */
const REGION = { beside: 0.12, below: 0.5, above: 0.6 };
const GRAIN_GAIN = 0.8;
/**
 * Detail of the cheek up to this many medians of its size is grain: edges of flat colours are none. Neither is what has more
 * than so many levels, the rim of glasses or a strand, unless the whole cheek is as rough as that: wrinkles, broad strokes.
 */
const COARSEST_GRAIN = { medians: 4, levels: 12, roughMedians: 2.5 };
/** Drawn characters are shaded less than people. */
const DRAWN_ROUNDNESS = 0.4;

/** A lid comes out of the fold in the fold's own shadow: where that begins and ends beside the lid's upper end, in eye widths. */
const FOLD = { above: 0.05, below: 0.22 };

/** Prepares an eye of the canvas. */
export function eyeLookOf(canvas: Canvas, shape: EyeShape): EyeLook {
  const lashHeight = shape.lashes === undefined ? lashHeightOf(canvas, shape) : drawnLashHeight(shape, shape.lashes);
  const lidTop = shape.upper.map((edge, step) => Math.min(edge - lashHeight, (shape.lashes?.[step] ?? edge) - 0.02));
  const top = shape.brow.map((brow, step) =>
    clamp(brow + 0.06, shape.upper[step]! - REGION.above, Math.min(shape.upper[step]! - 0.14, lidTop[step]! - 0.08)),
  );
  const pixels = regionPixels(canvas, shape, top);
  const below = skinRow(canvas, shape, (u) => along(shape.lower, u) + 0.14);
  const above = skinRow(canvas, shape, (u) => along(lidTop, u) - (shape.lashes === undefined ? 0.02 : 0.06));
  const shaded = shadedSkinOf(canvas, shape);
  smoothRow(above);
  const fold = above.slice();
  liftShadow(above, shaded);
  liftShadow(below, shaded);
  smoothRow(above);
  smoothRow(below);
  const lid = new Float32Array(pixels.u.length * 3);
  const grain = new Float32Array(pixels.u.length);
  for (let i = 0; i < pixels.u.length; i++) {
    const u = clamp(pixels.u[i]!, 0, 1);
    const from = along(lidTop, u);
    const share = smoothstep(from, along(shape.lower, u) + 0.14, pixels.v[i]!);
    const step = Math.round(u * (LID_STEPS - 1)) * 3;
    const fromFold = smoothstep(from - FOLD.above, from + FOLD.below, pixels.v[i]!);
    for (let channel = 0; channel < 3; channel++) {
      const upper = fold[step + channel]! + fromFold * (above[step + channel]! - fold[step + channel]!);
      lid[i * 3 + channel] = upper + share * (below[step + channel]! - upper);
    }
    grain[i] = skinGrain(canvas, shape, from, u, pixels.v[i]!);
  }
  const roundness = shape.lashes === undefined ? 1 : DRAWN_ROUNDNESS;
  calm(grain);
  const lashReach = lashReachOf(canvas, shape, lashHeight);
  return {
    shape,
    top,
    lashHeight,
    lidTop,
    lashReach,
    roundness,
    box: boxOf(pixels.canvasX, pixels.canvasY),
    ...pixels,
    lid,
    grain,
  };
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

/** The line of lashes is highest in the middle third; a little more, for its soft edge. */
function drawnLashHeight(shape: EyeShape, lashes: Float32Array): number {
  let highest = 0;
  for (let step = 22; step <= 42; step++) highest = Math.max(highest, shape.upper[step]! - lashes[step]!);
  return clamp(highest + 0.03, 0.05, 0.32);
}

function boxOf(x: Int16Array, y: Int16Array): EyeLook['box'] {
  const box = { left: 32767, top: 32767, right: 0, bottom: 0 };
  for (let i = 0; i < x.length; i++) {
    box.left = Math.min(box.left, x[i]!);
    box.top = Math.min(box.top, y[i]!);
    box.right = Math.max(box.right, x[i]! + 1);
    box.bottom = Math.max(box.bottom, y[i]! + 1);
  }
  return box;
}

function regionPixels(canvas: Canvas, shape: EyeShape, top: Float32Array) {
  const reach = shape.widthPixels * 1.35;
  const centreX = shape.cornerX + (shape.axisX * shape.widthPixels) / 2;
  const centreY = shape.cornerY + (shape.axisY * shape.widthPixels) / 2;
  const found: [number, number, number, number][] = [];
  for (let y = Math.max(1, Math.floor(centreY - reach)); y <= Math.min(canvas.heightPixels - 2, centreY + reach); y++) {
    for (
      let x = Math.max(1, Math.floor(centreX - reach));
      x <= Math.min(canvas.widthPixels - 2, centreX + reach);
      x++
    ) {
      const { u, v } = inEye(shape, x, y);
      if (u < -REGION.beside || u > 1 + REGION.beside) continue;
      if (v < along(top, u) || v > along(shape.lower, u) + REGION.below) continue;
      found.push([x, y, u, v]);
    }
  }
  return {
    canvasX: Int16Array.from(found, ([x]) => x),
    canvasY: Int16Array.from(found, ([, y]) => y),
    u: Float32Array.from(found, ([, , u]) => u),
    v: Float32Array.from(found, ([, , , v]) => v),
  };
}

/** Eye coordinates of a canvas point. */
function inEye(shape: EyeShape, x: number, y: number): { readonly u: number; readonly v: number } {
  const dx = (x - shape.cornerX) / shape.widthPixels;
  const dy = (y - shape.cornerY) / shape.widthPixels;
  return { u: dx * shape.axisX + dy * shape.axisY, v: -dx * shape.axisY + dy * shape.axisX };
}

/** Canvas point of eye coordinates. */
function inCanvas(shape: EyeShape, u: number, v: number): { readonly x: number; readonly y: number } {
  return {
    x: shape.cornerX + shape.widthPixels * (u * shape.axisX - v * shape.axisY),
    y: shape.cornerY + shape.widthPixels * (u * shape.axisY + v * shape.axisX),
  };
}

/** Luma 0..255 at eye coordinates, nearest pixel. */
function lumaAt(canvas: Canvas, shape: EyeShape, u: number, v: number): number {
  const { x, y } = inCanvas(shape, u, v);
  const at = pixelAt(canvas, x, y);
  return 0.2126 * canvas.rgba[at]! + 0.7152 * canvas.rgba[at + 1]! + 0.0722 * canvas.rgba[at + 2]!;
}

function pixelAt({ widthPixels, heightPixels }: Canvas, x: number, y: number): number {
  return (clamp(Math.round(y), 0, heightPixels - 1) * widthPixels + clamp(Math.round(x), 0, widthPixels - 1)) * 4;
}

/**
 * How far above the lid's edge lashes and liner reach: where the brightness, going up from the edge, has come back by three
 * quarters to that of the skin. Held between 0.08 and 0.32 eye widths, and clear of the brow.
 */
function lashHeightOf(canvas: Canvas, shape: EyeShape): number {
  const profile = Array.from({ length: 16 }, (_, step) => {
    let sum = 0;
    // single long lashes count: the darkest third of the places
    const levels: number[] = [];
    for (let u = 0.2; u <= 0.81; u += 0.04) levels.push(lumaAt(canvas, shape, u, along(shape.upper, u) - step * 0.02));
    levels.sort((a, b) => a - b);
    for (let i = 0; i < 5; i++) sum += levels[i]!;
    return sum / 5;
  });
  const darkest = Math.min(...profile.slice(0, 6));
  const skin = Math.max(...profile);
  const from = profile.indexOf(darkest);
  const back = profile.findIndex((luma, step) => step > from && luma >= skin - 0.25 * (skin - darkest));
  const toBrow = along(shape.upper, 0.5) - along(shape.brow, 0.5);
  return clamp((back < 0 ? 15 : back) * 0.02, 0.08, clamp(toBrow - 0.1, 0.1, 0.32));
}

/** Per place along the eye: where above the lid's edge the brightness has come back by three quarters for the first time. */
function lashReachOf(canvas: Canvas, shape: EyeShape, lashHeight: number): Float32Array {
  const steps = Math.ceil(lashHeight / 0.02) + 1;
  const reach = Float32Array.from({ length: LID_STEPS }, (_, place) => {
    const u = place / (LID_STEPS - 1);
    const edge = along(shape.upper, u);
    const profile = Array.from({ length: steps }, (_, step) => lumaAt(canvas, shape, u, edge - step * 0.02));
    const darkest = Math.min(...profile.slice(0, 5));
    const from = profile.indexOf(darkest);
    const bright = darkest + 0.75 * (Math.max(...profile) - darkest);
    const back = profile.findIndex((luma, step) => step > from && luma >= bright);
    return (back < 0 ? steps : back) * 0.02;
  });
  return smoothed(reach, 16);
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
      const { x, y } = inCanvas(shape, u, lineAt(u));
      places.push({ luma: lumaAt(canvas, shape, u, lineAt(u)), at: pixelAt(canvas, x, y) });
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
    const light = Math.max(1, shaded.luma / Math.max(1, lumaOfRow(row, at)));
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
      const { x, y } = inCanvas(shape, u, along(shape.lower, u) + below);
      const at = pixelAt(canvas, x, y);
      places.push({ at, luma: lumaOfRow(canvas.rgba, at) });
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

const lumaOfRow = (colours: Float32Array | Uint8Array, at: number): number =>
  0.2126 * colours[at]! + 0.7152 * colours[at + 1]! + 0.0722 * colours[at + 2]!;

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

/** How dark an iris is. */
export interface IrisContrast {
  /** 1 - iris / skin below the eye, mean brightness. */
  readonly againstSkin: number;
  /** 1 - iris / brightest tenth between the lids, median brightness: what tells dark eyes in dark skin. */
  readonly againstWhite: number;
}

/**
 * How much darker the iris is than what surrounds it. Where the mesh has really found an eye (19 of 19 faces with open eyes:
 * paintings, renders, drawings, light and dark skin) these are at least 0.25 and 0.38; on a statue 0.01 and 0.04.
 */
export function irisContrastOf(canvas: Canvas, shape: EyeShape): IrisContrast {
  const between: number[] = [];
  const iris: number[] = [];
  for (let u = 0.08; u < 0.93; u += 0.02) {
    for (let share = 0.15; share < 0.86; share += 0.07) {
      const v = along(shape.upper, u) + share * (along(shape.lower, u) - along(shape.upper, u));
      const luma = lumaAt(canvas, shape, u, v);
      between.push(luma);
      if (Math.hypot(u - shape.irisU, v - shape.irisV) < 0.8 * shape.irisRadius) iris.push(luma);
    }
  }
  if (iris.length === 0) return { againstSkin: 0, againstWhite: 0 };
  let skin = 0;
  for (let u = 0.2; u <= 0.81; u += 0.1) skin += lumaAt(canvas, shape, u, along(shape.lower, u) + 0.22) / 7;
  const mean = iris.reduce((sum, luma) => sum + luma, 0) / iris.length;
  return {
    againstSkin: 1 - mean / Math.max(1, skin),
    againstWhite: 1 - quantile(iris, 0.5) / Math.max(1, quantile(between, 0.9)),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

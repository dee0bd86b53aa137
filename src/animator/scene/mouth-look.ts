import type { Canvas } from '../../domain/picture/canvas.ts';
import { inCanvas, inFeature, lumaOf } from '../feature-frame.ts';
import { clamp } from '../plane.ts';
import { along, LID_STEPS } from './eye-shape.ts';
import type { MouthShape } from './mouth-shape.ts';

/** A mouth of the picture, prepared so that it can be drawn open. */
export interface MouthLook {
  readonly shape: MouthShape;
  /** The part of the canvas that holds the region; `right` and `bottom` lie outside. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Per pixel of the region: place in the canvas and in the mouth. */
  readonly canvasX: Int16Array;
  readonly canvasY: Int16Array;
  readonly u: Float32Array;
  readonly v: Float32Array;
  /** Red, green, blue, 0..255: the dark inside, the tongue, the teeth in its shadow. */
  readonly cavity: readonly number[];
  readonly tongue: readonly number[];
  readonly teeth: readonly number[];
}

/** Beyond the corners, in mouth widths; and what stays clear of nose and chin. */
const REGION = { beside: 0.02, underNose: 0.05, aboveChin: 0.03 };

/** Prepares a mouth of the canvas. */
export function mouthLookOf(canvas: Canvas, shape: MouthShape): MouthLook {
  const found: [number, number, number, number][] = [];
  const corners = [-REGION.beside, 1 + REGION.beside].flatMap((u) =>
    [shape.noseV, shape.chinV].map((v) => inCanvas(shape, u, v)),
  );
  const reach = (values: number[], most: number): [number, number] => [
    Math.max(1, Math.floor(Math.min(...values))),
    Math.min(most - 2, Math.ceil(Math.max(...values))),
  ];
  const [left, right] = reach(
    corners.map(({ x }) => x),
    canvas.widthPixels,
  );
  const [top, bottom] = reach(
    corners.map(({ y }) => y),
    canvas.heightPixels,
  );
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const { u, v } = inFeature(shape, x, y);
      if (u < -REGION.beside || u > 1 + REGION.beside) continue;
      if (v < shape.noseV + REGION.underNose || v > shape.chinV - REGION.aboveChin) continue;
      found.push([x, y, u, v]);
    }
  }
  return {
    shape,
    box: { left, top, right: right + 1, bottom: bottom + 1 },
    canvasX: Int16Array.from(found, ([x]) => x),
    canvasY: Int16Array.from(found, ([, y]) => y),
    u: Float32Array.from(found, ([, , u]) => u),
    v: Float32Array.from(found, ([, , , v]) => v),
    ...insideColours(canvas, shape),
  };
}

/**
 * The inside in the picture's own colours: as dark as the line between the lips, as red as the lips, teeth as light as the skin
 * allows. A drawing without colour gets a mouth without colour.
 */
function insideColours(canvas: Canvas, shape: MouthShape): Pick<MouthLook, 'cavity' | 'tongue' | 'teeth'> {
  // where the line between the lips was not drawn where the mesh has it, one of the two rows is more skin than lip
  const lip = redderOf(
    meanColour(canvas, shape, (u) => (along(shape.innerLower, u) + along(shape.outerLower, u)) / 2),
    meanColour(canvas, shape, (u) => (along(shape.innerUpper, u) + along(shape.outerUpper, u)) / 2),
  );
  const skin = meanColour(canvas, shape, (u) => along(shape.outerLower, u) + 0.16);
  const line = meanColour(canvas, shape, (u) => (along(shape.innerUpper, u) + along(shape.innerLower, u)) / 2);
  const depth = Math.min(0.62 * lumaOf(line), 0.3 * lumaOf(lip), 46);
  const light = Math.max(lumaOf(skin), lumaOf(lip));
  const white = light + 0.12 * (255 - light);
  const toLuma = (colour: readonly number[], luma: number): number[] =>
    colour.map((channel) => clamp((channel * luma) / Math.max(1, lumaOf(colour)), 0, 255));
  return {
    cavity: toLuma(mix(line, lip, 0.75), depth),
    tongue: toLuma(lip, Math.max(1.25 * depth, 0.52 * lumaOf(lip))),
    teeth: mix([white, white, white], toLuma(skin, white), 0.45),
  };
}

const redness = ([red = 0, green = 0, blue = 0]: readonly number[]): number =>
  (red - (green + blue) / 2) / Math.max(1, red);
const redderOf = (a: number[], b: number[]): number[] => (redness(b) > redness(a) ? b : a);
const mix = (a: readonly number[], b: readonly number[], share: number): number[] =>
  a.map((value, channel) => value + (b[channel]! - value) * share);

/** Mean colour along a row of the mouth, over its middle. */
function meanColour(canvas: Canvas, shape: MouthShape, rowAt: (u: number) => number): number[] {
  const sums = [0, 0, 0];
  let count = 0;
  for (let step = 0.25 * LID_STEPS; step < 0.75 * LID_STEPS; step++, count++) {
    const u = step / (LID_STEPS - 1);
    const { x, y } = inCanvas(shape, u, rowAt(u));
    const column = clamp(Math.round(x), 0, canvas.widthPixels - 1);
    const at = (clamp(Math.round(y), 0, canvas.heightPixels - 1) * canvas.widthPixels + column) * 4;
    for (let channel = 0; channel < 3; channel++) sums[channel]! += canvas.rgba[at + channel]!;
  }
  return sums.map((sum) => sum / count);
}

import type { Canvas } from '../../domain/picture/canvas.ts';
import { inFeature } from '../feature-frame.ts';
import { clamp } from '../plane.ts';
import { along, type EyeShape } from './eye-shape.ts';
import { drawnLashHeight, lashHeightOf, lashReachOf } from './lashes.ts';
import { type LidSkin, lidSkinOf } from './lid-skin.ts';

/**
 * How an eye looks, prepared so that it can be drawn half or fully closed: all its pixels, and for each of them the colour of
 * the skin that a closed lid would show there.
 */
export interface EyeLook extends LidSkin {
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
}

/** Beyond the corners and under the eye, in eye widths. */
const REGION = { beside: 0.12, below: 0.5, above: 0.6 };
/** Drawn characters are shaded less than people. */
const DRAWN_ROUNDNESS = 0.4;

/** Prepares an eye of the canvas. */
export function eyeLookOf(canvas: Canvas, shape: EyeShape): EyeLook {
  const lashHeight = shape.lashes === undefined ? lashHeightOf(canvas, shape) : drawnLashHeight(shape, shape.lashes);
  const lidTop = shape.upper.map((edge, step) => Math.min(edge - lashHeight, (shape.lashes?.[step] ?? edge) - 0.02));
  const top = shape.brow.map((brow, step) =>
    clamp(brow + 0.06, shape.upper[step]! - REGION.above, Math.min(shape.upper[step]! - 0.14, lidTop[step]! - 0.08)),
  );
  const pixels = regionPixels(canvas, shape, top);
  return {
    ...{ shape, top, lashHeight, lidTop },
    lashReach: lashReachOf(canvas, shape, lashHeight),
    roundness: shape.lashes === undefined ? 1 : DRAWN_ROUNDNESS,
    box: boxOf(pixels.canvasX, pixels.canvasY),
    ...pixels,
    ...lidSkinOf(canvas, shape, lidTop, pixels),
  };
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
      const { u, v } = inFeature(shape, x, y);
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

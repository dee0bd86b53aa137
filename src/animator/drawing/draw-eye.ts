import type { Canvas } from '../../domain/picture/canvas.ts';
import { lumaOf, sampleFeature } from '../feature-frame.ts';
import { PADDING_PIXELS } from '../kernels/frame-kernel.ts';
import { clamp, smoothstep } from '../plane.ts';
import type { EyeLook } from '../scene/eye-look.ts';
import { along, type EyeShape } from '../scene/eye-shape.ts';

/** What an eye does at a moment. */
export interface EyeState {
  /** 0 open, 1 closed, below 0 wider than in the picture. */
  readonly blink: number;
  /** 0..1: the lower lid rises. */
  readonly squint: number;
  /** Shift of the iris in eye widths. */
  readonly gazeRight: number;
  readonly gazeDown: number;
}

/** Where the drawn eye goes: the padded figure layer. */
export interface EyeTarget {
  readonly figure: Uint8Array;
  readonly figureStrideBytes: number;
}

/** Between these amounts of closing the stretched picture of the lid gives way to a drawn one. */
const DRAWN_LID = { from: 0.12, to: 0.45 };
/** Part of the opening the upper lid covers when it closes, and what it overlaps; the lower lid meets it. */
const CLOSING = { upper: 0.8, overlap: 0.03, lower: 0.2 };
const SQUINT_RISE = 0.3;
/** Height of the strip at the lid's edge that moves without being stretched. */
const RIGID_STRIP = 0.1;
/** Height of the line that even invisible lashes leave on a closed lid, and how dark it is. */
const LASH_LINE = { height: 0.034, darkness: 0.48 };
/** Exponents of the ink's darkening per channel: lashes over skin are brown, not olive. */
const INK_TINT: readonly number[] = [0.86, 1.04, 1.1];
const GAZE_LIMIT = { right: 0.3, down: 0.06 };

/** Puts back what the picture shows in a region. */
export function restoreRegion(canvas: Canvas, look: Pick<EyeLook, 'canvasX' | 'canvasY'>, target: EyeTarget): void {
  for (let i = 0; i < look.canvasX.length; i++) {
    const x = look.canvasX[i]!;
    const y = look.canvasY[i]!;
    const from = (y * canvas.widthPixels + x) * 4;
    const to = (y + PADDING_PIXELS) * target.figureStrideBytes + (x + PADDING_PIXELS) * 4;
    for (let channel = 0; channel < 3; channel++) target.figure[to + channel] = canvas.rgba[from + channel]!;
  }
}

/** The lids of a moment as tables along the eye, so that the pixel loop only looks up. */
interface Lids {
  readonly upper: Float32Array;
  readonly lower: Float32Array;
}

/**
 * Draws an eye into the figure layer: lids by stretching while it is nearly open, by a painted lid (skin colour from above
 * and below, the cheek's grain, the picture's own lashes carried along) when it closes; pure stretching leaves dark smears.
 * 2 x 6 ms for two fully closed eyes 90 pixels wide, 0.6 ms for gaze alone.
 */
export function drawEye(canvas: Canvas, look: EyeLook, state: EyeState, target: EyeTarget): void {
  const { shape } = look;
  const lids = lidsOf(shape, state);
  const gazeRight = gazeWithin(shape, state.gazeRight);
  const gazeDown = clamp(state.gazeDown, -GAZE_LIMIT.down, GAZE_LIMIT.down);
  const colour = new Float32Array(3);
  const painted = new Float32Array(3);
  const blink = Math.max(0, state.blink);
  for (let i = 0; i < look.u.length; i++) {
    const u = look.u[i]!;
    const v = look.v[i]!;
    const upper = along(lids.upper, u);
    const lower = along(lids.lower, u);
    const drawn = smoothstep(DRAWN_LID.from, DRAWN_LID.to, blink) * sideWeight(u);
    if (v < upper) sampleFeature(canvas, shape, u, aboveLid(look, u, v, upper), colour);
    else if (v <= lower) sampleEyeball(canvas, shape, u, v, gazeRight, gazeDown, colour);
    else sampleFeature(canvas, shape, u, belowLid(shape, u, v, lower), colour);
    if (drawn > 0) {
      paintLid(canvas, look, i, upper, lower, blink, gazeRight, gazeDown, painted);
      for (let channel = 0; channel < 3; channel++) colour[channel]! += drawn * (painted[channel]! - colour[channel]!);
    }
    const at = (look.canvasY[i]! + PADDING_PIXELS) * target.figureStrideBytes + (look.canvasX[i]! + PADDING_PIXELS) * 4;
    for (let channel = 0; channel < 3; channel++) target.figure[at + channel] = clamp(colour[channel]! + 0.5, 0, 255);
  }
}

function lidsOf(shape: EyeShape, { blink, squint }: EyeState): Lids {
  return {
    upper: shape.upper.map(
      (edge, step) => edge + blink * (CLOSING.upper * shape.opening[step]! + CLOSING.overlap * shape.openWeight[step]!),
    ),
    lower: shape.lower.map((edge, step) => {
      const rise = CLOSING.lower * Math.max(0, blink) + SQUINT_RISE * squint * shape.openWeight[step]!;
      return edge - Math.min(rise, 0.45) * shape.opening[step]!;
    }),
  };
}

/** Nothing happens beyond the corners. */
function sideWeight(u: number): number {
  return smoothstep(-0.02, 0.04, u) * (1 - smoothstep(0.96, 1.02, u));
}

/** The iris never slides under a corner. */
function gazeWithin(shape: EyeShape, gaze: number): number {
  const room = 0.1 + 1.1 * shape.irisRadius;
  const lowest = Math.min(0, room - shape.irisU);
  const highest = Math.max(0, 1 - room - shape.irisU);
  return clamp(clamp(gaze, -GAZE_LIMIT.right, GAZE_LIMIT.right), lowest, highest);
}

/** Where the skin above a moved upper lid comes from: the strip at the edge rigid, above it stretched up to the brow. */
function aboveLid(look: EyeLook, u: number, v: number, edge: number): number {
  const restEdge = along(look.shape.upper, u);
  const moved = edge - restEdge;
  if (moved === 0) return v;
  const strip = edge - RIGID_STRIP;
  if (v >= strip) return v - moved;
  const top = along(look.top, u);
  const height = strip - top;
  if (height <= 1e-4 || v <= top) return v;
  const restHeight = restEdge - RIGID_STRIP - top;
  const t = (v - top) / height;
  const start = clamp(2 - height / Math.max(1e-4, restHeight), 0.2, 1.5);
  return top + restHeight * (start * t + (1 - start) * t * t);
}

function belowLid(shape: EyeShape, u: number, v: number, edge: number): number {
  const moved = along(shape.lower, u) - edge;
  return v + moved * (1 - smoothstep(0, 0.42, v - edge));
}

/** The eyeball stands still but for the gaze: the iris slides, the white is squeezed on one side and drawn out on the other. */
function sampleEyeball(
  canvas: Canvas,
  shape: EyeShape,
  u: number,
  v: number,
  gazeRight: number,
  gazeDown: number,
  out: Float32Array,
): void {
  if (gazeRight === 0 && gazeDown === 0) {
    sampleFeature(canvas, shape, u, v, out);
    return;
  }
  const radius = 1.1 * shape.irisRadius;
  const from = shape.irisU + gazeRight - radius;
  const to = shape.irisU + gazeRight + radius;
  let sourceU = u - gazeRight;
  if (u < from) sourceU = (u * (shape.irisU - radius)) / Math.max(1e-3, from);
  else if (u > to) sourceU = 1 - ((1 - u) * (1 - shape.irisU - radius)) / Math.max(1e-3, 1 - to);
  const near = 1 - smoothstep(1, 2.2, Math.abs(u - shape.irisU - gazeRight) / shape.irisRadius);
  const high = along(shape.upper, sourceU);
  const low = along(shape.lower, sourceU);
  // where the lids run steeply, the place beside may lie beyond them
  const highest = Math.min(high + 0.015, v + Math.max(0, high - along(shape.upper, u)));
  const lowest = Math.max(low - 0.015, v - Math.max(0, along(shape.lower, u) - low));
  const sourceV = highest < lowest ? clamp(v - gazeDown * near, highest, lowest) : v;
  sampleFeature(canvas, shape, sourceU, sourceV, out);
}

/**
 * The closed lid: skin, shaded as the round thing it is, with the lashes of the picture carried along its edge. On the way
 * down lashes are foreshortened, then they hang below the edge.
 */
function paintLid(
  canvas: Canvas,
  look: EyeLook,
  i: number,
  upper: number,
  lower: number,
  blink: number,
  gazeRight: number,
  gazeDown: number,
  out: Float32Array,
): void {
  const { shape } = look;
  const u = look.u[i]!;
  const v = look.v[i]!;
  const lidTop = along(look.lidTop, u);
  if (v <= upper) {
    sampleFeature(canvas, shape, u, v, out);
    const share = smoothstep(lidTop - 0.06, lidTop + 0.08, v);
    const t = clamp((v - lidTop) / Math.max(1e-3, upper - lidTop), 0, 1);
    const across = clamp(2 * u - 1, -1, 1);
    const round = 0.09 * Math.sin(Math.PI * t) - 0.05 - 0.12 * smoothstep(0.6, 1, t) - 0.1 * across * across;
    const shade = 1 + look.roundness * round;
    for (let channel = 0; channel < 3; channel++) {
      const skin = look.lid[i * 3 + channel]! * shade + look.grain[i]!;
      out[channel]! += share * (skin - out[channel]!);
    }
  } else if (v <= lower) {
    sampleEyeball(canvas, shape, u, v, gazeRight, gazeDown, out);
  } else {
    sampleFeature(canvas, shape, u, belowLid(shape, u, v, lower), out);
  }
  const ink = lashInk(canvas, look, u, v - upper, blink);
  for (let channel = 0; channel < 3; channel++) out[channel]! *= ink ** INK_TINT[channel]!;
}

/** How much the lashes darken a place `below` the lid's edge (negative above it), 0..1. */
function lashInk(canvas: Canvas, look: EyeLook, u: number, below: number, blink: number): number {
  // a lash line tapers into both corners, it does not stop
  const weight = smoothstep(-0.02, 0.16, u) * (1 - smoothstep(0.84, 1.02, u));
  const height = LASH_LINE.height * (0.5 + 0.5 * weight);
  const line = 1 - LASH_LINE.darkness * Math.max(0, 1 - (below / height) ** 2);
  const stretch = 1 - 2 * clamp(blink, 0, 1);
  const distance = Math.abs(stretch) < 0.05 ? -1 : -below / stretch;
  let lashes = 1;
  if (distance >= 0 && distance <= look.lashHeight) {
    // the far end of the strip is skin again: fading it out hides the change to the painted lid
    const reach = along(look.lashReach, u);
    const fade = (1 - smoothstep(0.6, 1, distance / look.lashHeight)) * (1 - smoothstep(reach, reach + 0.05, distance));
    lashes = 1 - fade * (1 - lashRatio(canvas, look, u, distance));
  }
  return 1 - weight * (1 - Math.min(line, lashes));
}

/** Brightness of the picture above the open lid's edge against the skin around: 1 is skin, 0.12 the blackest lash. */
function lashRatio(canvas: Canvas, look: EyeLook, u: number, distance: number): number {
  const { shape } = look;
  sampleFeature(canvas, shape, u, along(shape.upper, u) - distance, inkSample);
  sampleFeature(canvas, shape, u, along(look.lidTop, u) - 0.02, skinSample);
  return clamp(lumaOf(inkSample) / Math.max(8, lumaOf(skinSample)), 0.12, 1);
}

const inkSample = new Float32Array(3);
const skinSample = new Float32Array(3);

import type { Canvas } from '../../domain/picture/canvas.ts';
import { sampleFeature } from '../feature-frame.ts';
import { PADDING_PIXELS } from '../kernels/frame-kernel.ts';
import { clamp, smoothstep } from '../plane.ts';
import { along } from '../scene/eye-shape.ts';
import type { MouthLook } from '../scene/mouth-look.ts';
import type { MouthShape } from '../scene/mouth-shape.ts';
import type { EyeTarget } from './draw-eye.ts';
import { paintInside } from './mouth-inside.ts';

/** What a mouth does at a moment; the corners are moved by the rig. */
export interface MouthState {
  /** -1 closed, 0 as in the picture, 1 wide open. */
  readonly open: number;
  /** 0..1. */
  readonly round: number;
}

/** In mouth widths: the gap of a mouth that is wide open, and how much of it the upper lip makes. */
const WIDEST_GAP = 0.32;
const UPPER_SHARE = 0.17;
/** Lips and this much beside them move as they are; the skin beyond is stretched. */
const RIGID_MARGIN = 0.035;
/** A lip that is drawn out is so much thinner, a rounded one so much fuller. */
const THINNER = { upper: 0.1, lower: 0.3 };
const FULLER = 0.12;

/**
 * Draws a mouth into the figure layer: lips parted at the line between them, skin above and below stretched, inside a dark
 * cavity with the edge of the upper teeth and a hint of the tongue. A mouth that is open in the picture keeps its own inside,
 * which stands still like the skull it hangs on.
 */
export function drawMouth(canvas: Canvas, look: MouthLook, state: MouthState, target: EyeTarget): void {
  const { shape } = look;
  const colour = new Float32Array(3);
  const inside = new Float32Array(3);
  // a soft edge of about a pixel and a half, whatever the size of the mouth
  const soft = 0.8 / shape.widthPixels;
  for (let i = 0; i < look.u.length; i++) {
    const u = look.u[i]!;
    const v = look.v[i]!;
    const extra = extraGapAt(shape, state, u);
    const restUpper = along(shape.innerUpper, u);
    const restLower = along(shape.innerLower, u);
    const upper = restUpper - UPPER_SHARE * extra;
    const lower = restLower + (1 - UPPER_SHARE) * extra;
    const middle = (upper + lower) / 2;
    const isUpper = v < middle;
    const drawnOut = clamp(extra / WIDEST_GAP, 0, 1);
    const thin = (share: number): number => 1 + share * drawnOut - FULLER * state.round;
    const from = isUpper
      ? Math.min(restUpper, aboveLip(shape, u, v, upper, restUpper, thin(THINNER.upper)))
      : Math.max(restLower, belowLip(shape, u, v, lower, restLower, thin(THINNER.lower)));
    sampleFeature(canvas, shape, u, from, colour);
    const depth = isUpper ? v - upper : lower - v;
    const share = smoothstep(-soft, soft, depth) * smoothstep(0.5 * soft, 3 * soft, lower - upper);
    if (share < 1) shadeLip(colour, depth, extra);
    if (share > 0) {
      paintInside(canvas, look, u, v, { upper, lower, restUpper, restLower }, state.round, inside);
      for (let channel = 0; channel < 3; channel++) colour[channel]! += share * (inside[channel]! - colour[channel]!);
    }
    const at = (look.canvasY[i]! + PADDING_PIXELS) * target.figureStrideBytes + (look.canvasX[i]! + PADDING_PIXELS) * 4;
    for (let channel = 0; channel < 3; channel++) target.figure[at + channel] = clamp(colour[channel]! + 0.5, 0, 255);
  }
}

/** By how much the lips are further apart than in the picture at a place along the mouth; negative when they close. */
function extraGapAt(shape: MouthShape, { open, round }: MouthState, u: number): number {
  if (open < 0) return open * along(shape.opening, u);
  const wanted = Math.max(0, WIDEST_GAP * open - 0.6 * shape.restOpening * open);
  // a rounded mouth opens in its middle, a wide one along all of it
  const aside = Math.abs(2 * u - 1) * (1 + 0.2 * round);
  return aside >= 1 ? 0 : wanted * (1 - aside ** (3 - 0.8 * round)) ** (0.8 - 0.2 * round);
}

/** Where the skin above a moved upper lip comes from: the lip as it is, the skin between it and the nose squeezed. */
function aboveLip(shape: MouthShape, u: number, v: number, edge: number, restEdge: number, thin: number): number {
  const thickness = restEdge - along(shape.outerUpper, u) + RIGID_MARGIN;
  const far = shape.noseV + 0.06;
  return restEdge - fromEdge(edge - v, thickness, restEdge - far, edge - far, thin);
}

/** The same for the lower lip; the skin between it and the chin. */
function belowLip(shape: MouthShape, u: number, v: number, edge: number, restEdge: number, thin: number): number {
  const thickness = along(shape.outerLower, u) - restEdge + RIGID_MARGIN;
  const far = shape.chinV - 0.04;
  return restEdge + fromEdge(v - edge, thickness, far - restEdge, far - edge, thin);
}

/**
 * How far from the lip's edge in the picture lies what is shown `distance` from the moved edge: `thin` times as far where the lip
 * is, then eased so that nothing moves at the far end, `restLength` away in the picture and `length` away now.
 */
function fromEdge(distance: number, thickness: number, restLength: number, length: number, thin: number): number {
  if (distance >= length) return distance + restLength - length;
  const rigid = Math.min(thickness, 0.6 * length, 0.6 * restLength);
  const shown = rigid / thin;
  if (distance <= shown) return distance * thin;
  const t = (distance - shown) / (length - shown);
  const ratio = (restLength - rigid) / (length - shown);
  // starts with the lip's own scale and ends where nothing moved
  const start = clamp(thin / ratio, 0.4, 1.6);
  return rigid + (restLength - rigid) * (start * t + (1 - start) * t * t);
}

/** Lips roll inwards where they part: a little darker at the edge. */
function shadeLip(colour: Float32Array, depth: number, extra: number): void {
  const shade = 1 - 0.22 * smoothstep(0.02, 0.1, extra) * smoothstep(-0.05, 0, depth);
  for (let channel = 0; channel < 3; channel++) colour[channel]! *= shade;
}

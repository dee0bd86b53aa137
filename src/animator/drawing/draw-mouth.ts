import type { Canvas } from '../../domain/picture/canvas.ts';
import { PADDING_PIXELS } from '../kernels/frame-kernel.ts';
import { clamp, smoothstep } from '../plane.ts';
import { along } from '../scene/eye-shape.ts';
import type { MouthLook } from '../scene/mouth-look.ts';
import type { MouthShape } from '../scene/mouth-shape.ts';
import type { EyeTarget } from './draw-eye.ts';

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
/** How much of the upper teeth is seen below the line at which the lips met. */
const TEETH_BELOW_LINE = 0.035;

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
    if (isUpper) sample(canvas, shape, u, Math.min(restUpper, aboveLip(shape, u, v, upper, restUpper)), colour);
    else sample(canvas, shape, u, Math.max(restLower, belowLip(shape, u, v, lower, restLower)), colour);
    const depth = isUpper ? v - upper : lower - v;
    const share = smoothstep(-soft, soft, depth) * smoothstep(0.5 * soft, 3 * soft, lower - upper);
    if (share < 1) shadeLip(colour, depth, extra);
    if (share > 0) {
      paintInside(canvas, look, u, v, { upper, lower, restUpper, restLower }, inside);
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
  const aside = Math.abs(2 * u - 1) * (1 + 0.3 * round);
  return aside >= 1 ? 0 : wanted * (1 - aside ** (2.6 - 0.6 * round)) ** 0.9;
}

/** Where the skin above a moved upper lip comes from: the lip as it is, the skin between it and the nose squeezed. */
function aboveLip(shape: MouthShape, u: number, v: number, edge: number, restEdge: number): number {
  const thickness = restEdge - along(shape.outerUpper, u) + RIGID_MARGIN;
  const far = shape.noseV + 0.06;
  return restEdge - fromEdge(edge - v, thickness, restEdge - far, edge - far);
}

/** The same for the lower lip; the skin between it and the chin. */
function belowLip(shape: MouthShape, u: number, v: number, edge: number, restEdge: number): number {
  const thickness = along(shape.outerLower, u) - restEdge + RIGID_MARGIN;
  const far = shape.chinV - 0.04;
  return restEdge + fromEdge(v - edge, thickness, far - restEdge, far - edge);
}

/**
 * How far from the lip's edge in the picture lies what is shown `distance` from the moved edge: the same as far as the lip is
 * thick, then eased so that nothing moves at the far end, `restLength` away in the picture and `length` away now.
 */
function fromEdge(distance: number, thickness: number, restLength: number, length: number): number {
  if (distance >= length) return distance + restLength - length;
  const rigid = Math.min(thickness, 0.6 * length, 0.6 * restLength);
  if (distance <= rigid) return distance;
  const t = (distance - rigid) / (length - rigid);
  const ratio = (restLength - rigid) / (length - rigid);
  // starts with the lip's own scale and ends where nothing moved
  const start = clamp(1 / ratio, 0.4, 1.6);
  return rigid + (restLength - rigid) * (start * t + (1 - start) * t * t);
}

/** Lips roll inwards where they part: a little darker at the edge. */
function shadeLip(colour: Float32Array, depth: number, extra: number): void {
  const shade = 1 - 0.22 * smoothstep(0.02, 0.1, extra) * smoothstep(-0.05, 0, depth);
  for (let channel = 0; channel < 3; channel++) colour[channel]! *= shade;
}

interface Gap {
  readonly upper: number;
  readonly lower: number;
  readonly restUpper: number;
  readonly restLower: number;
}

function paintInside(canvas: Canvas, look: MouthLook, u: number, v: number, gap: Gap, out: Float32Array): void {
  const { cavity, tongue, teeth, shape } = look;
  const height = gap.lower - gap.upper;
  const aside = Math.abs(2 * u - 1);
  const low = smoothstep(0.5, 1, (v - gap.upper) / Math.max(1e-4, height));
  const tongueShare = 0.55 * low * smoothstep(0.1, 0.22, height) * (1 - smoothstep(0.35, 0.75, aside));
  // teeth stand in the skull; a mouth that shows its own needs none
  const teethEnd = gap.restUpper + TEETH_BELOW_LINE * (1 - aside * aside);
  const teethShare =
    (1 - smoothstep(teethEnd - 0.012, teethEnd + 0.012, v)) *
    (1 - smoothstep(0.45, 0.85, aside)) *
    smoothstep(0.05, 0.11, height);
  // the upper lip throws its shadow on them
  const shadow = 0.6 + 0.36 * smoothstep(0, 0.06, v - gap.upper);
  for (let channel = 0; channel < 3; channel++) {
    const dark = cavity[channel]! + tongueShare * (tongue[channel]! - cavity[channel]!);
    out[channel] = dark + teethShare * (shadow * teeth[channel]! - dark);
  }
  const own = ownInsideShare(shape, u, v, gap);
  if (own === 0) return;
  sample(
    canvas,
    shape,
    u,
    clamp(v, gap.restUpper + 0.01, Math.max(gap.restUpper + 0.01, gap.restLower - 0.01)),
    ownColour,
  );
  for (let channel = 0; channel < 3; channel++) out[channel]! += own * (ownColour[channel]! - out[channel]!);
}

const ownColour = new Float32Array(3);

/** How much of what is shown is the inside of the mouth in the picture, if that is open. */
function ownInsideShare(shape: MouthShape, u: number, v: number, { restUpper, restLower }: Gap): number {
  const open = smoothstep(0.035, 0.06, shape.restOpening) * smoothstep(0.01, 0.04, along(shape.opening, u));
  return open * (1 - smoothstep(restLower - 0.03, restLower + 0.01, v)) * smoothstep(restUpper - 0.06, restUpper, v);
}

/** The canvas at a place of the mouth, bilinear, 0..255. */
function sample(canvas: Canvas, shape: MouthShape, u: number, v: number, out: Float32Array): void {
  const { widthPixels, heightPixels, rgba } = canvas;
  const px = shape.cornerX + shape.widthPixels * (u * shape.axisX - v * shape.axisY);
  const py = shape.cornerY + shape.widthPixels * (u * shape.axisY + v * shape.axisX);
  const x = clamp(px, 0, widthPixels - 1.001);
  const y = clamp(py, 0, heightPixels - 1.001);
  const [x0, y0] = [x | 0, y | 0];
  const [fx, fy] = [x - x0, y - y0];
  const at = (y0 * widthPixels + x0) * 4;
  const under = at + widthPixels * 4;
  for (let channel = 0; channel < 3; channel++) {
    const top = rgba[at + channel]! + (rgba[at + 4 + channel]! - rgba[at + channel]!) * fx;
    const bottom = rgba[under + channel]! + (rgba[under + 4 + channel]! - rgba[under + channel]!) * fx;
    out[channel] = top + (bottom - top) * fy;
  }
}

import type { Canvas } from '../../domain/picture/canvas.ts';
import { sampleFeature } from '../feature-frame.ts';
import { clamp, smoothstep } from '../plane.ts';
import { along } from '../scene/eye-shape.ts';
import type { MouthLook } from '../scene/mouth-look.ts';
import type { MouthShape } from '../scene/mouth-shape.ts';

/** The edges of parted lips at a place along the mouth, now and in the picture; `v` in mouth widths. */
export interface Gap {
  readonly upper: number;
  readonly lower: number;
  readonly restUpper: number;
  readonly restLower: number;
}

/**
 * Upper teeth from the middle outwards: where one ends, as a part of the way to the corner, and how far it reaches below the line
 * at which the lips met, in mouth widths. Incisors of 8.5 and 6.5 mm, canines and premolars in a mouth of 50 mm.
 */
const TEETH: readonly (readonly [ends: number, below: number])[] = [
  [0.33, 0.04],
  [0.57, 0.034],
  [0.76, 0.034],
  [0.9, 0.024],
  [1.01, 0.014],
];
/** How far corners of teeth are rounded, in mouth widths, and how much darker it is between them. */
const ROUNDING = 0.008;
const SEAM = 0.1;
/** In smaller mouths teeth are one band: a seam would be less than a pixel. */
const SEAMS_FROM_PIXELS = { none: 45, all: 90 };

/**
 * What is seen between parted lips: the edge of the upper teeth, which stand still like the skull they belong to and turn away
 * into the dark at the sides; a dark cavity; the tongue as a low mound at its ground. A mouth that is open in the picture keeps its own
 * inside.
 */
export function paintInside(
  canvas: Canvas,
  look: MouthLook,
  u: number,
  v: number,
  gap: Gap,
  round: number,
  out: Float32Array,
): void {
  const { cavity, tongue, teeth, shape } = look;
  const height = gap.lower - gap.upper;
  const aside = u < shape.middleU ? 1 - u / shape.middleU : (u - shape.middleU) / (1 - shape.middleU);
  const tongueShare = tongueAt(aside, (gap.lower - v) / Math.max(1e-4, height)) * smoothstep(0.12, 0.26, height);
  const { share: teethShare, light } = toothAt(shape, aside, v, gap);
  // lips that come forward leave the teeth in their shadow
  const shown = teethShare * smoothstep(0.025, 0.07, height) * (1 - 0.5 * round);
  // darkest behind the teeth, a little light falls on the ground
  const ground = 0.72 + 0.5 * smoothstep(0.25, 1, (v - gap.upper) / Math.max(1e-4, height));
  for (let channel = 0; channel < 3; channel++) {
    const dark = ground * cavity[channel]!;
    const behind = dark + tongueShare * (tongue[channel]! - dark);
    out[channel] = behind + shown * (light * teeth[channel]! - behind);
  }
  const own = ownInsideShare(shape, u, v, gap);
  if (own === 0) return;
  const lowest = Math.max(gap.restUpper + 0.01, gap.restLower - 0.01);
  sampleFeature(canvas, shape, u, clamp(v, gap.restUpper + 0.01, lowest), ownColour);
  for (let channel = 0; channel < 3; channel++) out[channel]! += own * (ownColour[channel]! - out[channel]!);
}

const ownColour = new Float32Array(3);

/** @param up height above the lower lip as a part of the gap */
function tongueAt(aside: number, up: number): number {
  const top = 0.42 * (1 - (aside / 0.8) ** 2);
  return 0.6 * (1 - smoothstep(top - 0.16, top + 0.08, up));
}

const tooth = { share: 0, light: 0 };

/** How much of a tooth is seen at a place, and how light it is there. */
function toothAt(shape: MouthShape, aside: number, v: number, { upper, restUpper }: Gap): typeof tooth {
  let starts = 0;
  let below = 0;
  let seam = 1;
  for (const [ends, reaches] of TEETH) {
    if (aside < ends) {
      below = reaches;
      seam = Math.min(ends - aside, starts === 0 ? aside : aside - starts);
      break;
    }
    starts = ends;
  }
  // half a mouth is as wide as the way to the corner
  const fromSeam = 0.5 * seam;
  const fine = smoothstep(SEAMS_FROM_PIXELS.none, SEAMS_FROM_PIXELS.all, shape.widthPixels);
  const end = restUpper + below - fine * ROUNDING * (1 - smoothstep(0, 0.028, fromSeam));
  tooth.share = (1 - smoothstep(end - 0.012, end + 0.012, v)) * (1 - smoothstep(0.5, 0.88, aside));
  // the upper lip throws its shadow on them, and they turn away at the sides
  const lit = 0.7 + 0.3 * smoothstep(0, 0.045, v - upper);
  tooth.light =
    lit * (1 - 0.5 * smoothstep(0.15, 0.85, aside)) * (1 - fine * SEAM * (1 - smoothstep(0, 0.016, fromSeam)));
  return tooth;
}

/** How much of what is shown is the inside of the mouth in the picture, if that is open. */
function ownInsideShare(shape: MouthShape, u: number, v: number, { restUpper, restLower }: Gap): number {
  const open = smoothstep(0.035, 0.06, shape.restOpening) * smoothstep(0.01, 0.04, along(shape.opening, u));
  return open * (1 - smoothstep(restLower - 0.03, restLower + 0.01, v)) * smoothstep(restUpper - 0.06, restUpper, v);
}

import type { Canvas } from '../../domain/picture/canvas.ts';
import type { PerceivedHand } from '../../domain/picture/perceived.ts';
import type { FaceFrame, Point } from '../face-frame.ts';
import { type ColourPlanes, guidedFilter } from '../guided-filter.ts';
import { createPlane, type Plane, sampleBilinear, smoothstep } from '../plane.ts';
import { fillPlate, type Layers, withAlpha } from './layers.ts';
import { nearestSeed } from './nearest-seed.ts';
import { fillPolygon } from './polygon.ts';

/** A hand with as much of its forearm as stands free, as a layer of its own before the figure. */
export interface WavingArm {
  /** The arm over nothing in particular: what lies behind it is drawn afresh in every frame. */
  readonly layers: Layers;
  /** Where the layer is cut from the figure, and the wrist; the same point when only the hand is free. Canvas pixels. */
  readonly cut: Point;
  readonly wrist: Point;
  /** Unit vector from the cut to the fingers. */
  readonly axis: Point;
  /** From the wrist to the root of the middle finger: the unit of everything here. */
  readonly palmPixels: number;
  /** Which way (clockwise 1, else -1) the hand swings away from the head. */
  readonly outwards: 1 | -1;
}

/** The figure and the picture as they are without the arm. */
export interface WithoutArm {
  readonly canvas: Canvas;
  readonly matte: Plane;
}

const WRIST = 0;
const MIDDLE_ROOT = 9;
const FINGER_ROOTS = [5, 9, 13, 17];
const PALM = [0, 1, 5, 9, 13, 17];
/** Pairs of landmarks that are joined by a bone. */
const BONES = [0, 4, 8, 12, 16].flatMap((root) =>
  [1, 2, 3, 4].map((bone) => [bone === 1 ? 0 : root + bone - 1, root + bone] as const),
);

/** In palms. */
const SIZES = {
  /** Half of a finger's width, and how far around the hand nothing else of the figure is left. */
  finger: 0.16,
  surroundings: 0.42,
  /** The forearm is followed down to here, in steps; wider than this on one side it is not free. */
  forearm: 2.6,
  step: 0.06,
  halfForearm: 0.95,
  /** A forearm shorter than this does not bend: the hand turns about its wrist alone. */
  leastForearm: 0.35,
  /** Where the layer is cut off it fades over this much; elsewhere it reaches beyond the edge and ends softly. */
  fade: 0.16,
  reach: 0.035,
  feather: 0.06,
} as const;
/** From here on a pixel of the refined mask belongs to the arm. */
const EDGE = 0.35;
/** A hand may wave when this much of it was seen as person, and at most this much of what surrounds it. */
const TRUSTED = { hand: 0.6, surroundings: 0.4 };
/** A hand smaller than this part of the face is too far away or was misread, a larger one reaches out at us. */
const PALM_IN_FACE_HEIGHTS = { least: 0.22, most: 0.75 };

/** The first hand that stands free enough to wave; `undefined` when there is none. */
export function findWavingArm(
  canvas: Canvas,
  colours: ColourPlanes,
  person: Plane,
  frame: FaceFrame,
  hands: readonly PerceivedHand[],
): WavingArm | undefined {
  for (const { landmarks } of hands) {
    const hand = handOf(landmarks, frame);
    if (hand !== undefined && isFree(hand, person, frame)) return cutOut(canvas, colours, person, hand);
  }
  return undefined;
}

interface Hand {
  readonly points: readonly Point[];
  readonly palmPixels: number;
  readonly wrist: Point;
  /** Unit vector from the wrist to the fingers. */
  readonly axis: Point;
  readonly outwards: 1 | -1;
}

function handOf(landmarks: Float32Array, frame: FaceFrame): Hand | undefined {
  const points = Array.from({ length: landmarks.length / 3 }, (_, i) => ({
    x: landmarks[3 * i]!,
    y: landmarks[3 * i + 1]!,
  }));
  const wrist = points[WRIST]!;
  const root = points[MIDDLE_ROOT]!;
  const palmPixels = Math.hypot(root.x - wrist.x, root.y - wrist.y);
  const size = palmPixels / frame.faceHeightPixels;
  if (size < PALM_IN_FACE_HEIGHTS.least || size > PALM_IN_FACE_HEIGHTS.most) return undefined;
  const axis = { x: (root.x - wrist.x) / palmPixels, y: (root.y - wrist.y) / palmPixels };
  // a hand that hangs or lies does not wave
  const isRaised = axis.y < -0.5 && FINGER_ROOTS.every((index) => points[index]!.y < wrist.y);
  if (!isRaised) return undefined;
  return { points, palmPixels, wrist, axis, outwards: root.x > frame.originX ? 1 : -1 };
}

const distanceToBone = (x: number, y: number, from: Point, to: Point): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
};

/** Palms from a canvas point to the nearest bone, 0 inside the palm; below the wrist, to the wrist. */
function palmsFromHand({ points, palmPixels }: Hand, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [from, to] of BONES) nearest = Math.min(nearest, distanceToBone(x, y, points[from]!, points[to]!));
  for (const index of [5, 9, 13]) nearest = Math.min(nearest, distanceToBone(x, y, points[index]!, points[index + 4]!));
  return nearest / palmPixels;
}

interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of the canvas around a hand and what of its forearm may be used. */
function boxAround(
  { points, palmPixels, wrist, axis }: Hand,
  { widthPixels, heightPixels }: Omit<Plane, 'values'>,
): PixelBox {
  const reach = SIZES.forearm * palmPixels;
  const elbow = { x: wrist.x - axis.x * reach, y: wrist.y - axis.y * reach };
  const xs = [...points, elbow].map(({ x }) => x);
  const ys = [...points, elbow].map(({ y }) => y);
  const margin = 1.1 * palmPixels;
  return {
    left: Math.max(0, Math.floor(Math.min(...xs) - margin)),
    top: Math.max(0, Math.floor(Math.min(...ys) - margin)),
    right: Math.min(widthPixels, Math.ceil(Math.max(...xs) + margin)),
    bottom: Math.min(heightPixels, Math.ceil(Math.max(...ys) + margin)),
  };
}

/** Whole in the picture, seen as part of a person, with background around it on all sides but the wrist's. */
function isFree(hand: Hand, person: Plane, frame: FaceFrame): boolean {
  const { widthPixels, heightPixels, values } = person;
  const { palmPixels, wrist, axis, points } = hand;
  const margin = SIZES.finger * palmPixels;
  const isInside = points.every(
    ({ x, y }) => x > margin && y > margin && x < widthPixels - margin && y < heightPixels - margin,
  );
  if (!isInside) return false;
  const inFace = points.some(
    ({ x, y }) =>
      Math.hypot(
        (x - frame.originX) / (0.62 * frame.faceWidthPixels),
        (y - frame.originY) / (0.62 * frame.faceHeightPixels),
      ) < 1,
  );
  if (inFace) return false;
  const seen = { hand: 0, handCount: 0, around: 0, aroundCount: 0 };
  const box = boxAround(hand, person);
  for (let y = box.top; y < box.bottom; y += 2) {
    for (let x = box.left; x < box.right; x += 2) {
      const aboveWrist = ((x - wrist.x) * axis.x + (y - wrist.y) * axis.y) / palmPixels;
      if (aboveWrist < 0.2) continue;
      const palms = palmsFromHand(hand, x, y);
      const isPerson = values[y * widthPixels + x]! > 0.5 ? 1 : 0;
      if (palms < 0.1) {
        seen.hand += isPerson;
        seen.handCount++;
      } else if (palms > 0.6 && palms < 0.85) {
        seen.around += isPerson;
        seen.aroundCount++;
      }
    }
  }
  return (
    seen.hand > TRUSTED.hand * seen.handCount &&
    seen.aroundCount > 0 &&
    seen.around < TRUSTED.surroundings * seen.aroundCount
  );
}

/** One step down the forearm: its middle and half its width, in canvas pixels. */
interface ForearmStep {
  readonly middle: Point;
  readonly halfPixels: number;
}

/** Follows the forearm from the wrist down for as long as there is background on both sides. */
function freeForearm(hand: Hand, person: Plane): ForearmStep[] {
  const { palmPixels, wrist, axis } = hand;
  const across = { x: -axis.y, y: axis.x };
  const steps: ForearmStep[] = [];
  let middle = wrist;
  for (let way = 0; way < SIZES.forearm; way += SIZES.step) {
    const start = { x: middle.x - SIZES.step * palmPixels * axis.x, y: middle.y - SIZES.step * palmPixels * axis.y };
    const left = runOf(person, start, { x: -across.x, y: -across.y }, SIZES.halfForearm * palmPixels);
    const right = runOf(person, start, across, SIZES.halfForearm * palmPixels);
    if (left === undefined || right === undefined || left + right < 0.2 * palmPixels) break;
    const shift = (right - left) / 2;
    middle = { x: start.x + shift * across.x, y: start.y + shift * across.y };
    steps.push({ middle, halfPixels: (left + right) / 2 });
  }
  return steps;
}

/** Pixels of person from a point on in a direction; `undefined` when there is no end to it, or the picture ends. */
function runOf(person: Plane, from: Point, direction: Point, most: number): number | undefined {
  for (let run = 0; run < most; run++) {
    const [x, y] = [from.x + run * direction.x, from.y + run * direction.y];
    if (x < 0 || y < 0 || x > person.widthPixels - 1 || y > person.heightPixels - 1) return undefined;
    if (sampleBilinear(person, x, y) < 0.5) return run;
  }
  return undefined;
}

function cutOut(canvas: Canvas, colours: ColourPlanes, person: Plane, hand: Hand): WavingArm {
  const { palmPixels, wrist, axis } = hand;
  const forearm = freeForearm(hand, person);
  const bends = forearm.length * SIZES.step > SIZES.leastForearm + SIZES.fade;
  const cut = bends ? forearm[Math.floor(forearm.length - 1 - SIZES.fade / SIZES.step)]!.middle : wrist;
  const mask = createPlane(canvas.widthPixels, canvas.heightPixels);
  paintHand(hand, mask);
  for (const step of forearm) paintStep(step, axis, palmPixels, person, mask);
  const edges = guidedFilter(colours, mask, Math.max(3, 0.1 * palmPixels), 1e-4);
  const alpha = layerOver(edges, boxAround(hand, canvas), palmPixels);
  for (let y = 0, i = 0; y < canvas.heightPixels; y++) {
    for (let x = 0; x < canvas.widthPixels; x++, i++) {
      if (alpha[i] === 0) continue;
      const beyond = -((x - cut.x) * axis.x + (y - cut.y) * axis.y) / palmPixels;
      alpha[i]! *= 1 - smoothstep(0, SIZES.fade, beyond);
    }
  }
  return {
    layers: { figure: withAlpha(canvas, alpha), plate: fillPlate(canvas, alpha, 2 * palmPixels) },
    cut,
    wrist,
    axis: bends ? unit(cut, wrist) : axis,
    palmPixels,
    outwards: hand.outwards,
  };
}

/** The layer reaches a little beyond the arm's edge and ends softly, so that no rim of the hand stays on what is behind it. */
function layerOver(edges: Plane, box: PixelBox, palmPixels: number): Float32Array {
  const { widthPixels, heightPixels, values } = edges;
  const core = new Uint8Array(values.length);
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const i = y * widthPixels + x;
      if (values[i]! > EDGE) core[i] = 1;
    }
  }
  const reach = Math.max(2, SIZES.reach * palmPixels);
  return nearestSeed(core, widthPixels, heightPixels).distancePixels.map(
    (pixels) => 1 - smoothstep(reach, reach + SIZES.feather * palmPixels, pixels),
  );
}

const unit = (from: Point, to: Point): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
};

function paintHand(hand: Hand, mask: Plane): void {
  const box = boxAround(hand, mask);
  fillPolygon(
    PALM.map((index) => hand.points[index]!),
    mask.widthPixels,
    mask.heightPixels,
    (index) => {
      mask.values[index] = 1;
    },
  );
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      if (palmsFromHand(hand, x, y) < SIZES.finger) mask.values[y * mask.widthPixels + x] = 1;
    }
  }
}

/** Marks the person's pixels across one step of the forearm. */
function paintStep(
  { middle, halfPixels }: ForearmStep,
  axis: Point,
  palmPixels: number,
  person: Plane,
  mask: Plane,
): void {
  for (let along = 0; along <= 1.5 * SIZES.step * palmPixels; along++) {
    for (let across = -halfPixels - 2; across <= halfPixels + 2; across += 0.7) {
      const x = Math.round(middle.x + along * axis.x - across * axis.y);
      const y = Math.round(middle.y + along * axis.y + across * axis.x);
      if (x < 0 || y < 0 || x >= mask.widthPixels || y >= mask.heightPixels) continue;
      if (person.values[y * mask.widthPixels + x]! > 0.4) mask.values[y * mask.widthPixels + x] = 1;
    }
  }
}

/** The picture and the figure's matte with the arm taken away: what lies behind it has been filled in. */
export function withoutArm(canvas: Canvas, matte: Plane, arm: WavingArm): WithoutArm {
  const { figure, plate } = arm.layers;
  const { widthPixels, heightPixels } = canvas;
  const isArm = new Uint8Array(widthPixels * heightPixels);
  for (let i = 0; i < isArm.length; i++) if (figure[4 * i + 3]! > 0) isArm[i] = 1;
  const toArm = nearestSeed(isArm, widthPixels, heightPixels).distancePixels;
  const values = matte.values.slice();
  for (let i = 0, y = 0; y < heightPixels; y++) {
    for (let x = 0; x < widthPixels; x++, i++) {
      const aboveCut = (x - arm.cut.x) * arm.axis.x + (y - arm.cut.y) * arm.axis.y;
      const aboveWrist = (x - arm.wrist.x) * arm.axis.x + (y - arm.wrist.y) * arm.axis.y;
      if (aboveCut > 0 && toArm[i]! <= (aboveWrist > 0 ? SIZES.surroundings * arm.palmPixels : 2)) values[i] = 0;
    }
  }
  return { canvas: { ...canvas, rgba: plate }, matte: { ...matte, values } };
}

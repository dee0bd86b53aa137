import type { ClipFacts } from '../../src/media/inspect-clip.ts';
import { type ClipPart, type DecodedFrame, decodeHalfSize, decodePart } from '../support/decode-clip.ts';
import { type Block, lumaOf, motionOf } from './block-motion.ts';
import type { FaceBox, FaceFinder, FacePoints } from './face-points.ts';

/** What can be measured in the decoded frames of a clip. Lengths are parts of the face's width. */
export interface ClipJudgement {
  readonly faceFound: boolean;
  /** How often both eyes closed and opened again, and how much of the eyes' darkness was left at the deepest. */
  readonly blinks: number;
  readonly eyesAtDarkestShare: number;
  /** How far the corners of the mouth rose against the lips, and the mouth widened, in mouth widths. */
  readonly smileLift: number;
  /** How far they lay above the lips to begin with. */
  readonly liftAtRest: number;
  readonly smileWiden: number;
  /** How far the nose went to both sides against eyes and jaw, in distances of the outer eye corners. */
  readonly turnLeft: number;
  readonly turnRight: number;
  readonly rollDegrees: number;
  /** Vertical motion of the chest: range in face heights and how often it crossed its mean; `undefined` without texture. */
  readonly chest: { readonly range: number; readonly crossings: number } | undefined;
  /** Motion of what surrounds the face against the face itself; `undefined` without texture. */
  readonly hair: number | undefined;
  /** Whole-picture changes in decibel: the stillest patch at the border, the last frame against the first. */
  readonly backgroundDecibel: number;
  readonly seamDecibel: number;
  /** Detail of the face in full size while it moves, against the first frame, which is the picture itself. */
  readonly sharpness: number;
}

/** Landmarks are located twice a second; what is faster than that (blinks) is read from the pixels of every frame. */
const EVERY = 12;

/** What is known of a clip already, to judge it more quickly. */
export interface JudgeHints {
  /** The square of the face in the first frame at half size; it is looked for otherwise. */
  readonly place?: FaceBox | undefined;
  /** Frames from one look for landmarks to the next. */
  readonly landmarksEvery?: number;
}

/** Measures a clip. Needs ffmpeg. */
export async function judgeClip(
  finder: FaceFinder,
  path: string,
  facts: ClipFacts,
  { place, landmarksEvery = EVERY }: JudgeHints = {},
): Promise<ClipJudgement> {
  const frames = await decodeHalfSize(path, facts.widthPixels, facts.heightPixels);
  const first = frames[0]!;
  const box = place ?? (await finder.findFace(first));
  const lumas = frames.map(lumaOf);
  const still = {
    backgroundDecibel: stillestPatch(first, lumas),
    seamDecibel: decibel(lumas[0]!, lumas.at(-1)!),
  };
  if (box === undefined) return { ...NOTHING, ...still };
  const sampled = frames.map((_, index) => index).filter((index) => index % landmarksEvery === 0);
  const points: FacePoints[] = [];
  for (const index of sampled) points.push(await finder.locate(frames[index]!, box));
  const start = points[0]!;
  const turns = points.map((face) => turnOf(face) - turnOf(start));
  const eyes = blinksOf(first, lumas, points, landmarksEvery);
  return {
    ...still,
    faceFound: true,
    ...eyes,
    smileLift: Math.max(...points.map((face) => liftOf(face) - liftOf(start))),
    liftAtRest: liftOf(start),
    smileWiden: Math.max(...points.map((face) => mouthWidthOf(face) / mouthWidthOf(start) - 1)),
    turnLeft: Math.max(0, -Math.min(...turns)),
    turnRight: Math.max(0, ...turns),
    rollDegrees: Math.max(...points.map((face) => Math.abs(rollOf(face) - rollOf(start)))),
    chest: chestOf(first, lumas, start),
    hair: hairOf(first, lumas, start),
    sharpness: sharpnessOf(await decodePart(path, partOf(box, facts)), partOf(box, facts)),
  };
}

const NOTHING: Omit<ClipJudgement, 'backgroundDecibel' | 'seamDecibel'> = {
  faceFound: false,
  blinks: 0,
  eyesAtDarkestShare: 1,
  smileLift: 0,
  liftAtRest: 0,
  smileWiden: 0,
  turnLeft: 0,
  turnRight: 0,
  rollDegrees: 0,
  chest: undefined,
  hair: undefined,
  sharpness: 1,
};

type Point = readonly [number, number];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const middle = (face: FacePoints, ...indices: number[]): Point => [
  mean(indices.map((index) => face.points[index]![0])),
  mean(indices.map((index) => face.points[index]![1])),
];
const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

/** The line of the eyes: its direction, and coordinates along and across it. */
function eyeLine(face: FacePoints) {
  const left = middle(face, 36, 37, 38, 39, 40, 41);
  const right = middle(face, 42, 43, 44, 45, 46, 47);
  const length = distance(left, right);
  const axis: Point = [(right[0] - left[0]) / length, (right[1] - left[1]) / length];
  const centre: Point = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  return {
    length,
    along: ([x, y]: Point): number => (x - centre[0]) * axis[0] + (y - centre[1]) * axis[1],
    across: ([x, y]: Point): number => -(x - centre[0]) * axis[1] + (y - centre[1]) * axis[0],
    degrees: (Math.atan2(axis[1], axis[0]) * 180) / Math.PI,
  };
}

const rollOf = (face: FacePoints): number => eyeLine(face).degrees;

/** How far the tip of the nose lies beside the middle between the eyes and between the jaw's sides. */
function turnOf(face: FacePoints): number {
  const line = eyeLine(face);
  const nose = line.along(middle(face, 30, 33));
  const jaw = mean([1, 2, 3, 13, 14, 15].map((index) => line.along(face.points[index]!)));
  return (nose - 0.5 * jaw) / line.length;
}

function mouthWidthOf(face: FacePoints): number {
  return distance(face.points[48]!, face.points[54]!) / eyeLine(face).length;
}

/** How far the corners lie above the middle of the lips. */
function liftOf(face: FacePoints): number {
  const { across } = eyeLine(face);
  const corners = (across(face.points[48]!) + across(face.points[54]!)) / 2;
  const lips = across(middle(face, 51, 57, 62, 66));
  return (lips - corners) / distance(face.points[48]!, face.points[54]!);
}

/** Counts dips of the irises' darkness: a closed lid is skin where the iris was. */
function blinksOf(
  first: DecodedFrame,
  lumas: readonly Float32Array[],
  points: readonly FacePoints[],
  landmarksEvery: number,
) {
  const darkness = lumas.map((luma, index) => {
    const face = points[Math.min(points.length - 1, Math.round(index / landmarksEvery))]!;
    return mean([irisDarkness(luma, first, face, 36), irisDarkness(luma, first, face, 42)]);
  });
  const open = [...darkness].sort((a, b) => a - b)[Math.floor(darkness.length / 2)]!;
  let blinks = 0;
  let closed = false;
  for (const value of darkness) {
    if (!closed && value < 0.7 * open) closed = true;
    if (closed && value > 0.82 * open) {
      closed = false;
      blinks++;
    }
  }
  return { blinks, eyesAtDarkestShare: Math.min(...darkness) / Math.max(1e-6, open) };
}

/** Mean of how much darker than the cheek below the middle of an eye is, over a disc of a fifth of the eye's width. */
function irisDarkness(luma: Float32Array, { widthPixels }: DecodedFrame, face: FacePoints, eye: number): number {
  const centre = middle(face, eye, eye + 1, eye + 2, eye + 3, eye + 4, eye + 5);
  const width = distance(face.points[eye]!, face.points[eye + 3]!);
  const skin = discMean(luma, widthPixels, centre[0], centre[1] + 0.75 * width, 0.16 * width);
  return Math.max(0, skin - discMean(luma, widthPixels, centre[0], centre[1], 0.24 * width));
}

function discMean(luma: Float32Array, width: number, x: number, y: number, radius: number): number {
  let [sum, count] = [0, 0];
  for (let j = Math.floor(y - radius); j <= y + radius; j++) {
    for (let i = Math.floor(x - radius); i <= x + radius; i++) {
      if (Math.hypot(i - x, j - y) > radius) continue;
      sum += luma[j * width + i] ?? 0;
      count++;
    }
  }
  return sum / Math.max(1, count);
}

const faceHeightOf = (face: FacePoints): number => 1.25 * distance(middle(face, 27), middle(face, 8));

/** Follows blocks of the chest from frame to frame of the first. */
function chestOf({ widthPixels, heightPixels }: DecodedFrame, lumas: readonly Float32Array[], face: FacePoints) {
  const height = faceHeightOf(face);
  const [x, y] = face.points[8]!;
  const blocks: Block[] = [];
  for (let down = 0.45; down <= 1.1; down += 0.16) {
    for (let across = -0.6; across <= 0.61; across += 0.2) {
      blocks.push({ x: Math.round(x + across * height) - 10, y: Math.round(y + down * height) - 10, size: 20 });
    }
  }
  const curve = lumas
    .filter((_, index) => index % 3 === 0)
    .map((luma) =>
      medianOf(blocks.map((block) => motionOf(lumas[0]!, luma, widthPixels, heightPixels, block, 9)?.down)),
    );
  if (curve.some((value) => value === undefined)) return undefined;
  const values = curve as number[];
  const centre = mean(values);
  const crossings = values.filter((value, index) => index > 0 && value > centre !== values[index - 1]! > centre).length;
  return { range: (Math.max(...values) - Math.min(...values)) / height, crossings };
}

function medianOf(values: readonly (number | undefined)[], share = 0.5): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return known.length < 3 ? undefined : known[Math.floor(share * (known.length - 1))];
}

/** Largest motion over the clip of blocks around the face, less the motion of the face itself. */
function hairOf({ widthPixels, heightPixels }: DecodedFrame, lumas: readonly Float32Array[], face: FacePoints) {
  const width = distance(face.points[0]!, face.points[16]!);
  const centre = middle(face, 27, 30);
  const at = (x: number, y: number): Block => ({ x: Math.round(x) - 8, y: Math.round(y) - 8, size: 16 });
  const around: Block[] = [];
  for (let down = -1; down <= 1.35; down += 0.12) {
    for (let across = -1.1; across <= 1.11; across += 0.12) {
      const inFace = Math.hypot(across / 0.52, (down - 0.1) / 0.72) < 1;
      if (!inFace) around.push(at(centre[0] + across * width, centre[1] + down * width));
    }
  }
  const onFace = [27, 28, 29, 30, 31, 35].map((index) => at(...face.points[index]!));
  const reach = 14;
  const strongest = lumas
    .filter((_, index) => index % 6 === 3)
    .map((luma) => {
      const motions = (blocks: readonly Block[]) =>
        blocks.map((block) => motionOf(lumas[0]!, luma, widthPixels, heightPixels, block, reach));
      const faceMotions = motions(onFace);
      const right = medianOf(faceMotions.map((motion) => motion?.right)) ?? 0;
      const down = medianOf(faceMotions.map((motion) => motion?.down)) ?? 0;
      const seen = motions(around).filter((motion) => motion !== undefined);
      if (seen.length < 3) return undefined;
      const moved = seen.filter((motion) => Math.hypot(motion.right, motion.down) > 0.4);
      return (
        medianOf(
          moved.map((motion) => Math.hypot(motion.right - right, motion.down - down)),
          0.85,
        ) ?? 0
      );
    })
    .filter((value) => value !== undefined);
  return strongest.length === 0 ? undefined : Math.max(...strongest) / width;
}

function decibel(a: Float32Array, b: Float32Array, keep: (index: number) => boolean = () => true): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!keep(i)) continue;
    sum += (a[i]! - b[i]!) ** 2;
    count++;
  }
  return 10 * Math.log10((255 * 255) / Math.max(1e-4, sum / Math.max(1, count)));
}

/** Places at the borders, in parts of the picture: most portraits show background in at least one of them. */
const BORDER_PATCHES: readonly (readonly [left: number, top: number])[] = [
  [0, 0],
  [0.86, 0],
  [0, 0.25],
  [0.86, 0.25],
  [0, 0.5],
  [0.86, 0.5],
];
const PATCH = { width: 0.14, height: 0.2 };

/** The border patch that changes least over the clip, at its worst moment. */
function stillestPatch({ widthPixels, heightPixels }: DecodedFrame, lumas: readonly Float32Array[]): number {
  const sampled = lumas.filter((_, index) => index % 6 === 3);
  const worst = ([left, top]: readonly [number, number]): number => {
    const inPatch = (index: number): boolean => {
      const x = (index % widthPixels) / widthPixels - left;
      const y = Math.floor(index / widthPixels) / heightPixels - top;
      return x >= 0 && x < PATCH.width && y >= 0 && y < PATCH.height;
    };
    return Math.min(...sampled.map((luma) => decibel(lumas[0]!, luma, inPatch)));
  };
  return Math.max(...BORDER_PATCHES.map(worst));
}

/** The face in full size; the box was found in half of it. */
function partOf({ left, top, side }: FaceBox, { widthPixels, heightPixels }: ClipFacts): ClipPart {
  const from = { left: 2 * Math.max(0, left), top: 2 * Math.max(0, top) };
  const to = { right: Math.min(widthPixels, 2 * (left + side)), bottom: Math.min(heightPixels, 2 * (top + side)) };
  return { ...from, width: to.right - from.left, height: to.bottom - from.top };
}

/** Mean slope from pixel to pixel, median over the clip, against the first frame. Closed eyes have fewer edges: hence the median. */
function sharpnessOf(frames: readonly Uint8Array[], { width, height }: ClipPart): number {
  const detail = (luma: Uint8Array): number => {
    let sum = 0;
    for (let y = 0; y < height - 1; y++) {
      for (let at = y * width; at < (y + 1) * width - 1; at++) {
        sum += Math.abs(luma[at + 1]! - luma[at]!) + Math.abs(luma[at + width]! - luma[at]!);
      }
    }
    return sum;
  };
  const [start, ...moving] = frames.map(detail);
  return medianOf(moving.map((value) => value / start!)) ?? 1;
}

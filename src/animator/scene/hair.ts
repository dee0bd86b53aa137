import { type FaceFrame, faceOvalOf, toFace } from '../face-frame.ts';
import { type ColourPlanes, guidedFilter } from '../guided-filter.ts';
import { blur, clamp, createPlane, type Plane, shrink, smoothstep } from '../plane.ts';
import { floodFill } from './flood-fill.ts';
import { fillPolygon } from './polygon.ts';

/** Where hair is and how far along its strands. */
export interface Hair {
  /** How much of each pixel is hair, 0..1, at `1 / HAIR_SCALE` of the canvas's size. */
  readonly amount: Plane;
  /** Way along the hair from the skull, in face heights, at the same size: the strand coordinate, 0 at the roots. */
  readonly strand: Plane;
}

/** Hair is found at a quarter of the canvas's size: it is only ever read from the rig's 8 pixel grid. */
export const HAIR_SCALE = 4;

const BINS = 16;

/**
 * Finds hair by its colour: one colour histogram is learned where hair must be (above the forehead, and beside the cheeks what
 * is no skin), one where it cannot be (face, neck, body, background); each pixel is then judged by both and by how likely hair
 * is at its place. Only what hangs together with the skull through hair is kept, and only what is reached without a detour.
 */
export function findHair(colours: ColourPlanes, matte: Plane, frame: FaceFrame): Hair {
  const small = shrinkColours(colours);
  const figure = shrink(matte, HAIR_SCALE);
  const places = placesOf(figure, frame);
  const learned = learnColours(small, figure, places, frame);
  const likely = createPlane(figure.widthPixels, figure.heightPixels);
  for (let i = 0; i < likely.values.length; i++) {
    const prior = hairPrior(places, i, frame);
    const bin = binOf(small, i);
    const hair = prior * learned.hair[bin]!;
    const other = (1 - prior) * learned.other[bin]!;
    likely.values[i] = (figure.values[i]! * hair) / (hair + other + 1e-9);
  }
  const fh = frame.faceHeightPixels / HAIR_SCALE;
  const edged = guidedFilter(small, blur(likely, 0.012 * fh), Math.max(2, 0.025 * fh), 2e-4);
  for (let i = 0; i < edged.values.length; i++) edged.values[i] = smoothstep(0.3, 0.7, edged.values[i]!);
  const amount = keepOnSkull(edged, places);
  const strand = strandCoordinate(amount, places, frame);
  for (let i = 0; i < amount.values.length; i++) {
    const straight = Math.max(SHORTEST_WAY, SKULL_RADIUS * (skullRadius(places, i) - 1));
    amount.values[i]! *= 1 - smoothstep(DETOUR.hangs, DETOUR.wanders, strand.values[i]! / straight);
  }
  return { amount, strand };
}

/** Hair hangs or flies: the way along it is hardly longer than the straight one. What is reached on a detour is embroidery. */
const DETOUR = { hangs: 1.45, wanders: 1.9 };
/** In face heights: nearer to the skull ways are too short to be compared. */
const SHORTEST_WAY = 0.45;

/** Face coordinates of every quarter-size pixel, in face widths and heights, and whether it lies in the face's outline. */
interface Places {
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly inFace: Uint8Array;
}

function shrinkColours({ red, green, blue }: ColourPlanes): ColourPlanes {
  return { red: shrink(red, HAIR_SCALE), green: shrink(green, HAIR_SCALE), blue: shrink(blue, HAIR_SCALE) };
}

function placesOf({ widthPixels, heightPixels }: Plane, frame: FaceFrame): Places {
  const places = {
    u: new Float32Array(widthPixels * heightPixels),
    v: new Float32Array(widthPixels * heightPixels),
    inFace: new Uint8Array(widthPixels * heightPixels),
  };
  for (let y = 0, i = 0; y < heightPixels; y++) {
    for (let x = 0; x < widthPixels; x++, i++) {
      const { u, v } = toFace(frame, (x + 0.5) * HAIR_SCALE, (y + 0.5) * HAIR_SCALE);
      places.u[i] = u / frame.faceWidthPixels;
      places.v[i] = v / frame.faceHeightPixels;
    }
  }
  const oval = faceOvalOf(frame.landmarks).map(({ x, y }) => ({ x: x / HAIR_SCALE, y: y / HAIR_SCALE }));
  fillPolygon(oval, widthPixels, heightPixels, (index) => {
    places.inFace[index] = 1;
  });
  return places;
}

const binOf = ({ red, green, blue }: ColourPlanes, index: number): number => {
  const level = (value: number): number => Math.min(BINS - 1, (value * BINS) | 0);
  return (level(red.values[index]!) * BINS + level(green.values[index]!)) * BINS + level(blue.values[index]!);
};

interface LearnedColours {
  readonly hair: Float32Array;
  readonly other: Float32Array;
}

function learnColours(colours: ColourPlanes, figure: Plane, places: Places, frame: FaceFrame): LearnedColours {
  const counts = { hair: new Float32Array(BINS ** 3), other: new Float32Array(BINS ** 3) };
  for (let i = 0; i < figure.values.length; i++) {
    const bin = binOf(colours, i);
    counts.hair[bin]! += hairSeedWeight(figure.values[i]!, places, i, frame);
    counts.other[bin]! += otherSeedWeight(figure.values[i]!, places, i, frame);
  }
  const other = smoothedShares(counts.other);
  const skin = SKIN_SHARE * other.reduce((most, share) => Math.max(most, share), 0);
  for (let i = 0; i < figure.values.length; i++) {
    const bin = binOf(colours, i);
    if (other[bin]! < skin) counts.hair[bin]! += lockSeedWeight(figure.values[i]!, places, i, frame);
  }
  return { hair: smoothedShares(counts.hair), other };
}

function hairSeedWeight(figure: number, { u, v, inFace }: Places, i: number, frame: FaceFrame): number {
  if (figure < 0.85 || inFace[i] === 1) return 0;
  const top = frame.foreheadV / frame.faceHeightPixels;
  const side = Math.abs(u[i]!);
  if (v[i]! > top - 0.75 && v[i]! < top + 0.05 && side < 0.75) return 1;
  const besideTheEyes = side > 0.58 && side < 0.8 && v[i]! > top && v[i]! < 0.05;
  return besideTheEyes ? 0.5 : 0;
}

/** Colours that are at least this part as frequent as the most frequent one of face, neck and background are theirs. */
const SKIN_SHARE = 0.12;

/** Below a hat hair is seen beside the cheeks alone; what is there and is no skin (an ear) is hair. */
function lockSeedWeight(figure: number, { u, v, inFace }: Places, i: number, frame: FaceFrame): number {
  if (figure < 0.85 || inFace[i] === 1) return 0;
  const top = frame.foreheadV / frame.faceHeightPixels;
  const chin = frame.chinV / frame.faceHeightPixels;
  const side = Math.abs(u[i]!);
  return side > 0.58 && side < 0.85 && v[i]! > top + 0.2 && v[i]! < chin - 0.1 ? 0.8 : 0;
}

function otherSeedWeight(figure: number, { u, v, inFace }: Places, i: number, frame: FaceFrame): number {
  const top = frame.foreheadV / frame.faceHeightPixels;
  const chin = frame.chinV / frame.faceHeightPixels;
  if (inFace[i] === 1) return v[i]! > top + 0.35 ? 1 : 0;
  if (figure < 0.15) return Math.hypot(u[i]!, v[i]!) < 1.6 ? 0.5 : 0;
  if (inNeck(u[i]!, v[i]!, chin)) return 1;
  return v[i]! > chin + 0.9 ? 0.35 : 0;
}

const inNeck = (u: number, v: number, chin: number): boolean => Math.abs(u) < 0.3 && v > chin && v < chin + 0.45;

/** Counts turned into shares, blurred twice along each colour axis so that neighbouring colours count too. */
function smoothedShares(counts: Float32Array): Float32Array {
  let shares = counts;
  for (let pass = 0; pass < 2; pass++) for (const stride of [1, BINS, BINS * BINS]) shares = blurAlong(shares, stride);
  const total = shares.reduce((sum, count) => sum + count, 0) + 1e-6;
  return shares.map((count) => count / total + 1e-6);
}

function blurAlong(bins: Float32Array, stride: number): Float32Array {
  return bins.map((count, bin) => {
    const level = Math.floor(bin / stride) % BINS;
    const below = level > 0 ? bins[bin - stride]! : count;
    const above = level < BINS - 1 ? bins[bin + stride]! : count;
    return 0.25 * below + 0.5 * count + 0.25 * above;
  });
}

/** How likely hair is at a place before its colour is looked at. */
function hairPrior({ u, v, inFace }: Places, i: number, frame: FaceFrame): number {
  const top = frame.foreheadV / frame.faceHeightPixels;
  const chin = frame.chinV / frame.faceHeightPixels;
  const [x, y] = [u[i]!, v[i]!];
  if (inFace[i] === 1) return 0.01 + 0.36 * (1 - smoothstep(0.05, 0.35, y - top));
  const reach = Math.hypot(x, y + 0.1);
  if (y < top + 0.05 && reach < 1.6) return 0.93;
  const prior = 0.75 * (1 - smoothstep(0.9, 2.3, reach)) + 0.03;
  const neck = inNeck(x, y, chin) ? 0.15 : 1;
  const jaw = Math.abs(x) < 0.62 && y > 0.1 && y < chin ? 0.6 : 1;
  const low = y > 1.6 ? 0.3 : 1;
  // hair falls straight down: what lies aside of it below the chin is a sleeve or a shawl of the same colour
  const aside = 1 - 0.97 * smoothstep(0.7, 1, Math.abs(x)) * smoothstep(chin + 0.05, chin + 0.4, y);
  return prior * neck * jaw * low * aside;
}

/** The ellipse of the skull, in which hair has its roots: inside when the result is below 1. */
const skullRadius = ({ u, v }: Places, i: number): number =>
  Math.hypot(u[i]! / SKULL_RADIUS, (v[i]! + 0.3) / SKULL_RADIUS);
const SKULL_RADIUS = 0.62;

function keepOnSkull(hair: Plane, places: Places): Plane {
  const seeds: number[] = [];
  for (let i = 0; i < hair.values.length; i++) {
    if (hair.values[i]! > 0.35 && skullRadius(places, i) < 1.05) seeds.push(i);
  }
  const reached = floodFill(hair.widthPixels, hair.heightPixels, seeds, (index) => hair.values[index]! > 0.35);
  const kept = createPlane(hair.widthPixels, hair.heightPixels);
  for (let i = 0; i < kept.values.length; i++) kept.values[i] = reached[i] === 1 ? hair.values[i]! : 0;
  return blur(kept, 1);
}

/** Shortest way from the skull, where a step through something that is not hair costs six times as much. */
function strandCoordinate(hair: Plane, places: Places, frame: FaceFrame): Plane {
  const { widthPixels: width, heightPixels: height, values } = hair;
  const way = createPlane(width, height, 1e6);
  for (let i = 0; i < values.length; i++) if (skullRadius(places, i) < 1) way.values[i] = 0;
  const relax = (at: number, from: number, length: number): void => {
    const cost = length * (1 + 5 * (1 - clamp(values[at]!, 0, 1)));
    if (way.values[from]! + cost < way.values[at]!) way.values[at] = way.values[from]! + cost;
  };
  // four pairs of sweeps settle ways that bend; a way through hair rarely turns back on itself more often
  for (let pass = 0; pass < 4; pass++) {
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const at = y * width + x;
        relax(at, at - 1, 1);
        relax(at, at - width, 1);
        relax(at, at - width - 1, Math.SQRT2);
        relax(at, at - width + 1, Math.SQRT2);
      }
    }
    for (let y = height - 2; y > 0; y--) {
      for (let x = width - 2; x > 0; x--) {
        const at = y * width + x;
        relax(at, at + 1, 1);
        relax(at, at + width, 1);
        relax(at, at + width + 1, Math.SQRT2);
        relax(at, at + width - 1, Math.SQRT2);
      }
    }
  }
  const scale = HAIR_SCALE / frame.faceHeightPixels;
  for (let i = 0; i < way.values.length; i++) way.values[i] = Math.min(4, way.values[i]! * scale);
  return way;
}

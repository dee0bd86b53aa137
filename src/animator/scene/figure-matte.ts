import { type FaceFrame, faceOvalOf, type Point, toFace } from '../face-frame.ts';
import { type ColourPlanes, guidedFilter } from '../guided-filter.ts';
import { createPlane, type Plane, sampleBilinear } from '../plane.ts';
import { floodFill } from './flood-fill.ts';
import { fillPolygon } from './polygon.ts';

/** How much of each pixel is the figure that moves. */
export interface FigureMatte {
  /** 0..1 at the canvas's size. */
  readonly matte: Plane;
  /**
   * `figure`: the figure is a layer of its own over the background. `whole`: figure and background could not be told
   * apart, the picture stays one layer and motion fades out around the head.
   */
  readonly separation: 'figure' | 'whole';
}

/** Share of matte just outside the face's upper half above which it is believed (0.76 on every human-like test picture, at most 0.67 on animals). */
const TRUSTED_RING_SHARE = 0.72;
const CORE_THRESHOLD = 0.45;
const UNCONNECTED_LIMIT = 0.3;
/** A background is plain when this share of the border lies within `PLAIN_DISTANCE` of its median colour. */
const PLAIN_BORDER_SHARE = 0.8;
const PLAIN_DISTANCE = 0.08;
const FLOOD_DISTANCE = 0.1;

/** Refines the person matte to the edges of the picture and keeps the person that owns the face. */
export function figureMatteOf(colours: ColourPlanes, personMatte: Float32Array, frame: FaceFrame): FigureMatte {
  const { widthPixels, heightPixels } = colours.red;
  const seen: Plane = { widthPixels, heightPixels, values: personMatte.slice() };
  if (ringShare(seen, frame) >= TRUSTED_RING_SHARE) {
    return { matte: keepConnected(refine(colours, withFace(seen, frame), frame), frame), separation: 'figure' };
  }
  const plain = figureBeforePlainBackground(colours);
  if (plain !== undefined && ringShare(plain, frame) >= TRUSTED_RING_SHARE) {
    return { matte: keepConnected(refine(colours, withFace(plain, frame), frame), frame), separation: 'figure' };
  }
  return { matte: createPlane(widthPixels, heightPixels, 1), separation: 'whole' };
}

function refine(colours: ColourPlanes, matte: Plane, frame: FaceFrame): Plane {
  return guidedFilter(colours, matte, Math.max(3, 0.03 * frame.faceHeightPixels), 1e-4);
}

function withFace(matte: Plane, frame: FaceFrame): Plane {
  fillPolygon(faceOvalOf(frame.landmarks), matte.widthPixels, matte.heightPixels, (index) => {
    matte.values[index] = 1;
  });
  return matte;
}

/** Share of matte above one half in the ring 0.03 to 0.075 face heights outside the face, upper half. */
function ringShare(matte: Plane, frame: FaceFrame): number {
  const centre = { x: frame.originX, y: frame.originY };
  let inside = 0;
  let asked = 0;
  for (const point of faceOvalOf(frame.landmarks)) {
    if (toFace(frame, point.x, point.y).v > 0) continue;
    for (let outside = 0.03; outside <= 0.076; outside += 0.015) {
      const at = pushedOut(point, centre, outside * frame.faceHeightPixels);
      if (at.x < 0 || at.y < 0 || at.x >= matte.widthPixels || at.y >= matte.heightPixels) continue;
      asked++;
      if (sampleBilinear(matte, at.x, at.y) > 0.5) inside++;
    }
  }
  return asked === 0 ? 1 : inside / asked;
}

function pushedOut(point: Point, centre: Point, distance: number): Point {
  const length = Math.hypot(point.x - centre.x, point.y - centre.y);
  return {
    x: point.x + ((point.x - centre.x) / length) * distance,
    y: point.y + ((point.y - centre.y) / length) * distance,
  };
}

/** Other people and stray patches stay below `UNCONNECTED_LIMIT`: only what hangs together with the face is the figure. */
function keepConnected(matte: Plane, frame: FaceFrame): Plane {
  const { widthPixels: width, heightPixels: height, values } = matte;
  const connected = floodFill(
    width,
    height,
    [clampIndex(frame.originX, width) + clampIndex(frame.originY, height) * width],
    (index) => values[index]! > CORE_THRESHOLD,
  );
  for (let i = 0; i < values.length; i++) {
    if (connected[i] === 0) values[i] = Math.min(values[i]!, UNCONNECTED_LIMIT);
  }
  return matte;
}

const clampIndex = (position: number, size: number): number => Math.min(size - 1, Math.max(0, Math.round(position)));

/** The figure in front of a background of one colour (flat drawings), or `undefined` when the background is not plain. */
function figureBeforePlainBackground({ red, green, blue }: ColourPlanes): Plane | undefined {
  const { widthPixels: width, heightPixels: height } = red;
  const border = borderPixels(width, height);
  const medianOf = (plane: Plane): number => {
    const sorted = border.map((index) => plane.values[index]!).sort((a, b) => a - b);
    return sorted[sorted.length >> 1]!;
  };
  const [r, g, b] = [medianOf(red), medianOf(green), medianOf(blue)];
  const distance = (index: number): number =>
    Math.max(Math.abs(red.values[index]! - r), Math.abs(green.values[index]! - g), Math.abs(blue.values[index]! - b));
  const plainPixels = border.filter((index) => distance(index) <= PLAIN_DISTANCE);
  if (plainPixels.length < PLAIN_BORDER_SHARE * border.length) return undefined;
  const background = floodFill(width, height, plainPixels, (index) => distance(index) <= FLOOD_DISTANCE);
  const matte = createPlane(width, height);
  for (let i = 0; i < matte.values.length; i++) matte.values[i] = 1 - background[i]!;
  return matte;
}

/** The top row and the upper 60 % of the sides: where a portrait shows background. */
function borderPixels(width: number, height: number): number[] {
  const pixels: number[] = [];
  for (let x = 0; x < width; x++) pixels.push(x);
  for (let y = 1; y < height * 0.6; y++) pixels.push(y * width, y * width + width - 1);
  return pixels;
}

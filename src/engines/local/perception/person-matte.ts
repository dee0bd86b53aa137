import { createNetwork } from '../tflite/network.ts';
import { type CropFormat, type CropRegion, type PicturePyramid, sampleCrop } from './picture-crop.ts';

const SIDE = 256;
const CROP: CropFormat = { columns: SIDE, rows: SIDE, black: 0, outside: 'edge' };

/** The closer look at a face: its size in face heights, and where the face's centre stands in it from the top. */
const CLOSE_UP_FACE_HEIGHTS = 3.2;
const CLOSE_UP_FACE_CENTRE = 0.45;
/** What the closer look counts against the look at the whole, and over which outer part of it that fades. */
const CLOSE_UP_WEIGHT = 0.6;
const CLOSE_UP_FADE = { from: 0.02, to: 0.12 };

/** Where the face is that a closer look is worth, in canvas pixels. */
export interface FacePlace {
  readonly centerX: number;
  readonly centerY: number;
  readonly heightPixels: number;
}

export interface PersonSegmenter {
  /** `heightPixels x widthPixels`, 0..1: how much of each pixel is a person. Soft: as fine as 256 x 256 can be. */
  matteOf(pyramid: PicturePyramid, face: FacePlace | undefined): Float32Array;
}

/** Needs the bytes of `selfie_segmentation.tflite`. One look takes 45 ms (58 MMAC, one core, warm). */
export function createPersonSegmenter(modelBytes: Uint8Array): PersonSegmenter {
  const network = createNetwork(modelBytes);
  const look = (pyramid: PicturePyramid, region: CropRegion): Float32Array => {
    sampleCrop(pyramid, region, CROP, network.input.values);
    network.run();
    return network.output('activation_10').slice();
  };
  return {
    matteOf(pyramid, face) {
      const { widthPixels, heightPixels } = pyramid;
      const matte = new Float32Array(widthPixels * heightPixels);
      const whole: Bounds = { left: 0, top: 0, right: widthPixels, bottom: heightPixels };
      // the model is used to pictures stretched into its square
      blendInto(matte, widthPixels, { bounds: whole, seen: look(pyramid, regionOf(whole)), weight: () => 1 });
      if (face === undefined) return matte;
      const bounds = closeUpOf(face, whole);
      const weight = closeUpWeight(bounds, whole);
      blendInto(matte, widthPixels, { bounds, seen: look(pyramid, regionOf(bounds)), weight });
      return matte;
    },
  };
}

/** Whole pixels of the canvas; right and bottom are exclusive. */
interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function regionOf({ left, top, right, bottom }: Bounds): CropRegion {
  return {
    centerX: (left + right) / 2,
    centerY: (top + bottom) / 2,
    widthPixels: right - left,
    heightPixels: bottom - top,
    angleRadians: 0,
  };
}

function closeUpOf(face: FacePlace, whole: Bounds): Bounds {
  const side = CLOSE_UP_FACE_HEIGHTS * face.heightPixels;
  const top = face.centerY - CLOSE_UP_FACE_CENTRE * side;
  return {
    left: Math.max(whole.left, Math.round(face.centerX - side / 2)),
    top: Math.max(whole.top, Math.round(top)),
    right: Math.min(whole.right, Math.round(face.centerX + side / 2)),
    bottom: Math.min(whole.bottom, Math.round(top + side)),
  };
}

/** Full inside, fading towards those edges of the close-up that lie within the picture. */
function closeUpWeight(bounds: Bounds, whole: Bounds): Blend['weight'] {
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  const distance = (pixels: number, length: number, isPictureEdge: boolean): number =>
    isPictureEdge ? 1 : pixels / length;
  return (x, y) => {
    const nearest = Math.min(
      distance(x - bounds.left, width, bounds.left === whole.left),
      distance(bounds.right - x, width, bounds.right === whole.right),
      distance(y - bounds.top, height, bounds.top === whole.top),
      distance(bounds.bottom - y, height, bounds.bottom === whole.bottom),
    );
    return CLOSE_UP_WEIGHT * smoothstep(CLOSE_UP_FADE.from, CLOSE_UP_FADE.to, nearest);
  };
}

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

interface Blend {
  readonly bounds: Bounds;
  /** `256 x 256`, stretched over the bounds. */
  readonly seen: Float32Array;
  /** What it counts at a place of the canvas, 0..1. */
  readonly weight: (x: number, y: number) => number;
}

function blendInto(matte: Float32Array, matteWidth: number, { bounds, seen, weight }: Blend): void {
  const columns = tapsAlong(bounds.right - bounds.left);
  const rows = tapsAlong(bounds.bottom - bounds.top);
  rows.forEach((row, downPixels) => {
    const y = bounds.top + downPixels;
    for (let across = 0; across < columns.length; across++) {
      const { first, second, share } = columns[across]!;
      const upper = seen[row.first * SIDE + first]! * (1 - share) + seen[row.first * SIDE + second]! * share;
      const lower = seen[row.second * SIDE + first]! * (1 - share) + seen[row.second * SIDE + second]! * share;
      const at = y * matteWidth + bounds.left + across;
      const value = upper + (lower - upper) * row.share;
      matte[at] = matte[at]! + (value - matte[at]!) * weight(bounds.left + across + 0.5, y + 0.5);
    }
  });
}

/** Between which two of the 256 values each pixel lies. */
function tapsAlong(lengthPixels: number): { first: number; second: number; share: number }[] {
  return Array.from({ length: lengthPixels }, (_, index) => {
    const position = Math.max(0, Math.min(SIDE - 1, ((index + 0.5) * SIDE) / lengthPixels - 0.5));
    const first = Math.floor(position);
    return { first, second: Math.min(SIDE - 1, first + 1), share: position - first };
  });
}

import { createNetwork } from '../../../neural/network.ts';
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
      // the model is used to pictures that are stretched into its square
      blendInto(matte, widthPixels, covering(whole, look(pyramid, regionOf(whole))));
      if (face === undefined) return matte;
      const closeUp = closeUpOf(face, whole);
      blendInto(matte, widthPixels, fadingInto(whole, closeUp, look(pyramid, regionOf(closeUp))));
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

/** A look's values stretched over some bounds, and what they count along both axes: a pixel counts the smaller of the two. */
interface Blend {
  readonly bounds: Bounds;
  /** `256 x 256`. */
  readonly seen: Float32Array;
  readonly columnWeights: Float32Array;
  readonly rowWeights: Float32Array;
}

function covering(bounds: Bounds, seen: Float32Array): Blend {
  const columnWeights = new Float32Array(bounds.right - bounds.left).fill(1);
  return { bounds, seen, columnWeights, rowWeights: new Float32Array(bounds.bottom - bounds.top).fill(1) };
}

/** Full inside, fading towards those edges of the close-up that lie within the picture. */
function fadingInto(whole: Bounds, bounds: Bounds, seen: Float32Array): Blend {
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  return {
    bounds,
    seen,
    columnWeights: fadeAlong(width, bounds.left > whole.left, bounds.right < whole.right),
    rowWeights: fadeAlong(height, bounds.top > whole.top, bounds.bottom < whole.bottom),
  };
}

function fadeAlong(lengthPixels: number, fadesAtStart: boolean, fadesAtEnd: boolean): Float32Array {
  const { from, to } = CLOSE_UP_FADE;
  return Float32Array.from({ length: lengthPixels }, (_, index) => {
    const distance = (index + 0.5) / lengthPixels;
    const nearest = Math.min(fadesAtStart ? distance : 1, fadesAtEnd ? 1 - distance : 1);
    return CLOSE_UP_WEIGHT * smoothstep(from, to, nearest);
  });
}

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Moves the matte towards what was seen. 720 x 1280 takes 6 ms. */
function blendInto(matte: Float32Array, matteWidth: number, blend: Blend): void {
  const { bounds, seen, columnWeights, rowWeights } = blend;
  const columns = tapsAlong(columnWeights.length);
  const rows = tapsAlong(rowWeights.length);
  for (let down = 0; down < rowWeights.length; down++) {
    const upper = rows.first[down]! * SIDE;
    const lower = upper + (rows.first[down]! < SIDE - 1 ? SIDE : 0);
    const share = rows.share[down]!;
    let at = (bounds.top + down) * matteWidth + bounds.left;
    for (let across = 0; across < columnWeights.length; across++, at++) {
      const left = columns.first[across]!;
      const right = left < SIDE - 1 ? left + 1 : left;
      const shareX = columns.share[across]!;
      const above = seen[upper + left]! + (seen[upper + right]! - seen[upper + left]!) * shareX;
      const below = seen[lower + left]! + (seen[lower + right]! - seen[lower + left]!) * shareX;
      const weight = Math.min(rowWeights[down]!, columnWeights[across]!);
      matte[at] = matte[at]! + (above + (below - above) * share - matte[at]!) * weight;
    }
  }
}

/** After which of the 256 values each pixel lies, and how far towards the next. */
function tapsAlong(lengthPixels: number): { first: Int32Array; share: Float32Array } {
  const positions = Float64Array.from({ length: lengthPixels }, (_, index) => {
    return Math.max(0, Math.min(SIDE - 1, ((index + 0.5) * SIDE) / lengthPixels - 0.5));
  });
  const first = Int32Array.from(positions, Math.floor);
  return { first, share: Float32Array.from(positions, (position, index) => position - first[index]!) };
}

import type { PerceivedHand } from '../../../domain/picture/perceived.ts';
import { createNetwork } from '../../../neural/network.ts';
import { createAnchorDetector } from './anchor-detector.ts';
import { boxAround, type Detection, suppressOverlaps } from './detection.ts';
import { type CropFormat, type CropRegion, fromCrop, type PicturePyramid, sampleCrop } from './picture-crop.ts';
import { squaresOver, wholeSquare } from './tiles.ts';
import { squareAround, turnedBoxAround } from './turned-box.ts';

const INPUT_PIXELS = 224;
const CROP: CropFormat = { columns: INPUT_PIXELS, rows: INPUT_PIXELS, black: 0, outside: 'edge' };
const LANDMARK_COUNT = 21;
/** How the model's depth relates to its x (MediaPipe's `normalize_z`). */
const DEPTH_SCALE = 1 / 0.4;

/** Candidates worth a look. Sleeves and collars score up to 0.84 here, painted hands as little as 0.62. */
const LEAST_PALM_SCORE = 0.5;
/** What tells them apart: real hands score 0.97 and more here, everything else 0.04 and less. */
const LEAST_HAND_SCORE = 0.8;
/** Two looks at a real hand agree: the points move by less than this part of the palm (0.03 here). */
const LARGEST_DISAGREEMENT = 0.15;

/** The crop around a palm: 2.6 palms wide, moved half a palm towards the fingers (MediaPipe's values). */
const PALM_CROP = { margin: 2.6, shiftDown: -0.5 };
/** The crop around a hand whose landmarks are known, and the landmarks that it is taken from (MediaPipe's values). */
const HAND_CROP = { margin: 2, shiftDown: -0.1 };
const HAND_CROP_POINTS = [0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18];
const WRIST = 0;
const FINGER_ROOTS = { index: 5, middle: 9, ring: 13 };

/** How much of their side the tiles of a long picture share. */
const TILE_OVERLAP = 0.2;

export interface HandFinder {
  /** The hands that are certainly visible, the most certain first. Rather misses one than sees one in a sleeve. */
  find(pyramid: PicturePyramid): PerceivedHand[];
}

export interface HandModels {
  /** The bytes of `palm_detection_full.tflite`. */
  readonly palmDetector: Uint8Array;
  /** The bytes of `hand_landmark_full.tflite`. */
  readonly handLandmarks: Uint8Array;
}

/** One look for palms takes 200 ms, one look at a hand 180 ms (one core, warm). */
export function createHandFinder(models: HandModels): HandFinder {
  const lookForPalms = createAnchorDetector(models.palmDetector, {
    inputPixels: 192,
    black: 0,
    grids: [
      { stride: 8, anchorsPerCell: 2 },
      { stride: 16, anchorsPerCell: 6 },
    ],
    keypointCount: 7,
    boxesOutput: 'Identity',
    scoresOutput: 'Identity_1',
  });
  const lookAtHand = createHandLandmarker(models.handLandmarks);
  return {
    find(pyramid) {
      const regions = [wholeSquare(pyramid), ...tilesOfLongPicture(pyramid)];
      const palms = suppressOverlaps(regions.flatMap((region) => lookForPalms(pyramid, region, LEAST_PALM_SCORE)));
      const hands = palms.map((palm) => confirmedHand(pyramid, palm, lookAtHand));
      return hands.filter((hand) => hand !== undefined).sort((a, b) => b.score - a.score);
    },
  };
}

/** Squares along a long picture: in the whole of it a hand may be too small. A square picture needs none. */
function tilesOfLongPicture(pyramid: PicturePyramid): CropRegion[] {
  const tiles = squaresOver(pyramid, Math.min(pyramid.widthPixels, pyramid.heightPixels), TILE_OVERLAP);
  return tiles.length > 1 ? tiles : [];
}

type LookAtHand = (pyramid: PicturePyramid, region: CropRegion) => PerceivedHand;

function createHandLandmarker(modelBytes: Uint8Array): LookAtHand {
  const network = createNetwork(modelBytes);
  return (pyramid, region) => {
    sampleCrop(pyramid, region, CROP, network.input.values);
    network.run();
    const points = network.output('Identity');
    const landmarks = new Float32Array(3 * LANDMARK_COUNT);
    for (let at = 0; at < points.length; at += 3) {
      const { x, y } = fromCrop(region, points[at]! / INPUT_PIXELS, points[at + 1]! / INPUT_PIXELS);
      landmarks.set([x, y, (points[at + 2]! * DEPTH_SCALE * region.widthPixels) / INPUT_PIXELS], at);
    }
    return { landmarks, score: network.output('Identity_1')[0]! };
  };
}

/** The hand at a palm, when two looks with crops of their own both see it, and in the same place. */
function confirmedHand(pyramid: PicturePyramid, palm: Detection, lookAtHand: LookAtHand): PerceivedHand | undefined {
  const first = lookAtHand(pyramid, regionOfPalm(palm));
  if (first.score < LEAST_HAND_SCORE) return undefined;
  const second = lookAtHand(pyramid, regionOfHand(first.landmarks));
  if (second.score < LEAST_HAND_SCORE) return undefined;
  return disagreement(first.landmarks, second.landmarks) <= LARGEST_DISAGREEMENT ? second : undefined;
}

/** Upright fingers: from key point 0, the wrist, to key point 2, the root of the middle finger. */
function regionOfPalm(palm: Detection): CropRegion {
  const [wristX, wristY, , , rootX, rootY] = palm.keypoints as [number, number, number, number, number, number];
  const angleRadians = Math.atan2(rootY - wristY, rootX - wristX) + Math.PI / 2;
  return squareAround(boxAround(palm, angleRadians), PALM_CROP.margin, PALM_CROP.shiftDown);
}

function regionOfHand(landmarks: Float32Array): CropRegion {
  const { index, middle, ring } = FINGER_ROOTS;
  const root = (axis: 0 | 1): number =>
    (landmarks[3 * index + axis]! + landmarks[3 * ring + axis]!) / 4 + landmarks[3 * middle + axis]! / 2;
  const angleRadians = Math.atan2(root(1) - landmarks[3 * WRIST + 1]!, root(0) - landmarks[3 * WRIST]!) + Math.PI / 2;
  return squareAround(
    turnedBoxAround(landmarks, HAND_CROP_POINTS, angleRadians),
    HAND_CROP.margin,
    HAND_CROP.shiftDown,
  );
}

/** Mean distance of the same points, in palm lengths. */
function disagreement(first: Float32Array, second: Float32Array): number {
  const distance = (a: Float32Array, i: number, b: Float32Array, j: number): number =>
    Math.hypot(a[3 * i]! - b[3 * j]!, a[3 * i + 1]! - b[3 * j + 1]!);
  let sum = 0;
  for (let point = 0; point < LANDMARK_COUNT; point++) sum += distance(first, point, second, point);
  return sum / LANDMARK_COUNT / distance(second, WRIST, second, FINGER_ROOTS.middle);
}

import { createAnchorDetector } from './anchor-detector.ts';
import { type Detection, suppressOverlaps } from './detection.ts';
import type { PicturePyramid } from './picture-crop.ts';
import { squaresOver, wholeSquare } from './tiles.ts';

/** MediaPipe's own threshold for a candidate. */
const LEAST_SCORE = 0.5;
/** With a face at least this certain in the whole picture, nobody looks closer. */
const CERTAIN_SCORE = 0.75;
/** Sides of the tiles of the closer looks, in parts of the picture's long side, and how much neighbours overlap. */
const TILE_SHARES = [0.6, 0.35];
const TILE_OVERLAP = 0.5;

export interface FaceDetector {
  /**
   * All faces, the most certain first; key points are both eyes (image left first), nose tip, mouth, both ears. Looks at
   * parts of the picture when the whole shows no certain face.
   */
  detect(pyramid: PicturePyramid): Detection[];
}

/** Needs the bytes of `face_detection_short_range.tflite`. One look takes 20 ms (31 MMAC, one core, warm). */
export function createFaceDetector(modelBytes: Uint8Array): FaceDetector {
  const look = createAnchorDetector(modelBytes, {
    inputPixels: 128,
    black: -1,
    grids: [
      { stride: 8, anchorsPerCell: 2 },
      { stride: 16, anchorsPerCell: 6 },
    ],
    keypointCount: 6,
    boxesOutput: 'regressors',
    scoresOutput: 'classificators',
  });
  return {
    detect(pyramid) {
      const found = look(pyramid, wholeSquare(pyramid), LEAST_SCORE);
      const longSide = Math.max(pyramid.widthPixels, pyramid.heightPixels);
      for (const share of TILE_SHARES) {
        if (found.some(({ score }) => score >= CERTAIN_SCORE)) break;
        const tiles = squaresOver(pyramid, share * longSide, TILE_OVERLAP);
        found.push(...tiles.flatMap((tile) => look(pyramid, tile, LEAST_SCORE)));
      }
      return suppressOverlaps(found);
    },
  };
}

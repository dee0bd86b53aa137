import { createNetwork } from '../tflite/network.ts';
import { anchorCentres, type Detection, type DetectorFormat, decodeDetections, suppressOverlaps } from './detection.ts';
import { type CropFormat, type CropRegion, type PicturePyramid, sampleCrop } from './picture-crop.ts';

/** MediaPipe's short-range face detector. Key points: both eyes (image left first), nose tip, mouth, both ears. */
const FORMAT: DetectorFormat = {
  inputPixels: 128,
  grids: [
    { stride: 8, anchorsPerCell: 2 },
    { stride: 16, anchorsPerCell: 6 },
  ],
  keypointCount: 6,
};
const CROP: CropFormat = { columns: 128, rows: 128, black: -1, outside: 'black' };

/** MediaPipe's own threshold for a candidate. */
const LEAST_SCORE = 0.5;
/** With a face at least this certain in the whole picture, nobody looks closer. */
const CERTAIN_SCORE = 0.75;
/** Sides of the tiles of the closer looks, in parts of the picture's long side. */
const TILE_SHARES = [0.6, 0.35];

export interface FaceDetector {
  /** All faces, the most certain first. Looks at parts of the picture when the whole shows no certain face. */
  detect(pyramid: PicturePyramid): Detection[];
}

/** Needs the bytes of `face_detection_short_range.tflite`. One look takes 20 ms (31 MMAC, one core, warm). */
export function createFaceDetector(modelBytes: Uint8Array): FaceDetector {
  const network = createNetwork(modelBytes);
  const raw = {
    boxes: network.output('regressors'),
    scores: network.output('classificators'),
    anchors: anchorCentres(FORMAT),
  };
  const look = (pyramid: PicturePyramid, region: CropRegion): Detection[] => {
    sampleCrop(pyramid, region, CROP, network.input.values);
    network.run();
    return decodeDetections(raw, FORMAT, region, LEAST_SCORE);
  };
  return {
    detect(pyramid) {
      let found = look(pyramid, wholePicture(pyramid));
      for (const share of TILE_SHARES) {
        if (found.some(({ score }) => score >= CERTAIN_SCORE)) break;
        found = [...found, ...tilesOf(pyramid, share).flatMap((tile) => look(pyramid, tile))];
      }
      return suppressOverlaps(found);
    },
  };
}

function wholePicture({ widthPixels, heightPixels }: PicturePyramid): CropRegion {
  return square(widthPixels / 2, heightPixels / 2, Math.max(widthPixels, heightPixels));
}

/** Squares that cover the picture and overlap by at least half. */
function tilesOf({ widthPixels, heightPixels }: PicturePyramid, share: number): CropRegion[] {
  const side = share * Math.max(widthPixels, heightPixels);
  const rows = centresAlong(heightPixels, side);
  const columns = centresAlong(widthPixels, side);
  return rows.flatMap((y) => columns.map((x) => square(x, y, side)));
}

function centresAlong(length: number, side: number): number[] {
  if (side >= length) return [length / 2];
  const steps = Math.ceil((length - side) / (side / 2));
  return Array.from({ length: steps + 1 }, (_, index) => side / 2 + ((length - side) * index) / steps);
}

function square(centerX: number, centerY: number, side: number): CropRegion {
  return { centerX, centerY, widthPixels: side, heightPixels: side, angleRadians: 0 };
}

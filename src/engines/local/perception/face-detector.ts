import { createAnchorDetector } from './anchor-detector.ts';
import { averaged, boxAround, type Detection, isSameThing, suppressOverlaps } from './detection.ts';
import type { CropRegion, PicturePyramid } from './picture-crop.ts';
import { squaresOver, wholeSquare } from './tiles.ts';
import { squareAround } from './turned-box.ts';

/** From this score on there is something that might be a face. */
const CANDIDATE_SCORE = 0.45;
/** A face of this score needs no second look. Human-like test pictures score 0.84 and more, everything else 0.69 and less. */
const CERTAIN_SCORE = 0.75;
/**
 * Closer looks at a candidate, in sides of its box. Over them the mean score of real faces is 0.81 and more, even of those
 * that scored 0.53 from afar; it is 0.67 and less for cats, llamas, armour and folds.
 */
const CLOSER_LOOKS = [1.8, 2.5, 4];
const CONFIRMED_SCORE = 0.72;
/** How many uncertain candidates of one round are looked at again. */
const MOST_CANDIDATES = 6;
/** Sides of the tiles of each further round, in parts of the picture's long side, and how much neighbours overlap. */
const TILE_SHARES = [0.6, 0.35];
const TILE_OVERLAP = 0.5;

export interface FaceDetector {
  /**
   * The faces that are believed, the most certain first; key points are both eyes (image left first), nose tip, mouth,
   * both ears. Searches in tiles when the whole picture shows no face: there it finds faces of about 50 pixels in 1280.
   */
  detect(pyramid: PicturePyramid): Detection[];
}

/**
 * Needs the bytes of `face_detection_short_range.tflite`. One look takes 20 ms (31 MMAC, one core, warm). A face in the
 * whole picture needs one look, a picture without any face up to 50.
 */
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
      for (const regions of roundsOf(pyramid)) {
        const candidates = suppressOverlaps(regions.flatMap((region) => look(pyramid, region, CANDIDATE_SCORE)));
        const faces = believedAmong(candidates, (region) => look(pyramid, region, CANDIDATE_SCORE));
        if (faces.length > 0) return faces;
      }
      return [];
    },
  };
}

/** Where each round looks: at the whole, then at ever smaller tiles. */
function roundsOf(pyramid: PicturePyramid): CropRegion[][] {
  const longSide = Math.max(pyramid.widthPixels, pyramid.heightPixels);
  return [[wholeSquare(pyramid)], ...TILE_SHARES.map((share) => squaresOver(pyramid, share * longSide, TILE_OVERLAP))];
}

type LookAt = (region: CropRegion) => Detection[];

/** The certain ones of the candidates (best first) and those of the others that closer looks confirm. */
function believedAmong(candidates: readonly Detection[], look: LookAt): Detection[] {
  const certain = candidates.filter(({ score }) => score >= CERTAIN_SCORE);
  const uncertain = candidates.slice(certain.length, certain.length + MOST_CANDIDATES);
  return suppressOverlaps([...certain, ...uncertain.flatMap((candidate) => confirmed(candidate, look) ?? [])]);
}

/** The candidate as closer looks see it, when most of them do. */
function confirmed(candidate: Detection, look: LookAt): Detection | undefined {
  const box = boxAround(candidate, 0);
  const seen = CLOSER_LOOKS.flatMap((sides) => {
    const faces = suppressOverlaps(look(squareAround(box, sides)));
    return faces.find((face) => isSameThing(face, candidate)) ?? [];
  });
  const score = seen.reduce((sum, face) => sum + face.score, 0) / CLOSER_LOOKS.length;
  return score >= CONFIRMED_SCORE ? averaged(seen, score) : undefined;
}

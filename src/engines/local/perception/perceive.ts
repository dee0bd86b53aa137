import { landmarksFromPoints } from '../../../animator/placed-face.ts';
import type { Canvas } from '../../../domain/picture/canvas.ts';
import type { FacePoints } from '../../../domain/picture/face-points.ts';
import type { FaceBox, Perceived, PerceivedHand } from '../../../domain/picture/perceived.ts';
import { type CanonicalFace, loadCanonicalFace } from './canonical-face.ts';
import type { Detection } from './detection.ts';
import { createFaceDetector } from './face-detector.ts';
import { createFaceLandmarker } from './face-landmarks.ts';
import { createHandFinder, type HandFinder } from './hands.ts';
import { readModelFile } from './model-files.ts';
import { createPersonSegmenter, type FacePlace } from './person-matte.ts';
import { createPyramid } from './picture-crop.ts';

/** A face in a corner of the picture counts this much less than one in its middle. */
const CORNER_PENALTY = 0.3;
const FOREHEAD_TOP = 10;
const CHIN = 152;
const MESH_POINTS = 468;

/** Looks at pictures. Keeps its models in memory; not to be used for two pictures at once. */
export interface Perception {
  /** What is in the picture: the main face (or the one that was placed by hand), other faces, the person's matte. */
  perceive(canvas: Canvas, placed?: FacePoints): Perceived;
  /** Hands that are certainly visible. Slower than all the rest; its models are loaded when first asked for. */
  findHands(canvas: Canvas): PerceivedHand[];
}

/** Loads the models. Throws `PerceptionModelsError` when the packages that carry them are missing or changed. */
export function createPerception(): Perception {
  const faceDetector = createFaceDetector(readModelFile('face-detector'));
  const faceLandmarker = createFaceLandmarker(readModelFile('face-landmarks'));
  const personSegmenter = createPersonSegmenter(readModelFile('person'));
  let handFinder: HandFinder | undefined;
  let canonicalFace: CanonicalFace | undefined;
  return {
    findHands(canvas) {
      handFinder ??= createHandFinder({
        palmDetector: readModelFile('palm-detector'),
        handLandmarks: readModelFile('hand-landmarks'),
      });
      return handFinder.find(createPyramid(canvas));
    },
    perceive(canvas, placed) {
      const pyramid = createPyramid(canvas);
      if (placed !== undefined) {
        canonicalFace ??= loadCanonicalFace();
        return perceivePlaced(canonicalFace, placed, canvas, (place) => personSegmenter.matteOf(pyramid, place));
      }
      const [main, ...others] = faceDetector
        .detect(pyramid)
        .sort((a, b) => importance(b, canvas) - importance(a, canvas));
      if (main === undefined) {
        return { face: undefined, otherFaces: [], personMatte: personSegmenter.matteOf(pyramid, undefined) };
      }
      const landmarks = faceLandmarker.locate(pyramid, main);
      return {
        face: { box: boxOf(main), landmarks },
        otherFaces: others.map(boxOf).sort((a, b) => areaOf(b) - areaOf(a)),
        personMatte: personSegmenter.matteOf(pyramid, placeOf(landmarks)),
      };
    },
  };
}

/** Points placed by hand are believed: nobody else in the picture is looked for. */
function perceivePlaced(
  { positions }: CanonicalFace,
  placed: FacePoints,
  { widthPixels, heightPixels }: Canvas,
  matteOf: (place: FacePlace) => Float32Array,
): Perceived {
  const landmarks = landmarksFromPoints(positions, placed, widthPixels, heightPixels);
  const along = (axis: number): number[] =>
    Array.from({ length: MESH_POINTS }, (_, index) => landmarks[index * 3 + axis]!);
  const [xs, ys] = [along(0), along(1)];
  const [leftPixels, topPixels] = [Math.min(...xs), Math.min(...ys)];
  const box = {
    leftPixels,
    topPixels,
    widthPixels: Math.max(...xs) - leftPixels,
    heightPixels: Math.max(...ys) - topPixels,
    score: 1,
  };
  return { face: { box, landmarks }, otherFaces: [], personMatte: matteOf(placeOf(landmarks)) };
}

/** Large and certain faces near the middle come first. */
function importance(face: Detection, { widthPixels, heightPixels }: Canvas): number {
  const offX = (face.left + face.right) / widthPixels - 1;
  const offY = (face.top + face.bottom) / heightPixels - 1;
  const area = (face.right - face.left) * (face.bottom - face.top);
  return area * face.score * (1 - CORNER_PENALTY * Math.min(1, Math.hypot(offX, offY) / Math.SQRT2));
}

function boxOf({ left, top, right, bottom, score }: Detection): FaceBox {
  return { leftPixels: left, topPixels: top, widthPixels: right - left, heightPixels: bottom - top, score };
}

function areaOf(box: FaceBox): number {
  return box.widthPixels * box.heightPixels;
}

/** The middle between forehead and chin, and their distance in space. */
function placeOf(landmarks: Float32Array): FacePlace {
  const [topX, topY, topZ] = landmarks.subarray(3 * FOREHEAD_TOP, 3 * FOREHEAD_TOP + 3);
  const [chinX, chinY, chinZ] = landmarks.subarray(3 * CHIN, 3 * CHIN + 3);
  return {
    centerX: (topX! + chinX!) / 2,
    centerY: (topY! + chinY!) / 2,
    heightPixels: Math.hypot(topX! - chinX!, topY! - chinY!, topZ! - chinZ!),
  };
}

import { FACE_LANDMARK_COUNT } from '../../../domain/picture/perceived.ts';
import { createNetwork, type Network } from '../../../neural/network.ts';
import { boxAround, type Detection } from './detection.ts';
import { EYE_AT_LEFT, EYE_AT_RIGHT, EYE_CONTOUR_COUNT, LIPS } from './face-mesh-indices.ts';
import { type CropFormat, type CropRegion, fromCrop, type PicturePyramid, sampleCrop } from './picture-crop.ts';
import { squareAround, turnedBoxAround } from './turned-box.ts';

const INPUT_PIXELS = 192;
const CROP: CropFormat = { columns: INPUT_PIXELS, rows: INPUT_PIXELS, black: 0, outside: 'edge' };

const MESH_POINT_COUNT = 468;
const MESH_POINTS = Array.from({ length: MESH_POINT_COUNT }, (_, index) => index);
const IRIS_POINT_COUNT = 5;
/** How much larger than the face the crop is (MediaPipe's value). */
const CROP_MARGIN = 1.5;
const EYE_CORNERS = { left: 33, right: 263 };

/** Points that the attention branches place better than the mesh. */
const REFINEMENTS = [
  { output: 'output_lips', points: LIPS },
  { output: 'output_left_eye', points: EYE_AT_LEFT },
  { output: 'output_right_eye', points: EYE_AT_RIGHT },
];
/** The irises follow the mesh; they lie as deep as the contours of their eyes. */
const IRISES = [
  { output: 'output_left_iris', first: MESH_POINT_COUNT, contour: EYE_AT_LEFT.slice(0, EYE_CONTOUR_COUNT) },
  {
    output: 'output_right_iris',
    first: MESH_POINT_COUNT + IRIS_POINT_COUNT,
    contour: EYE_AT_RIGHT.slice(0, EYE_CONTOUR_COUNT),
  },
];

export interface FaceLandmarker {
  /** `478 x 3` in canvas pixels; z is depth, positive away from the viewer, in the same scale as x. */
  locate(pyramid: PicturePyramid, face: Detection): Float32Array;
}

/**
 * Needs the bytes of `face_landmark_with_attention.tflite`. Looks twice, the second time with a crop that fits the points
 * of the first look; one look takes 30 ms (43 MMAC, one core, warm).
 */
export function createFaceLandmarker(modelBytes: Uint8Array): FaceLandmarker {
  const network = createNetwork(modelBytes);
  const look = (pyramid: PicturePyramid, region: CropRegion): Float32Array => {
    sampleCrop(pyramid, region, CROP, network.input.values);
    network.run();
    return toCanvas(refinedMesh(network), region);
  };
  return {
    locate: (pyramid, face) => look(pyramid, regionOfLandmarks(look(pyramid, regionOfDetection(face)))),
  };
}

/** The square around a detected face, turned so that the eyes are level. */
function regionOfDetection(face: Detection): CropRegion {
  const [leftX, leftY, rightX, rightY] = face.keypoints as [number, number, number, number];
  return squareAround(boxAround(face, Math.atan2(rightY - leftY, rightX - leftX)), CROP_MARGIN);
}

function regionOfLandmarks(landmarks: Float32Array): CropRegion {
  const [left, right] = [3 * EYE_CORNERS.left, 3 * EYE_CORNERS.right];
  const angleRadians = Math.atan2(landmarks[right + 1]! - landmarks[left + 1]!, landmarks[right]! - landmarks[left]!);
  return squareAround(turnedBoxAround(landmarks, MESH_POINTS, angleRadians), CROP_MARGIN);
}

/** All 478 points in pixels of the model's input. */
function refinedMesh(network: Network): Float32Array {
  const points = new Float32Array(3 * FACE_LANDMARK_COUNT);
  points.set(network.output('output_mesh_identity'));
  for (const { output, points: indices } of REFINEMENTS) {
    const refined = network.output(output);
    indices.forEach((index, place) => {
      points.set(refined.subarray(2 * place, 2 * place + 2), 3 * index);
    });
  }
  for (const { output, first, contour } of IRISES) {
    const iris = network.output(output);
    const depth = contour.reduce((sum, index) => sum + points[3 * index + 2]!, 0) / contour.length;
    for (let place = 0; place < IRIS_POINT_COUNT; place++) {
      points.set([iris[2 * place]!, iris[2 * place + 1]!, depth], 3 * (first + place));
    }
  }
  return points;
}

function toCanvas(points: Float32Array, region: CropRegion): Float32Array {
  const landmarks = new Float32Array(points.length);
  for (let at = 0; at < points.length; at += 3) {
    const { x, y } = fromCrop(region, points[at]! / INPUT_PIXELS, points[at + 1]! / INPUT_PIXELS);
    landmarks.set([x, y, (points[at + 2]! * region.widthPixels) / INPUT_PIXELS], at);
  }
  return landmarks;
}

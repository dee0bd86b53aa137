import { FACE_LANDMARK_COUNT } from '../../../domain/picture/perceived.ts';
import { createNetwork, type Network } from '../tflite/network.ts';
import type { Detection } from './detection.ts';
import { EYE_AT_LEFT, EYE_AT_RIGHT, EYE_CONTOUR_COUNT, LIPS } from './face-mesh-indices.ts';
import { type CropFormat, type CropRegion, fromCrop, type PicturePyramid, sampleCrop } from './picture-crop.ts';

const INPUT_PIXELS = 192;
const CROP: CropFormat = { columns: INPUT_PIXELS, rows: INPUT_PIXELS, black: 0, outside: 'edge' };

const MESH_POINT_COUNT = 468;
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
  const side = CROP_MARGIN * Math.max(face.right - face.left, face.bottom - face.top);
  return {
    centerX: (face.left + face.right) / 2,
    centerY: (face.top + face.bottom) / 2,
    widthPixels: side,
    heightPixels: side,
    angleRadians: Math.atan2(rightY - leftY, rightX - leftX),
  };
}

function regionOfLandmarks(landmarks: Float32Array): CropRegion {
  const { left, right } = EYE_CORNERS;
  const angleRadians = Math.atan2(
    landmarks[3 * right + 1]! - landmarks[3 * left + 1]!,
    landmarks[3 * right]! - landmarks[3 * left]!,
  );
  const cos = Math.cos(angleRadians);
  const sin = Math.sin(angleRadians);
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let point = 0; point < MESH_POINT_COUNT; point++) {
    const u = landmarks[3 * point]! * cos + landmarks[3 * point + 1]! * sin;
    const v = landmarks[3 * point + 1]! * cos - landmarks[3 * point]! * sin;
    [minU, maxU, minV, maxV] = [Math.min(minU, u), Math.max(maxU, u), Math.min(minV, v), Math.max(maxV, v)];
  }
  const [u, v] = [(minU + maxU) / 2, (minV + maxV) / 2];
  const side = CROP_MARGIN * Math.max(maxU - minU, maxV - minV);
  return {
    centerX: u * cos - v * sin,
    centerY: u * sin + v * cos,
    widthPixels: side,
    heightPixels: side,
    angleRadians,
  };
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

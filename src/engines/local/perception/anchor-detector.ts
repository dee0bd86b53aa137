import { createNetwork } from '../../../neural/network.ts';
import type { Detection } from './detection.ts';
import { type CropFormat, type CropRegion, type PicturePyramid, sampleCrop } from './picture-crop.ts';

/** How one of MediaPipe's detectors (SSD with anchors of fixed size) is asked and how it answers. */
export interface DetectorFormat {
  /** Side of the square input. */
  readonly inputPixels: number;
  /** What the input's black is. */
  readonly black: CropFormat['black'];
  /** Grids in the order of the answers: cells of `stride` pixels with several anchors each. */
  readonly grids: readonly { readonly stride: number; readonly anchorsPerCell: number }[];
  readonly keypointCount: number;
  readonly boxesOutput: string;
  readonly scoresOutput: string;
}

/** Everything with at least `leastScore` in an upright square of the picture, overlapping answers included. */
export type LookForThings = (pyramid: PicturePyramid, region: CropRegion, leastScore: number) => Detection[];

/** Prepares a detector whose model has this format. */
export function createAnchorDetector(modelBytes: Uint8Array, format: DetectorFormat): LookForThings {
  const network = createNetwork(modelBytes);
  const { inputPixels, black } = format;
  const crop: CropFormat = { columns: inputPixels, rows: inputPixels, black, outside: 'black' };
  const answers: Answers = {
    boxes: network.output(format.boxesOutput),
    scores: network.output(format.scoresOutput),
    anchors: anchorCentres(format),
  };
  return (pyramid, region, leastScore) => {
    sampleCrop(pyramid, region, crop, network.input.values);
    network.run();
    return decodeDetections(answers, format, region, leastScore);
  };
}

/** Boxes and key points are offsets from anchors, scores come before the sigmoid. */
interface Answers {
  readonly boxes: Float32Array;
  readonly scores: Float32Array;
  /** Centres, x and y in parts of the input. */
  readonly anchors: Float32Array;
}

function anchorCentres({ inputPixels, grids }: DetectorFormat): Float32Array {
  const centres: number[] = [];
  for (const { stride, anchorsPerCell } of grids) {
    const cells = inputPixels / stride;
    for (let cell = 0; cell < cells * cells; cell++) {
      const [x, y] = [((cell % cells) + 0.5) / cells, (Math.floor(cell / cells) + 0.5) / cells];
      for (let anchor = 0; anchor < anchorsPerCell; anchor++) centres.push(x, y);
    }
  }
  return Float32Array.from(centres);
}

function decodeDetections(
  answers: Answers,
  format: DetectorFormat,
  region: CropRegion,
  leastScore: number,
): Detection[] {
  const found: Detection[] = [];
  answers.scores.forEach((logit, anchor) => {
    const score = 1 / (1 + Math.exp(-logit));
    if (score >= leastScore) found.push(decodeOne(answers, anchor, score, format, region));
  });
  return found;
}

function decodeOne(
  { boxes, anchors }: Answers,
  anchor: number,
  score: number,
  { inputPixels, keypointCount }: DetectorFormat,
  region: CropRegion,
): Detection {
  const side = region.widthPixels;
  const start = anchor * (4 + 2 * keypointCount);
  const length = (index: number): number => (boxes[start + index]! / inputPixels) * side;
  const x = (index: number): number => region.centerX + (anchors[2 * anchor]! - 0.5) * side + length(index);
  const y = (index: number): number => region.centerY + (anchors[2 * anchor + 1]! - 0.5) * side + length(index);
  const [halfWidth, halfHeight] = [length(2) / 2, length(3) / 2];
  const keypoints = Array.from({ length: 2 * keypointCount }, (_, index) => (index % 2 === 0 ? x : y)(4 + index));
  return {
    left: x(0) - halfWidth,
    right: x(0) + halfWidth,
    top: y(1) - halfHeight,
    bottom: y(1) + halfHeight,
    score,
    keypoints,
  };
}

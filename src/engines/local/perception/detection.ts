import type { CropRegion } from './picture-crop.ts';

/** Something that a detector found, in canvas pixels. */
export interface Detection {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** 0..1. */
  readonly score: number;
  /** x and y of the detector's key points, one after the other. */
  readonly keypoints: readonly number[];
}

/** How a MediaPipe detector (SSD with anchors of fixed size) writes its answers. */
export interface DetectorFormat {
  /** Side of the square input. */
  readonly inputPixels: number;
  /** Grids in the order of the answers: cells of `stride` pixels with several anchors each. */
  readonly grids: readonly { readonly stride: number; readonly anchorsPerCell: number }[];
  readonly keypointCount: number;
}

/** Centres of all anchors, x and y in parts of the input. */
export function anchorCentres(format: DetectorFormat): Float32Array {
  const centres: number[] = [];
  for (const { stride, anchorsPerCell } of format.grids) {
    const cells = format.inputPixels / stride;
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let anchor = 0; anchor < anchorsPerCell; anchor++)
          centres.push((column + 0.5) / cells, (row + 0.5) / cells);
      }
    }
  }
  return Float32Array.from(centres);
}

/** A detector's raw answers about one crop: boxes and key points as offsets from anchors, scores before the sigmoid. */
export interface RawDetections {
  readonly boxes: Float32Array;
  readonly scores: Float32Array;
  readonly anchors: Float32Array;
}

/** The answers with at least `leastScore`, moved from the (not turned) square crop into the canvas. */
export function decodeDetections(
  raw: RawDetections,
  format: DetectorFormat,
  region: CropRegion,
  leastScore: number,
): Detection[] {
  const found: Detection[] = [];
  for (let anchor = 0; anchor < raw.scores.length; anchor++) {
    const score = 1 / (1 + Math.exp(-raw.scores[anchor]!));
    if (score >= leastScore) found.push(decodeOne(raw, anchor, score, format, region));
  }
  return found;
}

function decodeOne(
  raw: RawDetections,
  anchor: number,
  score: number,
  format: DetectorFormat,
  region: CropRegion,
): Detection {
  const start = anchor * (4 + 2 * format.keypointCount);
  const value = (index: number): number => raw.boxes[start + index]! / format.inputPixels;
  const left = region.centerX - region.widthPixels / 2;
  const top = region.centerY - region.heightPixels / 2;
  const x = (index: number): number => left + (value(index) + raw.anchors[2 * anchor]!) * region.widthPixels;
  const y = (index: number): number => top + (value(index) + raw.anchors[2 * anchor + 1]!) * region.heightPixels;
  const halfWidth = (value(2) * region.widthPixels) / 2;
  const halfHeight = (value(3) * region.heightPixels) / 2;
  const keypoints: number[] = [];
  for (let point = 4; point < 4 + 2 * format.keypointCount; point += 2) keypoints.push(x(point), y(point + 1));
  return {
    left: x(0) - halfWidth,
    right: x(0) + halfWidth,
    top: y(1) - halfHeight,
    bottom: y(1) + halfHeight,
    score,
    keypoints,
  };
}

/** Intersection over union above which two boxes are the same thing (MediaPipe's value). */
const SAME_THING_OVERLAP = 0.3;

/**
 * One detection for each thing, best first: boxes that overlap the best one are averaged with it, weighted by their scores
 * (MediaPipe's weighted non-maximum suppression).
 */
export function suppressOverlaps(detections: readonly Detection[]): Detection[] {
  let left = [...detections].sort((a, b) => b.score - a.score);
  const kept: Detection[] = [];
  while (left[0] !== undefined) {
    const best = left[0];
    const same = left.filter((other) => other === best || overlap(best, other) > SAME_THING_OVERLAP);
    kept.push(averaged(same, best.score));
    left = left.filter((other) => !same.includes(other));
  }
  return kept;
}

function overlap(a: Detection, b: Detection): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (area(a) + area(b) - width * height);
}

function area(box: Detection): number {
  return (box.right - box.left) * (box.bottom - box.top);
}

function averaged(same: readonly Detection[], score: number): Detection {
  const total = same.reduce((sum, detection) => sum + detection.score, 0);
  const mean = (read: (detection: Detection) => number): number =>
    same.reduce((sum, detection) => sum + read(detection) * detection.score, 0) / total;
  return {
    left: mean(({ left }) => left),
    top: mean(({ top }) => top),
    right: mean(({ right }) => right),
    bottom: mean(({ bottom }) => bottom),
    score,
    keypoints: same[0]!.keypoints.map((_, index) => mean(({ keypoints }) => keypoints[index]!)),
  };
}

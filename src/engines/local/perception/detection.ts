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
    const same = left.filter((other) => other === best || isSameThing(best, other));
    kept.push(averaged(same, best.score));
    left = left.filter((other) => !same.includes(other));
  }
  return kept;
}

/** Whether two boxes overlap so much that they are about the same thing. */
export function isSameThing(a: Detection, b: Detection): boolean {
  return overlap(a, b) > SAME_THING_OVERLAP;
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

/** The mean of detections of the same thing, weighted by their scores. */
export function averaged(same: readonly Detection[], score: number): Detection {
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

/** The detection's box as a part of the picture that is turned by an angle. */
export function boxAround({ left, top, right, bottom }: Detection, angleRadians: number): CropRegion {
  return {
    centerX: (left + right) / 2,
    centerY: (top + bottom) / 2,
    widthPixels: right - left,
    heightPixels: bottom - top,
    angleRadians,
  };
}

import type { ClipFacts } from '../../src/media/inspect-clip.ts';
import { type DecodedFrame, decodeHalfSize } from '../support/decode-clip.ts';
import { lumaOf, motionOf } from './block-motion.ts';
import type { FaceFinder, FacePoints } from './face-points.ts';
import { type ClipJudgement, judgeClip } from './judge-clip.ts';

/** What is measured of a clip beyond its promises; `undefined` without a face. */
export interface ClipQuality extends ClipJudgement {
  /** Distance of the face from that of the first frame: the median and the worst of a sample. Below 0.6 it is one person. */
  readonly identity: { readonly median: number; readonly worst: number } | undefined;
  /** Levels of 255 by which a block still differs after it was followed for an eighth of a second: tearing and shimmer. */
  readonly warpErrorLevels: number;
  /** Third difference of the head's path at eight samples a second, in face widths. */
  readonly headJerk: number | undefined;
}

/** A mark a clip has to reach, and why it lies where it does. */
export interface QualityMark {
  readonly name: string;
  readonly reason: string;
  readonly isReached: (quality: ClipQuality) => boolean;
}

/** Marks for every clip, also of other engines; what a preset promises is asked in `promises.ts`. */
export const QUALITY_MARKS: readonly QualityMark[] = [
  {
    name: 'stays the same person',
    reason:
      'the network parts two people at 0.6; clips that were looked at and found good have medians of 0.12 to 0.30',
    isReached: ({ identity }) => identity === undefined || identity.median < 0.45,
  },
  {
    name: 'nothing tears',
    reason:
      'clips found good leave 8 to 14 levels, most on line art in a turn; a picture that jumps by twelve pixels leaves 23',
    isReached: ({ warpErrorLevels }) => warpErrorLevels < 18,
  },
  {
    name: 'the head moves like a head',
    reason:
      'clips found good lie between 0.005 and 0.031, landmarks tremble by part of it; a head that jumps reaches 0.06',
    isReached: ({ headJerk }) => headJerk === undefined || headJerk < 0.045,
  },
];

const SAMPLE_FRAMES = 3;
const IDENTITY_SAMPLES = 8;
const BLOCK = 16;

/** Measures a clip for itself. Needs ffmpeg; about twenty seconds. */
export async function measureQuality(finder: FaceFinder, path: string, facts: ClipFacts): Promise<ClipQuality> {
  const judgement = await judgeClip(finder, path, facts);
  const frames = await decodeHalfSize(path, facts.widthPixels, facts.heightPixels);
  const warpErrorLevels = warpErrorOf(frames);
  const box = await finder.findFace(frames[0]!);
  if (box === undefined) return { ...judgement, identity: undefined, warpErrorLevels, headJerk: undefined };
  const faces: FacePoints[] = [];
  for (let index = 0; index < frames.length; index += SAMPLE_FRAMES)
    faces.push(await finder.locate(frames[index]!, box));
  const first = await finder.identify(frames[0]!, box);
  const distances: number[] = [];
  for (let sample = 1; sample <= IDENTITY_SAMPLES; sample++) {
    const frame = frames[Math.round((sample * (frames.length - 1)) / (IDENTITY_SAMPLES + 1))]!;
    const identity = await finder.identify(frame, box);
    distances.push(Math.hypot(...identity.map((value, index) => value - first[index]!)));
  }
  distances.sort((a, b) => a - b);
  const identity = { median: distances[IDENTITY_SAMPLES >> 1]!, worst: distances.at(-1)! };
  return { ...judgement, identity, warpErrorLevels, headJerk: headJerkOf(faces) };
}

/** The ninetieth of a hundred blocks, over the whole clip: faults are few and in few places. */
function warpErrorOf(frames: readonly DecodedFrame[]): number {
  const { widthPixels, heightPixels } = frames[0]!;
  const errors: number[] = [];
  for (let index = 0; index + SAMPLE_FRAMES < frames.length; index += 4 * SAMPLE_FRAMES) {
    const [from, to] = [lumaOf(frames[index]!), lumaOf(frames[index + SAMPLE_FRAMES]!)];
    for (let y = BLOCK; y + 2 * BLOCK < heightPixels; y += BLOCK) {
      for (let x = BLOCK; x + 2 * BLOCK < widthPixels; x += BLOCK) {
        const motion = motionOf(from, to, widthPixels, heightPixels, { x, y, size: BLOCK }, 6);
        if (motion !== undefined) errors.push(motion.leftLevels);
      }
    }
  }
  errors.sort((a, b) => a - b);
  return errors[Math.floor(0.9 * (errors.length - 1))] ?? 0;
}

/** Root mean square of the third difference of the middle between the eyes. */
function headJerkOf(faces: readonly FacePoints[]): number {
  const path = faces.map(({ points }) => {
    const eyes = points.slice(36, 48);
    return [0, 1].map((axis) => eyes.reduce((sum, point) => sum + point[axis]!, 0) / eyes.length) as [number, number];
  });
  const [left, right] = [faces[0]!.points[0]!, faces[0]!.points[16]!];
  const width = Math.hypot(right[0] - left[0], right[1] - left[1]);
  let sum = 0;
  for (let i = 3; i < path.length; i++) {
    for (const axis of [0, 1] as const) {
      sum += (path[i]![axis] - 3 * path[i - 1]![axis] + 3 * path[i - 2]![axis] - path[i - 3]![axis]) ** 2;
    }
  }
  return Math.sqrt(sum / Math.max(1, path.length - 3)) / width;
}

import { FEATURES_PER_SECOND, type SpeechMoment } from './speech-features.ts';
import { type MouthPose, mouthFor } from './visemes.ts';

/** Half of the distance within which sounds are compared with their neighbours. */
const NEARBY_MOMENTS = 10;
/** How fast a mouth follows what it is to be: muscles open it faster than they let it close. */
const FOLLOW_SECONDS = { attack: 0.03, release: 0.055, shape: 0.06 };
/** Mouths move before they are heard, and following takes time: the curves come this much earlier. */
const LEAD_SECONDS = 0.02;
/** Lips set out for a sound while the one before is still heard: each moment looks so far around itself. */
const COARTICULATION_MOMENTS = 3;
/** The mouth is as in the picture at both ends of the clip. */
const SETTLE_MOMENTS = 8;

/** The mouth of a whole voice, `FEATURES_PER_SECOND` values a second each. */
export interface MouthCurves {
  readonly open: Float32Array;
  readonly wide: Float32Array;
  readonly round: Float32Array;
}

/** What the mouth does for a voice: visemes, followed with attack and release. */
export function mouthCurvesOf(moments: readonly SpeechMoment[], lengthSeconds: number): MouthCurves {
  const loudest = loudestOf(moments);
  const wanted = moments.map((moment, index) => mouthFor(moment, loudest, nearbyLevel(moments, index)));
  const count = Math.ceil(lengthSeconds * FEATURES_PER_SECOND);
  return {
    open: curve(wanted, count, ({ open }) => open, FOLLOW_SECONDS.attack, FOLLOW_SECONDS.release),
    wide: curve(wanted, count, ({ wide }) => wide, FOLLOW_SECONDS.shape, FOLLOW_SECONDS.shape),
    round: curve(wanted, count, ({ round }) => round, FOLLOW_SECONDS.shape, FOLLOW_SECONDS.shape),
  };
}

/** Nearly the loudest moment: one click must not make everything else quiet. */
export function loudestOf(moments: readonly SpeechMoment[]): number {
  const levels = moments.map(({ levelDecibel }) => levelDecibel).sort((a, b) => a - b);
  return Math.max(-60, levels[Math.floor(0.96 * (levels.length - 1))] ?? -60);
}

function nearbyLevel(moments: readonly SpeechMoment[], index: number): number {
  let level = Number.NEGATIVE_INFINITY;
  const end = Math.min(moments.length - 1, index + NEARBY_MOMENTS);
  for (let i = Math.max(0, index - NEARBY_MOMENTS); i <= end; i++) level = Math.max(level, moments[i]!.levelDecibel);
  return level;
}

function curve(
  wanted: readonly MouthPose[],
  count: number,
  partOf: (mouth: MouthPose) => number,
  attackSeconds: number,
  releaseSeconds: number,
): Float32Array {
  const lead = Math.round(LEAD_SECONDS * FEATURES_PER_SECOND);
  const targets = Float32Array.from({ length: count + lead }, (_, index) => blended(wanted, index, partOf));
  let value = 0;
  const followed = targets.map((target) => {
    const seconds = Math.abs(target) > Math.abs(value) ? attackSeconds : releaseSeconds;
    value += (target - value) * (1 - Math.exp(-1 / (seconds * FEATURES_PER_SECOND)));
    return value;
  });
  return followed
    .subarray(lead)
    .map((height, index) => height * Math.min(1, index / SETTLE_MOMENTS, (count - 1 - index) / SETTLE_MOMENTS));
}

/** The mouth that is wanted around a moment, the nearest weighing most. */
function blended(wanted: readonly MouthPose[], index: number, partOf: (mouth: MouthPose) => number): number {
  let [sum, total] = [0, 0];
  for (let apart = -COARTICULATION_MOMENTS; apart <= COARTICULATION_MOMENTS; apart++) {
    const weight = COARTICULATION_MOMENTS + 1 - Math.abs(apart);
    const mouth = wanted[index + apart];
    sum += weight * (mouth === undefined ? 0 : partOf(mouth));
    total += weight;
  }
  return sum / total;
}

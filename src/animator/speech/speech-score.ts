import type { RandomSource } from '../../domain/seeded-random.ts';
import { breathsOver } from '../motion/custom-score.ts';
import type { Blink, Score, Track } from '../motion/score.ts';
import { clamp } from '../plane.ts';
import { loudestOf, mouthCurvesOf } from './mouth-curves.ts';
import { FEATURES_PER_SECOND, listenTo, type SpeechMoment } from './speech-features.ts';

export interface SpeechScoreOptions {
  readonly lengthSeconds: number;
  /** Factor on the size of what the head does; the mouth is as large as the voice wants it. */
  readonly factor: number;
  readonly side: 1 | -1;
  readonly random: RandomSource;
}

/** Blinks come at pauses, and when there was none for long. */
const LONGEST_WITHOUT_BLINK_SECONDS = 3.2;
const BLINK = { closeSeconds: 0.085, holdSeconds: 0.055, openSeconds: 0.19, depth: 1, eyes: 'both' } as const;
/** Stressed syllables lie at least this far apart, and are this much louder than what is around them. */
const STRESS = { apartSeconds: 0.42, decibel: 2.5, aroundSeconds: 0.5 };
const NOD = { degrees: 1.9, upDegrees: -0.5, beforeSeconds: 0.18, afterSeconds: 0.42 };

/**
 * A performance that speaks a voice: the mouth from what is heard; nods and brows on stressed syllables, blinks in pauses, and
 * a head that is never quite still.
 */
export function speechScore(samples: Float32Array, options: SpeechScoreOptions): Score {
  const { lengthSeconds, side } = options;
  const moments = listenTo(samples);
  const { open, wide, round } = mouthCurvesOf(moments, lengthSeconds);
  const stresses = stressesIn(moments);
  return {
    lengthSeconds,
    curves: [
      { channel: 'mouthOpen', perSecond: FEATURES_PER_SECOND, values: open },
      { channel: 'mouthWide', perSecond: FEATURES_PER_SECOND, values: wide },
      { channel: 'mouthRound', perSecond: FEATURES_PER_SECOND, values: round },
    ],
    tracks: [...driftOf(options), ...stresses.flatMap((stress) => nodAt(stress, options))],
    blinks: blinksIn(moments, lengthSeconds, options.random),
    breaths: breathsOver(lengthSeconds, 0.5),
    breeze: { strength: 0.1 * side, phase: 2 * Math.PI * options.random() },
    saccades: [],
  };
}

/** Weight shifts slowly to one side and the other, and is home at the end. */
function driftOf({ lengthSeconds, factor, side, random }: SpeechScoreOptions): Track[] {
  const beats = Math.max(1, Math.round(lengthSeconds / 1.6));
  const keys = (size: number): Track['keys'] => [
    { timeSeconds: 0, value: 0 },
    ...Array.from({ length: beats }, (_, beat) => ({
      timeSeconds: ((beat + 0.6 + 0.3 * random()) * lengthSeconds) / (beats + 1),
      value: size * (beat % 2 === 0 ? side : -side) * (0.6 + 0.4 * random()),
    })),
    { timeSeconds: lengthSeconds - 0.1, value: 0 },
  ];
  return [
    { channel: 'yawDegrees', keys: keys(2.4 * factor) },
    { channel: 'rollDegrees', keys: keys(1.4 * factor) },
  ];
}

interface Stress {
  readonly timeSeconds: number;
  /** 0..1. */
  readonly strength: number;
}

/** The loudest moments, each against what is around it. */
function stressesIn(moments: readonly SpeechMoment[]): Stress[] {
  const loudest = loudestOf(moments);
  const levels = smoothed(moments.map(({ levelDecibel }) => Math.max(levelDecibel, loudest - 40)));
  const around = Math.round(STRESS.aroundSeconds * FEATURES_PER_SECOND);
  const found: Stress[] = [];
  for (let index = 1; index < levels.length - 1; index++) {
    const level = levels[index]!;
    if (level < levels[index - 1]! || level < levels[index + 1]! || level < loudest - 9) continue;
    const part = levels.slice(Math.max(0, index - around), index + around + 1);
    const above = level - part.reduce((sum, value) => sum + value, 0) / part.length;
    const timeSeconds = index / FEATURES_PER_SECOND;
    const last = found.at(-1);
    if (above < STRESS.decibel || (last && timeSeconds - last.timeSeconds < STRESS.apartSeconds)) continue;
    found.push({ timeSeconds, strength: clamp((above - STRESS.decibel) / 9, 0.35, 1) });
  }
  return found;
}

/** Over a fifth of a second, which is a syllable. */
function smoothed(levels: readonly number[]): number[] {
  return levels.map((_, index) => {
    const part = levels.slice(Math.max(0, index - 8), index + 9);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}

/** The head rises a little before the stress, falls with it and comes back; brows rise with the strong ones. */
function nodAt({ timeSeconds, strength }: Stress, { factor, lengthSeconds }: SpeechScoreOptions): Track[] {
  const from = timeSeconds - NOD.beforeSeconds;
  const end = timeSeconds + NOD.afterSeconds;
  if (from < 0.05 || end > lengthSeconds - 0.05) return [];
  const size = factor * strength;
  const keys = (peak: number, rise: number): Track['keys'] => [
    { timeSeconds: from - 0.02, value: 0 },
    { timeSeconds: from + 0.07, value: rise },
    { timeSeconds: timeSeconds + 0.06, value: peak },
    { timeSeconds: end, value: 0 },
  ];
  const nod: Track = { channel: 'pitchDegrees', keys: keys(NOD.degrees * size, NOD.upDegrees * size) };
  return strength < 0.6 ? [nod] : [nod, { channel: 'browRaise', keys: keys(0.4 * size, 0.1 * size) }];
}

const PAUSE_SECONDS = 0.16;

function blinksIn(moments: readonly SpeechMoment[], lengthSeconds: number, random: RandomSource): Blink[] {
  const quietBelow = loudestOf(moments) - 28;
  const blinks: Blink[] = [];
  let last = 0;
  let quiet = 0;
  let longest = LONGEST_WITHOUT_BLINK_SECONDS - 0.8 * random();
  for (let index = 0; index < lengthSeconds * FEATURES_PER_SECOND; index++) {
    const timeSeconds = index / FEATURES_PER_SECOND;
    if (timeSeconds < 0.35 || timeSeconds > lengthSeconds - 0.5) continue;
    quiet = (moments[index]?.levelDecibel ?? -100) < quietBelow ? quiet + 1 : 0;
    const since = timeSeconds - last;
    const isPause = quiet === PAUSE_SECONDS * FEATURES_PER_SECOND && since > 1.1;
    if (!isPause && since < longest) continue;
    blinks.push({ ...BLINK, startSeconds: timeSeconds });
    last = timeSeconds;
    longest = LONGEST_WITHOUT_BLINK_SECONDS - 0.8 * random();
  }
  return blinks;
}

import type { CustomMotion, MotionBeat, MotionVerb } from '../../domain/motion/custom-motion.ts';
import type { RandomSource } from '../../domain/seeded-random.ts';
import { type Cue, quickBlink, VERBS } from './custom-verbs.ts';
import type { Breath, Score, Track } from './score.ts';

/** How a custom motion is to be played. */
export interface CustomScoreOptions {
  readonly lengthSeconds: number;
  /** Which side `away` means: 1 is the right of the picture. */
  readonly side: 1 | -1;
  /** Factor on every size, from the strength. */
  readonly factor: number;
  readonly random: RandomSource;
}

const LEAD_IN_SECONDS = 0.25;
const LEAD_OUT_SECONDS = 0.9;
/** Verbs that use the same part of the body: a later one takes over from an earlier one. */
const GROUP: Partial<Record<MotionVerb, string>> = {
  look: 'gaze',
  'turn-head': 'gaze',
  'tilt-head': 'tilt',
  smile: 'mouth',
  laugh: 'mouth',
  frown: 'mouth',
  lean: 'lean',
  squint: 'lids',
  surprise: 'brows',
  'raise-brows': 'brows',
};

/** Writes the score of a custom motion: its steps share the clip, its beats are looked up in `VERBS`. */
export function customScore({ steps }: CustomMotion, options: CustomScoreOptions): Score {
  const { lengthSeconds, factor, random } = options;
  const beats = steps.flat();
  const written = steps.flatMap((step, index) =>
    step.map((beat) => VERBS[beat.verb](cueFor(beat, index, steps, options))),
  );
  const blinks = written.flatMap((part) => part.blinks ?? []);
  const sizeOf = (verb: MotionVerb): number =>
    Math.max(0, ...beats.filter((beat) => beat.verb === verb).map((beat) => beat.amount));
  const breathing = Math.max(sizeOf('breathe'), 0.75 * sizeOf('sigh'));
  const hair = sizeOf('hair');
  return {
    lengthSeconds,
    tracks: [...written.flatMap((part) => part.tracks), gustsOver(lengthSeconds)],
    blinks: blinks.length > 0 ? blinks : [quickBlink(lengthSeconds * (0.3 + 0.25 * random()))],
    breaths: breathsOver(lengthSeconds, factor * (breathing > 0 ? breathing : 0.5)),
    breeze: {
      strength: options.side * Math.min(1.15, factor * (hair > 0 ? hair : 0.1)),
      phase: 2 * Math.PI * random(),
    },
    saccades: [],
  };
}

/** One breath, and one gust, about every two and a half seconds. */
const swellsIn = (lengthSeconds: number): number => Math.max(1, Math.round(lengthSeconds / 2.5));

/** Breaths in a row without a pause; in takes 42 % of each. */
export function breathsOver(lengthSeconds: number, depth: number): Breath[] {
  const each = lengthSeconds / swellsIn(lengthSeconds);
  return Array.from({ length: swellsIn(lengthSeconds) }, (_, index) => ({
    startSeconds: index * each,
    inhaleSeconds: 0.42 * each,
    exhaleSeconds: 0.58 * each,
    depth,
  }));
}

function gustsOver(lengthSeconds: number): Track {
  const each = lengthSeconds / swellsIn(lengthSeconds);
  const keys = Array.from({ length: swellsIn(lengthSeconds) }, (_, index) => [
    { timeSeconds: index * each, value: 0 },
    { timeSeconds: (index + 0.4) * each, value: 1 },
  ]);
  return { channel: 'gust', keys: [...keys.flat(), { timeSeconds: lengthSeconds, value: 0 }] };
}

function cueFor(beat: MotionBeat, index: number, steps: CustomMotion['steps'], options: CustomScoreOptions): Cue {
  const usable = options.lengthSeconds - LEAD_IN_SECONDS - LEAD_OUT_SECONDS;
  const start = LEAD_IN_SECONDS + (usable * index) / steps.length;
  const end = LEAD_IN_SECONDS + (usable * (index + 1)) / steps.length;
  const group = GROUP[beat.verb];
  const successor = steps.findIndex(
    (step, later) => later > index && step.some(({ verb }) => group !== undefined && GROUP[verb] === group),
  );
  const release =
    successor < 0 ? options.lengthSeconds - LEAD_OUT_SECONDS : LEAD_IN_SECONDS + (usable * successor) / steps.length;
  const sides: Partial<Record<string, number>> = { left: -1, right: 1 };
  return {
    beat,
    start,
    end,
    release: beat.broken === true ? Math.min(end, release) : release,
    size: beat.amount * options.factor * (beat.broken === true ? 0.45 : 1),
    side: sides[beat.direction ?? ''] ?? options.side,
    lengthSeconds: options.lengthSeconds,
  };
}

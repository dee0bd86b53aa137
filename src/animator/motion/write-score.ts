import type { CustomMotion } from '../../domain/motion/custom-motion.ts';
import type { Emotion } from '../../domain/motion/living-avatar.ts';
import type { MotionPresetId } from '../../domain/motion/presets.ts';
import { type MotionStrength, STRENGTH_FACTOR } from '../../domain/motion/strength.ts';
import { type RandomSource, seededRandom } from '../../domain/seeded-random.ts';
import {
  AVERTED_DEGREES,
  type BlinkCue,
  type Choreography,
  choreographyOf,
  MIRRORED_CHANNELS,
  TAKE_SECONDS,
} from './choreography.ts';
import { customScore } from './custom-score.ts';
import type { Key } from './easing.ts';
import { IDLE } from './idle-choreography.ts';
import type { Pose, PoseChannel } from './pose.ts';
import type { Blink, Score, Track } from './score.ts';

/** What the score must know of the face it is written for. */
export interface Performer {
  /** Turn of the face in the picture; positive looks to the right. */
  readonly yawDegrees: number;
}

export type MotionToScore =
  | { readonly kind: 'preset'; readonly presetId: MotionPresetId }
  | { readonly kind: 'custom'; readonly motion: CustomMotion }
  | { readonly kind: 'idle'; readonly emotion: Emotion };

export interface ScoreOptions {
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  readonly seed: number;
}

/** Channels whose size is not a matter of strength. */
const UNSCALED: ReadonlySet<PoseChannel> = new Set(['blinkLeft', 'blinkRight']);
/** How much each number may differ from take to take. */
const VARIATION = { timeSeconds: 0.07, size: 0.1 };
/** A turned face turns at most this far towards the viewer: further, the far cheek has too few pixels. */
const LARGEST_TURN_DEGREES = 15;

/** Writes a performance down for one face, one length and one seed. The same arguments give the same score. */
export function writeScore(motion: MotionToScore, performer: Performer, options: ScoreOptions): Score {
  const random = seededRandom(options.seed);
  const side = sideFor(performer, random);
  const factor = STRENGTH_FACTOR[options.strength];
  if (motion.kind === 'custom') return customScore(motion.motion, { ...options, side, factor, random });
  if (motion.kind === 'idle') {
    const idle = IDLE[motion.emotion];
    return {
      ...scoreOf(idle, side, side, options.lengthSeconds, factor, random),
      mood: moodOf(idle.mood, side, factor),
    };
  }
  const choreography = choreographyOf(motion.presetId, performer.yawDegrees);
  const scaled = motion.presetId === 'turn-to-camera' ? turnedToViewer(choreography, performer) : choreography;
  // a turned face turns to the viewer whichever side that is; everything else may be played to either side
  const headSide = scaled === choreography ? side : -Math.sign(performer.yawDegrees);
  return scoreOf(scaled, side, headSide, options.lengthSeconds, factor, random);
}

function scoreOf(
  choreography: Choreography,
  side: number,
  headSide: number,
  lengthSeconds: number,
  factor: number,
  random: RandomSource,
): Score {
  const takes = takesFor(lengthSeconds);
  return {
    lengthSeconds,
    tracks: takes.flatMap((take) => tracksOf(choreography, take, headSide, factor, random)),
    blinks: takes.flatMap((take) => choreography.blinks.map((cue) => blinkOf(cue, take, random))),
    breaths: {
      count: Math.max(1, Math.round((choreography.breaths.perTake * lengthSeconds) / TAKE_SECONDS)),
      depth: choreography.breaths.depth * factor,
    },
    breeze: {
      strength: side * choreography.breeze.strength * Math.min(factor, 1.15),
      gusts: choreography.breeze.gusts * takes.length,
      phase: 2 * Math.PI * random(),
    },
    saccades: saccadesOf(lengthSeconds, choreography.restlessness, random),
  };
}

/** The mood for one side and one strength. */
function moodOf(mood: Readonly<Partial<Pose>>, side: number, factor: number): Partial<Pose> {
  return Object.fromEntries(
    Object.entries(mood).map(([name, value]) => {
      const channel = name as PoseChannel;
      return [channel, value * (UNSCALED.has(channel) ? 1 : factor) * (MIRRORED_CHANNELS.has(channel) ? side : 1)];
    }),
  );
}

/** Turned faces move towards the viewer first; frontal ones to a side the seed picks. */
function sideFor({ yawDegrees }: Performer, random: RandomSource): 1 | -1 {
  const dice = random() < 0.5 ? -1 : 1;
  return Math.abs(yawDegrees) < 4 ? dice : yawDegrees > 0 ? -1 : 1;
}

interface Take {
  readonly startSeconds: number;
  /** Clip seconds per second of the written take. */
  readonly stretch: number;
}

/** Up to this length one take is stretched; longer clips play it twice, a little differently. */
const LONGEST_TAKE_SECONDS = 7;

function takesFor(lengthSeconds: number): Take[] {
  const count = lengthSeconds > LONGEST_TAKE_SECONDS ? 2 : 1;
  const stretch = lengthSeconds / count / TAKE_SECONDS;
  return Array.from({ length: count }, (_, index) => ({ startSeconds: (index * lengthSeconds) / count, stretch }));
}

function turnedToViewer(choreography: Choreography, { yawDegrees }: Performer): Choreography {
  if (Math.abs(yawDegrees) < AVERTED_DEGREES) return choreography;
  const way = Math.min(LARGEST_TURN_DEGREES, Math.abs(yawDegrees));
  const yaw = choreography.channels.yawDegrees ?? [];
  return {
    ...choreography,
    channels: { ...choreography.channels, yawDegrees: yaw.map(([time, value]) => [time, value * way]) },
  };
}

/** Quick takes move less far: the speed of a head is limited, and hurry looks mechanical. */
function tracksOf({ channels }: Choreography, take: Take, side: number, factor: number, random: RandomSource): Track[] {
  const calm = Math.min(1, Math.sqrt(take.stretch) * 1.06);
  return Object.entries(channels).map(([name, pairs]) => {
    const channel = name as PoseChannel;
    const size =
      (UNSCALED.has(channel) ? 1 : factor * calm * varied(1, VARIATION.size, random)) *
      (MIRRORED_CHANNELS.has(channel) ? side : 1);
    return { channel, keys: pairs.map(([time, value]) => keyOf(time, value * size, take, random)) };
  });
}

function keyOf(timeSeconds: number, value: number, take: Take, random: RandomSource): Key {
  const atRest = timeSeconds === 0 || timeSeconds >= 4.4;
  const moved = atRest ? timeSeconds : varied(timeSeconds, VARIATION.timeSeconds / timeSeconds, random);
  return { timeSeconds: take.startSeconds + moved * take.stretch, value };
}

const varied = (value: number, share: number, random: RandomSource): number => value * (1 + share * (2 * random() - 1));

const BLINK_TIMING = {
  quick: { closeSeconds: 0.085, holdSeconds: 0.055, openSeconds: 0.19 },
  slow: { closeSeconds: 0.13, holdSeconds: 0.13, openSeconds: 0.27 },
};

/** Lids move as fast in a long clip as in a short one: only the moment is stretched. */
function blinkOf(cue: BlinkCue, take: Take, random: RandomSource): Blink {
  const startSeconds = take.startSeconds + (cue.atSeconds + 0.12 * (random() - 0.5)) * take.stretch;
  return { startSeconds, ...BLINK_TIMING[cue.kind], depth: 1, eyes: 'both' };
}

/** Every half to three quarters of a second the eyes land somewhere slightly else; home again before the end. */
function saccadesOf(lengthSeconds: number, size: number, random: RandomSource): Score['saccades'] {
  const saccades: { startSeconds: number; right: number; down: number }[] = [];
  for (let time = 0.35 + 0.3 * random(); time < lengthSeconds - 0.5; time += 0.5 + 0.35 * random()) {
    saccades.push({ startSeconds: time, right: size * (2 * random() - 1), down: 0.5 * size * (2 * random() - 1) });
  }
  return [...saccades, { startSeconds: lengthSeconds - 0.3, right: 0, down: 0 }];
}

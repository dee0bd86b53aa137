import type { CustomMotion } from '../../domain/motion/custom-motion.ts';
import type { Emotion } from '../../domain/motion/living-avatar.ts';
import type { MotionPresetId } from '../../domain/motion/presets.ts';
import { type MotionStrength, STRENGTH_FACTOR } from '../../domain/motion/strength.ts';
import { type RandomSource, seededRandom } from '../../domain/seeded-random.ts';
import { speechScore } from '../speech/speech-score.ts';
import {
  AVERTED_DEGREES,
  type BlinkCue,
  type BreathCue,
  type Channels,
  type Choreography,
  choreographyOf,
  MIRRORED_CHANNELS,
  type Performer,
  TAKE_SECONDS,
} from './choreography.ts';
import { customScore } from './custom-score.ts';
import type { Key } from './easing.ts';
import { IDLE } from './idle-choreography.ts';
import type { Pose, PoseChannel } from './pose.ts';
import type { Blink, Breath, Score, Track } from './score.ts';

export type MotionToScore =
  | { readonly kind: 'preset'; readonly presetId: MotionPresetId }
  | { readonly kind: 'custom'; readonly motion: CustomMotion }
  | { readonly kind: 'idle'; readonly emotion: Emotion }
  /** One channel at 16 kHz, -1..1. */
  | { readonly kind: 'speak'; readonly voice: Float32Array };

export interface ScoreOptions {
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  readonly seed: number;
}

/** Channels whose size is not a matter of strength. */
const UNSCALED: ReadonlySet<PoseChannel> = new Set(['blinkLeft', 'blinkRight']);
/** How much a take may differ from another: when its middle comes, each key for itself, and the size of each channel. */
const VARIATION = { middleSeconds: 0.16, keySeconds: 0.02, size: 0.1 };
/** A turned face turns at most this far towards the viewer: further, the far cheek has too few pixels. */
const LARGEST_TURN_DEGREES = 15;

/** Writes a performance down for one face, one length and one seed. The same arguments give the same score. */
export function writeScore(motion: MotionToScore, performer: Performer, options: ScoreOptions): Score {
  const random = seededRandom(options.seed);
  const side = sideFor(performer, random);
  const factor = STRENGTH_FACTOR[options.strength];
  if (motion.kind === 'custom') return customScore(motion.motion, { ...options, side, factor, random });
  if (motion.kind === 'speak') return speechScore(motion.voice, { ...options, side, factor, random });
  if (motion.kind === 'idle') {
    const idle = IDLE[motion.emotion];
    return {
      ...scoreOf(idle, side, side, options.lengthSeconds, factor, random),
      mood: moodOf(idle.mood, side, factor),
    };
  }
  const choreography = choreographyOf(motion.presetId, performer);
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
  const takes = takesFor(lengthSeconds, random);
  return {
    lengthSeconds,
    tracks: [
      ...takes.flatMap((take) => tracksOf(choreography.channels, take, headSide, factor, random)),
      ...wanderOf(lengthSeconds, choreography.wanderDegrees, random),
    ],
    blinks: takes.flatMap((take) => choreography.blinks.map((cue) => blinkOf(cue, take, random))),
    breaths: takes.flatMap((take) => breathsOf(choreography.breaths, take, factor)),
    breeze: { strength: side * choreography.breeze * Math.min(factor, 1.15), phase: 2 * Math.PI * random() },
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
  /** How much later the middle of this take comes: all channels keep time together, or the eyes would not lead. */
  readonly lateSeconds: number;
}

/** Where a moment of the written take lies in the clip. */
function inClip({ startSeconds, stretch, lateSeconds }: Take, atSeconds: number): number {
  return startSeconds + stretch * (atSeconds + lateSeconds * Math.sin((Math.PI * atSeconds) / TAKE_SECONDS));
}

/** Up to this length one take is stretched; longer clips play it twice, a little differently. */
const LONGEST_TAKE_SECONDS = 7;

function takesFor(lengthSeconds: number, random: RandomSource): Take[] {
  const count = lengthSeconds > LONGEST_TAKE_SECONDS ? 2 : 1;
  const stretch = lengthSeconds / count / TAKE_SECONDS;
  return Array.from({ length: count }, (_, index) => ({
    startSeconds: (index * lengthSeconds) / count,
    stretch,
    lateSeconds: VARIATION.middleSeconds * (2 * random() - 1),
  }));
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
function tracksOf(channels: Channels, take: Take, side: number, factor: number, random: RandomSource): Track[] {
  const calm = Math.min(1, Math.sqrt(take.stretch) * 1.06);
  return Object.entries(channels).map(([name, pairs]) => {
    const channel = name as PoseChannel;
    const size =
      (UNSCALED.has(channel) ? 1 : factor * calm * (1 + VARIATION.size * (2 * random() - 1))) *
      (MIRRORED_CHANNELS.has(channel) ? side : 1);
    return { channel, keys: pairs.map(([time, value]) => keyOf(time, value * size, take, random)) };
  });
}

function keyOf(atSeconds: number, value: number, take: Take, random: RandomSource): Key {
  const atRest = atSeconds === 0 || atSeconds >= 4.4;
  const moved = atRest ? atSeconds : atSeconds + VARIATION.keySeconds * (2 * random() - 1);
  return { timeSeconds: inClip(take, moved), value };
}

/** Where the head strays: somewhere slightly else about once a second, on its own way in every axis, home at both ends. */
function wanderOf(lengthSeconds: number, degrees: number, random: RandomSource): Track[] {
  return (['yawDegrees', 'pitchDegrees', 'rollDegrees'] as const).map((channel) => {
    const keys: Key[] = [{ timeSeconds: 0.2, value: 0 }];
    for (let time = 0.8 + 0.4 * random(); time < lengthSeconds - 0.8; time += 0.7 + 0.6 * random()) {
      keys.push({ timeSeconds: time, value: degrees * (2 * random() - 1) });
    }
    return { channel, keys: [...keys, { timeSeconds: lengthSeconds - 0.35, value: 0 }] };
  });
}

/** Breaths take their time: a short take has fewer of them instead of panting. */
function breathsOf(cues: readonly BreathCue[], take: Take, factor: number): Breath[] {
  const kept = cues.slice(0, Math.max(1, Math.round(cues.length * take.stretch)));
  const endOf = (list: readonly BreathCue[]): number =>
    Math.max(...list.map((cue) => cue.atSeconds + cue.inSeconds + cue.outSeconds));
  const stretch = (take.stretch * endOf(cues)) / endOf(kept);
  return kept.map(({ atSeconds, inSeconds, outSeconds, depth }) => ({
    startSeconds: take.startSeconds + stretch * atSeconds,
    inhaleSeconds: stretch * inSeconds,
    exhaleSeconds: stretch * outSeconds,
    depth: depth * factor,
  }));
}

const BLINK_TIMING = {
  quick: { closeSeconds: 0.085, holdSeconds: 0.055, openSeconds: 0.19 },
  slow: { closeSeconds: 0.13, holdSeconds: 0.13, openSeconds: 0.27 },
};

/** Lids move as fast in a long clip as in a short one: only the moment is stretched. */
function blinkOf(cue: BlinkCue, take: Take, random: RandomSource): Blink {
  const startSeconds = inClip(take, cue.atSeconds + 0.06 * (random() - 0.5));
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

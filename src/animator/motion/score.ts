import { clamp, smoothstep } from '../plane.ts';
import { type Key, keyedValue, minimumJerk } from './easing.ts';
import { type Pose, type PoseChannel, restPose } from './pose.ts';

/** One channel moving through keys. Tracks of the same channel add up. */
export interface Track {
  readonly channel: PoseChannel;
  readonly keys: readonly Key[];
}

/** A closing and opening of the eyes. */
export interface Blink {
  readonly startSeconds: number;
  readonly closeSeconds: number;
  readonly holdSeconds: number;
  readonly openSeconds: number;
  /** 1 closes fully. */
  readonly depth: number;
  readonly eyes: 'both' | 'left' | 'right';
}

/** Wind as it swells and dies: `gusts` whole swells over the clip. */
interface Breeze {
  /** -1..1: strength, and to which side of the picture it blows. */
  readonly strength: number;
  readonly gusts: number;
  /** Radians: which locks of hair move first. */
  readonly phase: number;
}

/**
 * A performance written down: what every channel does when. Zero at the beginning and at the end, so that a clip starts as
 * the picture and loops.
 */
export interface Score {
  readonly lengthSeconds: number;
  /** Added to every frame, also the first and the last: the mood of a loop that does not start as the picture. */
  readonly mood?: Readonly<Partial<Pose>>;
  readonly tracks: readonly Track[];
  readonly blinks: readonly Blink[];
  /** Whole breaths over the clip, and their depth (1 is a calm breath). */
  readonly breaths: { readonly count: number; readonly depth: number };
  readonly breeze: Breeze;
  /** Small jumps of the gaze, sorted by time; each holds until the next. */
  readonly saccades: readonly { readonly startSeconds: number; readonly right: number; readonly down: number }[];
}

/** Inhaling takes less time than exhaling. */
const INHALE_SHARE = 0.42;
const SACCADE_SECONDS = 0.045;
/** Head poses end this much before the clip does, so that hair that trails behind has come to rest as well. */
const SETTLE_SECONDS = 0.3;

/** The pose at a moment of the performance: a pure function, so frames may be drawn in any order. */
export function poseAt(score: Score, timeSeconds: number): Pose {
  const pose = { ...restPose(), ...score.mood };
  if (timeSeconds <= 0 || timeSeconds >= score.lengthSeconds) return pose;
  for (const { channel, keys } of score.tracks) pose[channel] += keyedValue(keys, timeSeconds);
  const saccade = gazeJumpAt(score, timeSeconds);
  pose.gazeRight += saccade.right;
  pose.gazeDown += saccade.down;
  addBreath(score, timeSeconds, pose);
  addBreeze(score, timeSeconds, pose);
  for (const blink of score.blinks) addBlink(blink, timeSeconds, pose);
  // the eyes stay with the viewer while the head turns (vestibulo-ocular reflex), as far as they are not sent elsewhere
  pose.gazeRight -= 0.4 * Math.sin((pose.yawDegrees * Math.PI) / 180);
  pose.blinkLeft = clamp(pose.blinkLeft, -0.3, 1);
  pose.blinkRight = clamp(pose.blinkRight, -0.3, 1);
  return pose;
}

/** 0 at both ends of the clip, 1 between: for motion that has no keys of its own. */
function clipEnvelope(score: Score, timeSeconds: number, fadeInSeconds = 0.6, fadeOutSeconds = 0.8): number {
  const fadeIn = smoothstep(0, fadeInSeconds, timeSeconds);
  const end = score.lengthSeconds - SETTLE_SECONDS;
  return fadeIn * (1 - smoothstep(end - fadeOutSeconds, end, timeSeconds));
}

function addBreath({ breaths, lengthSeconds }: Score, timeSeconds: number, pose: Pose): void {
  if (breaths.count === 0) return;
  const cycle = (timeSeconds * breaths.count) / lengthSeconds;
  const phase = cycle - Math.floor(cycle);
  const filled =
    phase < INHALE_SHARE
      ? 0.5 - 0.5 * Math.cos((Math.PI * phase) / INHALE_SHARE)
      : 0.5 + 0.5 * Math.cos((Math.PI * (phase - INHALE_SHARE)) / (1 - INHALE_SHARE));
  pose.breath += breaths.depth * filled;
  pose.pitchDegrees -= 0.9 * breaths.depth * filled;
}

function addBreeze(score: Score, timeSeconds: number, pose: Pose): void {
  const { strength, gusts } = score.breeze;
  if (strength === 0) return;
  const swell = 0.5 - 0.5 * Math.cos((2 * Math.PI * gusts * timeSeconds) / score.lengthSeconds);
  pose.wind += strength * clipEnvelope(score, timeSeconds, 0.8, 1);
  pose.gust += swell;
}

function addBlink(blink: Blink, timeSeconds: number, pose: Pose): void {
  const since = timeSeconds - blink.startSeconds;
  const closed = minimumJerk(since / blink.closeSeconds);
  const opened = minimumJerk((since - blink.closeSeconds - blink.holdSeconds) / blink.openSeconds);
  const amount = blink.depth * (closed - opened);
  if (blink.eyes !== 'right') pose.blinkLeft += amount;
  if (blink.eyes !== 'left') pose.blinkRight += amount;
}

function gazeJumpAt({ saccades }: Score, timeSeconds: number): { readonly right: number; readonly down: number } {
  let [right, down] = [0, 0];
  for (const saccade of saccades) {
    const share = minimumJerk((timeSeconds - saccade.startSeconds) / SACCADE_SECONDS);
    if (share <= 0) break;
    right += (saccade.right - right) * share;
    down += (saccade.down - down) * share;
  }
  return { right, down };
}

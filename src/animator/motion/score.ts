import { clamp, smoothstep } from '../plane.ts';
import { type Key, keyedValue, minimumJerk } from './easing.ts';
import { type Pose, type PoseChannel, restPose } from './pose.ts';

/** One channel moving through keys. Tracks of the same channel add up. */
export interface Track {
  readonly channel: PoseChannel;
  readonly keys: readonly Key[];
}

/** One channel as it was measured, evenly in time; straight lines between. */
export interface Curve {
  readonly channel: PoseChannel;
  readonly perSecond: number;
  readonly values: Float32Array;
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

/** One breath, in and out. */
export interface Breath {
  readonly startSeconds: number;
  readonly inhaleSeconds: number;
  readonly exhaleSeconds: number;
  /** 1 is a calm, full breath. */
  readonly depth: number;
}

/** The wind as a whole; its gusts are a track. */
interface Breeze {
  /** -1..1: strength, and to which side of the picture it blows. */
  readonly strength: number;
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
  readonly curves?: readonly Curve[];
  readonly blinks: readonly Blink[];
  readonly breaths: readonly Breath[];
  readonly breeze: Breeze;
  /** Small jumps of the gaze, sorted by time; each holds until the next. */
  readonly saccades: readonly { readonly startSeconds: number; readonly right: number; readonly down: number }[];
}

const SACCADE_SECONDS = 0.045;
/** Head poses end this much before the clip does, so that hair that trails behind has come to rest as well. */
const SETTLE_SECONDS = 0.3;

/** The pose at a moment of the performance: a pure function, so frames may be drawn in any order. */
export function poseAt(score: Score, timeSeconds: number): Pose {
  const pose = { ...restPose(), ...score.mood };
  if (timeSeconds <= 0 || timeSeconds >= score.lengthSeconds) return pose;
  for (const { channel, keys } of score.tracks) pose[channel] += keyedValue(keys, timeSeconds);
  for (const curve of score.curves ?? []) pose[curve.channel] += heightAt(curve, timeSeconds);
  const saccade = gazeJumpAt(score, timeSeconds);
  pose.gazeRight += saccade.right;
  pose.gazeDown += saccade.down;
  for (const breath of score.breaths) addBreath(breath, timeSeconds, pose);
  pose.wind += score.breeze.strength * clipEnvelope(score, timeSeconds);
  for (const blink of score.blinks) addBlink(blink, timeSeconds, pose);
  // the eyes stay with the viewer while the head turns (vestibulo-ocular reflex), as far as they are not sent elsewhere
  pose.gazeRight -= 0.4 * Math.sin((pose.yawDegrees * Math.PI) / 180);
  pose.blinkLeft = clamp(pose.blinkLeft, -0.3, 1);
  pose.blinkRight = clamp(pose.blinkRight, -0.3, 1);
  return pose;
}

function heightAt({ perSecond, values }: Curve, timeSeconds: number): number {
  const place = clamp(timeSeconds * perSecond, 0, values.length - 1);
  const before = Math.floor(place);
  const after = Math.min(values.length - 1, before + 1);
  return values[before]! + (values[after]! - values[before]!) * (place - before);
}

/** 0 at both ends of the clip, 1 between. */
function clipEnvelope({ lengthSeconds }: Score, timeSeconds: number): number {
  const end = lengthSeconds - SETTLE_SECONDS;
  return smoothstep(0, 0.7, timeSeconds) * (1 - smoothstep(end - 1, end, timeSeconds));
}

function addBreath(
  { startSeconds, inhaleSeconds, exhaleSeconds, depth }: Breath,
  timeSeconds: number,
  pose: Pose,
): void {
  const into = clamp((timeSeconds - startSeconds) / inhaleSeconds, 0, 1);
  const out = clamp((timeSeconds - startSeconds - inhaleSeconds) / exhaleSeconds, 0, 1);
  const filled = 0.5 * (Math.cos(Math.PI * out) - Math.cos(Math.PI * into));
  pose.breath += depth * filled;
  pose.pitchDegrees -= 0.9 * depth * filled;
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

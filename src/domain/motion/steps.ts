import type { MotionBeat, MotionVerb } from './custom-motion.ts';

/** Parts of the body that can only do one thing at a time. */
const PART: Partial<Record<MotionVerb, string>> = {
  nod: 'neck',
  'shake-head': 'neck',
  'tilt-head': 'tilt',
  look: 'gaze',
  'turn-head': 'gaze',
  smile: 'mouth',
  laugh: 'mouth',
  frown: 'mouth',
  lean: 'trunk',
  blink: 'lids',
  wink: 'lids',
  'raise-brows': 'brows',
  surprise: 'brows',
  breathe: 'breath',
  sigh: 'breath',
};

const isSame = (one: MotionBeat, other: MotionBeat): boolean =>
  one.verb === other.verb && (one.direction === other.direction || other.direction === undefined);
/** A turn of the head takes the eyes along. */
const takesAlong = (one: MotionBeat, other: MotionBeat): boolean =>
  one.verb === 'turn-head' && other.verb === 'look' && one.direction === other.direction;
const clash = (one: MotionBeat, other: MotionBeat): boolean =>
  one.verb === 'pause' ||
  other.verb === 'pause' ||
  (PART[one.verb] !== undefined && PART[one.verb] === PART[other.verb]);

/** The beats of a step with more beats beside them, or `undefined` when a part of the body would do two things at once. */
export function playTogether(step: readonly MotionBeat[], beats: readonly MotionBeat[]): MotionBeat[] | undefined {
  const added = beats.filter((beat) => !step.some((other) => isSame(other, beat) || takesAlong(other, beat)));
  if (added.some((beat) => step.some((other) => clash(other, beat)))) return undefined;
  return [...step, ...added];
}

/** The beats of a step, and of the others those for which the body is still free. */
export function playWhatFits(step: readonly MotionBeat[], beats: readonly MotionBeat[]): MotionBeat[] {
  return beats.reduce<MotionBeat[]>((played, beat) => playTogether(played, [beat]) ?? played, [...step]);
}

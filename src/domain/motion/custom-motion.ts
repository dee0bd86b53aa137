/** A custom motion as the animator understands it: steps in turn, beats of one step together. */

/** One thing a face, head or body can do on its own. */
export type MotionVerb =
  | 'nod'
  | 'shake-head'
  | 'tilt-head'
  | 'look'
  | 'turn-head'
  | 'blink'
  | 'wink'
  | 'smile'
  | 'laugh'
  | 'frown'
  | 'sigh'
  | 'breathe'
  | 'lean'
  | 'shrug'
  | 'raise-brows'
  | 'surprise'
  | 'squint'
  | 'hair'
  | 'sway'
  /** Seen where a raised hand stands free. */
  | 'wave-hand'
  | 'pause'
  | 'still';

/** Directions are the viewer's: `left` is the left of the picture. `away` is the animator's choice of a side. */
export type MotionDirection = 'left' | 'right' | 'up' | 'down' | 'away' | 'viewer';

/** One beat: what, where to, how fast, how large, how often. */
export interface MotionBeat {
  readonly verb: MotionVerb;
  readonly direction?: MotionDirection;
  readonly pace: 'slow' | 'normal' | 'quick';
  /** 1 is a plain performance of the verb; 0.5 slightly, 1.4 strongly. */
  readonly amount: number;
  /** How many times in a row, where the text says so ("nods twice"); otherwise as often as comes naturally. */
  readonly repeats?: number;
  /** True when the motion stops half-way ("starts to turn, then hesitates"). */
  readonly broken?: boolean;
}

/** Steps are played one after the other and share the clip's length; beats inside a step are played at the same time. */
export interface CustomMotion {
  readonly steps: readonly (readonly MotionBeat[])[];
}

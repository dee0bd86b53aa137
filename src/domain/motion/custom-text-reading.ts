import type { CustomMotion } from './custom-motion.ts';

/** Why something in a text is left out, or replaced by something near to it. */
export type CannotReason =
  | 'needs-a-hand'
  | 'needs-an-object'
  | 'walks-or-poses'
  | 'speech'
  | 'camera'
  | 'needs-the-mouth'
  | 'stays-as-drawn'
  | 'blinks-anyway'
  | 'too-many-beats'
  | 'unknown';

/** A part of a text that will not be seen as it was written. */
export interface CannotDo {
  /** The part as it was typed. */
  readonly phrase: string;
  readonly reason: CannotReason;
  /** True when something near to it plays instead; false when it is left out. */
  readonly replaced: boolean;
  /** Why, and what happens instead, for people. */
  readonly sentence: string;
}

/** What will be played of a text, and what will not: known before anything is drawn or paid. */
export type CustomTextReading =
  | {
      readonly ok: true;
      /** One to three steps, each with at least one beat. */
      readonly motion: CustomMotion;
      readonly notPossible: readonly CannotDo[];
      /** What will be seen, in one sentence. */
      readonly summary: string;
    }
  | {
      readonly ok: false;
      readonly reason: 'empty' | 'too-long' | 'nothing-possible';
      readonly sentence: string;
      readonly notPossible: readonly CannotDo[];
    };

import type { ClipMotion } from '../../domain/motion/clip-motion.ts';
import type { RgbPicture } from './safety-check.ts';
import type { Character, Picture } from './stores/character-store.ts';
import type { Clip } from './stores/clip-store.ts';
import type { EngineTrouble } from './video-engine.ts';
import type { Stores } from './world.ts';

/** What somebody wants to see moving, and where. */
export interface WantedMotion {
  readonly personId: string;
  readonly picture: Picture;
  readonly character: Character;
  readonly motion: ClipMotion;
  readonly customText: string;
  /** The engine that is to make it, for the records. */
  readonly engine?: string;
  readonly engineIsGenerative: boolean;
}

/** A clip that is made and that nobody has seen yet. */
export interface FinishedFrames {
  readonly clip: Clip;
  readonly engineIsGenerative: boolean;
  /** Whole frames in order, two a second; a shorter side of 224 pixels is enough. */
  readonly frames: readonly RgbPicture[];
}

export type SafetyAnswer =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** Coarse, for people: `TEXT_SEXUAL`, `IMAGE_NOT_ANIMATABLE`, `SAFETY_UNAVAILABLE` … never a score or the matched word. */
      readonly code: string;
      readonly sentence: string;
      readonly nextStep: string;
      /** A check could not be made: the same wish may pass in a minute. */
      readonly retryable: boolean;
      /** What to name when asking for a review. */
      readonly decisionId?: string;
    };

/** Judges a wish before anything is charged. A check that fails never allows. */
export interface SafetyGate {
  judge(wish: WantedMotion): Promise<SafetyAnswer>;
}

/** Judges what came out before anybody sees it. A check that fails never allows: `retryable` then. */
export interface ResultGate {
  judgeFrames(finished: FinishedFrames, options?: { readonly signal?: AbortSignal }): Promise<SafetyAnswer>;
}

/** Remembers that an engine itself refused, with the strikes that this costs. Belongs into the transaction that ends the attempt. */
export interface RefusalRecorder {
  recordRefusal(stores: Stores, clip: Clip, trouble: Pick<EngineTrouble, 'kind' | 'isSevere'>): Promise<void>;
}

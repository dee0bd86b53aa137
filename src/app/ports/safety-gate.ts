import type { MotionId } from '../../domain/motion/presets.ts';
import type { Character, Picture } from './stores/character-store.ts';

/** What somebody wants to see moving, and where. */
export interface WantedMotion {
  readonly personId: string;
  readonly picture: Picture;
  readonly character: Character;
  readonly motion: MotionId;
  readonly customText: string;
  readonly engineIsGenerative: boolean;
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
    };

/** Judges a wish before anything is charged. A check that fails never allows. */
export interface SafetyGate {
  judge(wish: WantedMotion): Promise<SafetyAnswer>;
}

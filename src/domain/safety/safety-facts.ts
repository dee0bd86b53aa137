import type { EngineTroubleKind } from '../engine/engine-trouble.ts';
import type { TextFinding } from './text/text-finding.ts';

/** Who can see a clip: the people of one chat, or everybody (profiles, moments, share links). */
export type Surface = 'private' | 'public';

/** What the platform says of a picture or of its character. Tightens, never loosens. */
export type HostRating = 'general' | 'suggestive' | 'explicit';

/**
 * What a checker came to. `absent`: none is configured, or none is needed here. `failed`: it was asked and gave no usable
 * answer, which is never read as "nothing found".
 */
export type Checked<Value> =
  | { readonly state: 'measured'; readonly value: Value }
  | { readonly state: 'absent' }
  | { readonly state: 'failed' };

/** What a moderation model says of a text or a picture: 0 (certainly not) to 1 (certainly). */
export interface ModelScores {
  readonly sexual: number;
  readonly sexualMinors: number;
  readonly violence: number;
  readonly graphicViolence: number;
  readonly selfHarm: number;
  readonly hate: number;
  readonly illicit: number;
  readonly realPerson: number;
}

/** Where and for whom the clip is made; known at every step. */
export interface SafetyContext {
  readonly surface: Surface;
  /** The host declares the character to be under 18. Faces are never asked for an age. */
  readonly characterIsMinor: boolean;
  /** Whether the engine can invent what is not in the picture. */
  readonly engineGenerative: boolean;
  readonly hostRating: HostRating;
}

/** A motion: one of the presets, or somebody's own words. */
export type MotionEvidence =
  | { readonly kind: 'preset' }
  | {
      readonly kind: 'custom';
      readonly rules: TextFinding;
      readonly model: Checked<ModelScores>;
      /** Whether words for a generative engine have to be read by a model (the default), or a closed vocabulary is enough. */
      readonly modelRequired: boolean;
      /** Strikes of this person in the last 24 hours, see `STRIKES_THAT_LOCK_CUSTOM_TEXT`. */
      readonly recentStrikes: number;
    };

export interface PictureEvidence {
  /** Only pictures that the platform generated may be animated. */
  readonly provenance: 'generated' | 'uploaded' | 'unknown';
  /** A copy of a picture that was taken down. */
  readonly isTakenDown: boolean;
  /** What the built-in classifier says, 0 to 1: P(porn) + P(hentai) + P(sexy) / 2. */
  readonly builtIn: Checked<number>;
  readonly model: Checked<ModelScores>;
}

/** Frames of the finished clip, in order, two a second. */
export interface FramesEvidence {
  readonly builtIn: Checked<readonly number[]>;
  readonly model: Checked<readonly ModelScores[]>;
}

/** An engine's own refusal. */
export interface EngineEvidence {
  readonly trouble: EngineTroubleKind;
  /** The engine calls it a severe violation. */
  readonly isSevere: boolean;
  /** A preset whose first clip was refused may be made once more with another seed. */
  readonly mayTryAgain: boolean;
}

/** All that is known at the moment of deciding. What is left out was not looked at in this step and is not decided on. */
export interface SafetyFacts extends SafetyContext {
  readonly motion?: MotionEvidence;
  readonly picture?: PictureEvidence;
  readonly frames?: FramesEvidence;
  readonly engine?: EngineEvidence;
}

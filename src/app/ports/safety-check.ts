import type { EngineTroubleKind } from '../../domain/engine/engine-trouble.ts';
import type { ClipMotion } from '../../domain/motion/clip-motion.ts';
import type { SafetyDecision } from '../../domain/safety/decide.ts';
import type { HostRating, PictureEvidence, Surface } from '../../domain/safety/safety-facts.ts';

/** Where and for whom a clip is made. What the host declares tightens, never loosens. */
export interface SafetyOccasion {
  readonly surface: Surface;
  readonly characterIsMinor: boolean;
  readonly engineGenerative: boolean;
  /** What the host says of the picture or its character; `general` when it says nothing. */
  readonly pictureRating?: HostRating;
}

export interface MotionToCheck extends SafetyOccasion {
  readonly motionId: ClipMotion;
  /** Empty but for `custom`. */
  readonly customText: string;
  /** Strikes of this person in the last 24 hours; 0 when left out. */
  readonly recentStrikes?: number;
}

/** A decoded picture, 8-bit sRGB without alpha. */
export interface RgbPicture {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** `heightPixels x widthPixels x 3`. */
  readonly rgb: Uint8Array;
}

export interface PictureToCheck extends SafetyOccasion {
  /** The whole picture, never a part of it: classifiers err on crops without a face. */
  readonly picture: RgbPicture;
  readonly provenance: PictureEvidence['provenance'];
  /** Whether its hash is among those that were taken down; `false` when left out. */
  readonly isTakenDown?: boolean;
}

export interface FramesToCheck extends SafetyOccasion {
  /** Whole frames of the finished clip in order, two a second. */
  readonly frames: readonly RgbPicture[];
}

export interface EngineRefusalToCheck extends SafetyOccasion {
  readonly trouble: EngineTroubleKind;
  /** The engine calls it a severe violation; `false` when left out. */
  readonly isSevere?: boolean;
  /** True for a preset whose first result was refused: one more seed may pass. */
  readonly mayTryAgain?: boolean;
}

/** A decision with what it was made of, for the operator's records; people see nothing of `evidence`. */
export interface CheckedDecision extends SafetyDecision {
  readonly evidence: SafetyEvidence;
}

/** Plain JSON. */
export interface SafetyEvidence {
  /** Which checkers were asked, with the version or hash of what they run on: `rules`, `nsfw-mobilenet-v2-mid` ... */
  readonly checkers: readonly string[];
  /** Scores by name, 0 to 1. */
  readonly scores: Readonly<Record<string, number>>;
  readonly categories: readonly string[];
  readonly flags: readonly string[];
  /** Why a checker gave no answer. */
  readonly troubles: readonly string[];
}

/**
 * The three gates: words before the charge, the picture before the engine, the finished clip before anyone sees it. Never
 * throws because a checker failed: that is the action `retry`.
 */
export interface SafetyCheck {
  /** Instant and free: what the rules alone say, for advice while typing. No model is asked, so it can only ever be stricter later. */
  adviseOnMotion(motion: MotionToCheck): SafetyDecision;
  checkMotion(motion: MotionToCheck, options?: { readonly signal?: AbortSignal }): Promise<CheckedDecision>;
  checkPicture(picture: PictureToCheck, options?: { readonly signal?: AbortSignal }): Promise<CheckedDecision>;
  checkFrames(frames: FramesToCheck, options?: { readonly signal?: AbortSignal }): Promise<CheckedDecision>;
  /** An engine's own refusal in our codes. */
  decideOnEngineRefusal(refusal: EngineRefusalToCheck): SafetyDecision;
  /** What the checks rest on, in plain sentences, for the health page: says when they are only speed bumps. */
  describe(): readonly SafetyStanding[];
  close(): Promise<void>;
}

export interface SafetyStanding {
  readonly gate: 'text' | 'picture' | 'clip';
  /** False when only the built-in speed bump stands here. */
  readonly isModelChecked: boolean;
  readonly sentence: string;
}

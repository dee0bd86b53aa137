import type { EngineTroubleKind } from '../../domain/engine/engine-trouble.ts';
import type { ClipMotion } from '../../domain/motion/clip-motion.ts';
import type { FinishId } from '../../domain/motion/finish.ts';
import type { Emotion } from '../../domain/motion/living-avatar.ts';
import type { MotionStrength } from '../../domain/motion/strength.ts';
import type { FacePoints } from '../../domain/picture/face-points.ts';
import type { ClipFile } from './stores/clip-store.ts';

/** Plain JSON, so that it can be kept in a row and read by another machine. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

/** What one model of an engine can do. */
export interface EngineModel {
  /** Name of the model in prices and in the engine's own API. */
  readonly id: string;
  /** Whole seconds that can be ordered. */
  readonly lengthsSeconds: readonly number[];
  /** `draft`: made by moving the picture itself; `generated`: made by a video model. */
  readonly quality: 'draft' | 'generated';
}

/** One order to an engine: an attempt at one clip. Sent at most once. */
export interface EngineOrder {
  /** UUID of the attempt; engines that can carry a reference carry this one. */
  readonly attemptId: string;
  readonly modelId: string;
  readonly picture: {
    readonly widthPixels: number;
    readonly heightPixels: number;
    readonly contentType: string;
    /** The re-encoded picture, without anything but pixels in it. */
    readonly bytes: () => Promise<Uint8Array>;
    /** Where a person sees the face; for engines that look for one. */
    readonly facePoints?: FacePoints | undefined;
  };
  readonly motion: {
    readonly id: ClipMotion;
    /** Empty but for `custom`. */
    readonly customText: string;
    /** The mood of `idle`. */
    readonly emotion?: Emotion | undefined;
    /** What `speak` speaks. */
    readonly voice?: SpokenVoice | undefined;
  };
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  /** What is laid over the motion, of engines that lay `finishes`; `plain` when left out. */
  readonly finish?: FinishId | undefined;
  /** 0 to 2^32 - 1, different for every attempt: a doubtful order is found again by it. */
  readonly seed: number;
  /** Stands for the person at the vendor's; tells nothing about them (an HMAC). */
  readonly userToken: string;
  /** Where the engine may knock when something changed, if it can; only ever a hint to check. */
  readonly callbackUrl?: string;
}

export interface SpokenVoice {
  /** A WAV of one channel. */
  readonly bytes: () => Promise<Uint8Array>;
  /** Whether it is heard in the clip, too. */
  readonly isHeard: boolean;
}

/** A definite no, or the end of a task without a clip. */
export interface EngineTrouble {
  readonly kind: EngineTroubleKind;
  /** The engine calls what was asked for a severe violation of its rules, not only something that it does not make. */
  readonly isSevere?: boolean;
  /** The engine's own code and words, for the operator's log; never shown to people. */
  readonly vendorCode?: string;
  readonly vendorMessage?: string;
}

export type EngineStart =
  | { readonly kind: 'started' /** All that is needed to ask again, from any machine. */; readonly ticket: JsonObject }
  | { readonly kind: 'refused'; readonly trouble: EngineTrouble }
  | { readonly kind: 'retry-later'; readonly afterSeconds: number; readonly trouble: EngineTrouble }
  /** The order may have arrived or not: never sent again before `reconcile` has answered. */
  | { readonly kind: 'in-doubt'; readonly because: string };

export type EngineCheck =
  | {
      readonly kind: 'working' /** 0 to 100; left out when the engine tells none. */;
      readonly progressPercent?: number;
    }
  | {
      readonly kind: 'finished';
      readonly result: EngineResult;
      /** What the vendor charges, in millionths of a US dollar, when it tells. */
      readonly costMicroDollars?: number;
    }
  | { readonly kind: 'failed'; readonly trouble: EngineTrouble };

/** Where the finished MP4 is. */
export type EngineResult =
  /** An address out of a vendor's answer: fetched by the guarded download, from these hosts (or below them) only. */
  | {
      readonly kind: 'address';
      readonly url: string;
      readonly allowedHosts: readonly string[];
      /** Name of the setting in which an operator allows other hosts, for the log. */
      readonly hostsSetting?: string;
    }
  /** An address of an own machine, out of our settings: fetched as it is. */
  | { readonly kind: 'own-address'; readonly url: string }
  /** Made and verified by our own writer, and already in our storage. */
  | { readonly kind: 'stored'; readonly file: ClipFile };

export type EngineCancel = 'cancelled' | 'too-late' | 'not-possible';

/** What became of an order that was in doubt. `not-yet`: the engine can tell later. `unknown`: it cannot tell. */
export type EngineReconciliation =
  | { readonly kind: 'found'; readonly ticket: JsonObject }
  | { readonly kind: 'absent' }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'unknown' };

/**
 * Makes clips, here or elsewhere. An engine never polls, sleeps, retries or downloads on its own: the clip service does,
 * once, for all of them. Anything thrown by `start` counts as in doubt; anything thrown elsewhere is asked again later.
 */
export interface VideoEngine {
  /** Name in prices, plans and the log: `local`, `seedance`, `fal` ... */
  readonly id: string;
  /** Name for people. */
  readonly title: string;
  /** Whether it can invent what is not in the picture, which the safety policy has to know. */
  readonly generative: boolean;
  readonly models: readonly EngineModel[];
  /** Whether it plays `idle`, the endless loop of a profile; it does not when left out. */
  readonly livingAvatars?: boolean;
  /** Whether it plays `speak`, a recording that moves the mouth; it does not when left out. */
  readonly voices?: boolean;
  /** Whether it lays finishes over the motion; it does not when left out. */
  readonly finishes?: boolean;
  start(order: EngineOrder, options: { readonly signal: AbortSignal }): Promise<EngineStart>;
  check(ticket: JsonObject, options: { readonly signal: AbortSignal }): Promise<EngineCheck>;
  /**
   * The ticket in a message about one of our orders that the vendor itself signed: an order whose answer was lost is found again
   * by it. Left out by engines whose messages nobody signs.
   */
  ticketIn?(message: string, modelId: string): JsonObject | undefined;
  cancel(ticket: JsonObject, options: { readonly signal: AbortSignal }): Promise<EngineCancel>;
  reconcile(
    doubt: { readonly attemptId: string; readonly modelId: string; readonly seed: number; readonly sentAt: Date },
    options: { readonly signal: AbortSignal },
  ): Promise<EngineReconciliation>;
  /** Ends what it is doing here, in order; nothing can be started afterwards. */
  close(): Promise<void>;
}

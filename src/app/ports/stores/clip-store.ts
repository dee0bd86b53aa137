import type { ClipState } from '../../../domain/clip/clip-life.ts';
import type { ClipEndReason } from '../../../domain/clip/end-reason.ts';
import type { ClipMotion } from '../../../domain/motion/clip-motion.ts';
import type { FinishId } from '../../../domain/motion/finish.ts';
import type { Emotion } from '../../../domain/motion/living-avatar.ts';
import type { MotionStrength } from '../../../domain/motion/strength.ts';
import type { ClipFrame } from '../../../domain/picture/clip-frame.ts';

/** A file of a finished clip, as it is kept. */
export interface ClipFile {
  readonly clipKey: string;
  readonly posterKey: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** What a person asked for. */
export interface ClipRequest {
  readonly id: string;
  readonly ownerId: string;
  readonly idempotencyKey: string;
  readonly characterId: string;
  readonly pictureId: string;
  readonly visibility: 'public' | 'private';
  readonly motion: ClipMotion;
  readonly customText: string;
  /** The mood of `idle`; no other motion has one. */
  readonly emotion?: Emotion | undefined;
  /** The recording that `speak` speaks; no other motion has one. */
  readonly voiceId?: string | undefined;
  /** Whether that recording is heard in the clip; every other clip is silent. */
  readonly hasSound?: boolean | undefined;
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  readonly frame: ClipFrame;
  /** What is laid over the motion; `plain` when left out. */
  readonly finish?: FinishId | undefined;
  readonly engine: string;
  readonly model: string;
  readonly priceCredits: number;
  readonly priority: number;
  /** The clip in whose place this draft plays while it is being made. */
  readonly draftOf?: string | undefined;
}

export interface Clip extends ClipRequest {
  /** The engine that was asked first, when another one took over. */
  readonly askedEngine: string | undefined;
  readonly state: ClipState;
  /** Orders that were made, and those of them that count against the limit. */
  readonly attemptCount: number;
  readonly failedAttempts: number;
  readonly fairTurn: number;
  readonly progressPercent: number | undefined;
  readonly cancelAskedAt: Date | undefined;
  readonly endReason: ClipEndReason | undefined;
  readonly createdAt: Date;
  /** When its state has lasted too long. */
  readonly deadlineAt: Date;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly file: ClipFile | undefined;
  readonly deletedAt: Date | undefined;
}

/** What a step changes besides the state. */
export interface ClipChange {
  readonly state?: ClipState;
  readonly engine?: string;
  readonly model?: string;
  readonly askedEngine?: string;
  readonly priceCredits?: number;
  readonly fairTurn?: number;
  readonly nextAt?: Date;
  readonly deadlineAt?: Date;
  readonly startedAt?: Date;
  readonly endedAt?: Date | null;
  readonly endReason?: ClipEndReason | null;
  readonly attemptCount?: number;
  readonly failedAttempts?: number;
  readonly progressPercent?: number | null;
  readonly file?: ClipFile;
}

export interface ClipStore {
  add(request: ClipRequest, times: { now: Date; deadlineAt: Date; fairTurn: number }): Promise<void>;
  /** Waits until no other order of this person is being placed, and lets none begin until the transaction ends. */
  placeAlone(ownerId: string): Promise<void>;
  find(id: string): Promise<Clip | undefined>;
  findByKey(ownerId: string, idempotencyKey: string): Promise<Clip | undefined>;
  /** Compare and set: changes the clip only while it is in one of `from`, and gives it as it is then. */
  move(id: string, from: readonly ClipState[], change: ClipChange): Promise<Clip | undefined>;
  /** Notes the wish to cancel, once. */
  askToCancel(id: string, at: Date): Promise<void>;
  /** The waiting clip of an engine that is served next, locked; clips that others hold are passed over. */
  nextWaiting(engine: string, now: Date): Promise<Clip | undefined>;
  /** Drafts do not count: there is one a clip at the most. */
  countLiving(ownerId: string): Promise<number>;
  /** The clip is there: its draft is not needed any more. */
  deleteDraftOf(clipId: string, at: Date): Promise<void>;
  /** Clips of the engine that are served before this one. */
  countAhead(clip: Pick<Clip, 'id' | 'engine' | 'priority' | 'fairTurn'>): Promise<number>;
  /** How long the last finished clips like this took from the start of work to the end, in seconds. */
  history(
    engine: string,
    model: string,
    lengthSeconds: number,
  ): Promise<{ medianSeconds: number; slowSeconds: number } | undefined>;
  /** Living clips whose state has lasted too long. */
  findLate(now: Date, most: number): Promise<Clip[]>;
  /** Clips that wait for an engine whose circuit is open, and whose deadline is at `deadline` or before. */
  findWaitingForAway(now: Date, deadline: Date, most: number): Promise<Clip[]>;
  /** Engines that have something waiting now. */
  enginesWaiting(now: Date): Promise<string[]>;
  /** `null` undoes it. Says whether it did: what was taken down, or deleted too long ago, does not come back. */
  setDeleted(id: string, at: Date | null): Promise<boolean>;
  /** Newest first, without drafts; those of one picture when it is named. */
  listOfOwner(
    ownerId: string,
    page: { readonly beforeId?: string | undefined; readonly most: number },
    pictureId?: string,
  ): Promise<Clip[]>;
  /** The draft that plays in the place of a clip. */
  findDraftOf(clipId: string): Promise<Clip | undefined>;
  /** Clips that failed, were refused, or were ordered before `slowBefore` and are still being made; newest first. */
  listTroubled(
    page: { readonly beforeId?: string | undefined; readonly most: number },
    slowBefore: Date,
  ): Promise<Clip[]>;
  /** Clips in a state, for the metrics. */
  countByState(): Promise<Partial<Record<ClipState, number>>>;
}

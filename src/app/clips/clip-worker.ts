import type { ClipFrame } from '../../domain/picture/clip-frame.ts';
import type { FramedPicture } from '../pictures/picture-frames.ts';
import type { EngineChoice } from '../ports/engine-choice.ts';
import type { EngineHouse } from '../ports/engine-house.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { RefusalRecorder } from '../ports/safety-gate.ts';
import type { Picture } from '../ports/stores/character-store.ts';
import type { KeptVoice } from '../ports/stores/voice-store.ts';
import type { World } from '../ports/world.ts';

/** What those who carry clips through their life work with. */
export interface ClipWorker {
  readonly world: World;
  readonly engines: EngineHouse;
  /** Who makes a clip that its engine cannot make; left out, nobody. */
  readonly choice?: EngineChoice;
  readonly results: ResultStore;
  readonly readPicture: (picture: Picture) => Promise<Uint8Array>;
  /** Left out where no picture speaks. */
  readonly readVoice?: (voice: KeptVoice) => Promise<Uint8Array>;
  /** The part of a picture that a frame shows; `undefined`, also where it cannot be had, is all of it. */
  readonly framePicture?: (picture: Picture, frame: ClipFrame) => Promise<FramedPicture | undefined>;
  readonly recordRefusal?: RefusalRecorder['recordRefusal'];
  /** Stands for a person at a vendor's: the same for each order, and tells nothing. */
  readonly userToken: (personId: string) => string;
  /** Where an engine may knock, if this service can be reached from outside. */
  readonly callbackUrl?: (engine: string, attemptId: string) => string;
  /** A whole number from 0 to 2^32 - 1. */
  readonly newSeed: () => number;
  /** Told of everything that broke and is tried again. */
  readonly onBroken: (error: unknown) => void;
  /** Told at each point where a machine may die; tests let it die there. */
  readonly reached?: (point: Milestone) => void;
  readonly signal: AbortSignal;
}

/** The points of a clip's life between which something is remembered. */
export const MILESTONES = [
  'before-dispatch',
  'after-dispatch',
  'before-sending',
  'after-sending',
  'engine-called',
  'ticket-kept',
  'before-check',
  'checked',
  'engine-finished',
  'before-storing',
  'file-kept',
  'clip-ended',
  'before-reconcile',
  'reconciled',
] as const;
export type Milestone = (typeof MILESTONES)[number];

export const secondsAfter = (moment: Date, seconds: number): Date => new Date(moment.getTime() + seconds * 1000);

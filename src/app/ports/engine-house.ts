import type { VideoEngine } from './video-engine.ts';

/** How the service treats one engine's account. */
export interface EnginePolicy {
  /** Orders at the engine at the same time, strictly. */
  readonly slots: number;
  /** Orders per time: one every so many seconds, `burst` of them at once. */
  readonly everySeconds: number;
  readonly burst: number;
  /** Between two questions how far an order is; 0 asks at once. */
  readonly pollSeconds: number;
  /** An answer to an order is awaited so long. */
  readonly startTimeoutSeconds: number;
  /**
   * An order without an answer is looked for after this time, not before: longer than the timeout by far, so that a slow
   * caller that is still alive can never race the one who looks.
   */
  readonly doubtSeconds: number;
  /** An order that is not over after this time is not watched any more, and its slot is given to others. */
  readonly watchSeconds: number;
}

/** The engines that are set up, by their ids. */
export type EngineHouse = ReadonlyMap<string, { readonly engine: VideoEngine; readonly policy: EnginePolicy }>;

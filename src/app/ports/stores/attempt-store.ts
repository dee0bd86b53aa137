import type { EngineResult, JsonObject } from '../video-engine.ts';

export type AttemptState =
  | 'intent'
  | 'sending'
  | 'working'
  | 'finished'
  | 'rejected'
  | 'failed'
  | 'lost'
  | 'cancelled'
  | 'unknown';

export interface Attempt {
  readonly id: string;
  readonly clipId: string;
  readonly number: number;
  readonly engine: string;
  readonly model: string;
  readonly seed: number;
  readonly state: AttemptState;
  readonly ticket: JsonObject | undefined;
  readonly result: EngineResult | undefined;
  readonly createdAt: Date;
  readonly sentAt: Date | undefined;
  readonly endedAt: Date | undefined;
  /** When somebody has to look at it at the latest. */
  readonly nextAt: Date | undefined;
  readonly cancelTriedAt: Date | undefined;
}

export interface AttemptChange {
  readonly state?: AttemptState;
  readonly ticket?: JsonObject;
  readonly result?: EngineResult;
  /** `null`: nobody has to look at it again. */
  readonly nextAt?: Date | null;
  readonly sentAt?: Date;
  readonly cancelTriedAt?: Date;
  readonly endedAt?: Date;
  readonly costMicroDollars?: number | undefined;
  readonly trouble?: string;
  readonly vendorCode?: string | undefined;
  readonly vendorMessage?: string | undefined;
}

export interface AttemptStore {
  add(
    attempt: Pick<Attempt, 'id' | 'clipId' | 'number' | 'engine' | 'model' | 'seed'>,
    now: Date,
    nextAt: Date,
  ): Promise<void>;
  find(id: string): Promise<Attempt | undefined>;
  /** The attempt of a clip that was made last. */
  latestOf(clipId: string): Promise<Attempt | undefined>;
  /** Compare and set, as with clips. */
  move(id: string, from: readonly AttemptState[], change: AttemptChange): Promise<Attempt | undefined>;
  /** Takes attempts that somebody should have looked at by now, and looks for them again at `again` at the earliest. */
  takeDue(now: Date, again: Date, most: number): Promise<string[]>;
  /** What was made by each engine costs, in millionths of a dollar, and how many of them nobody told the cost of. */
  costs(): Promise<{ engine: string; microDollars: number; unknownCount: number }[]>;
}

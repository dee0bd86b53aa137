/** Limits and fairness of the engines' accounts, as rows that all machines share. */
export interface EngineStore {
  /** Makes the account and brings its slots to `limit`; slots in use above it are retired when they become free. */
  setSlots(engine: string, limit: number): Promise<void>;
  /** Takes a free slot for an attempt, strictly: `false` when all are taken. */
  takeSlot(engine: string, attemptId: string): Promise<boolean>;
  freeSlot(attemptId: string): Promise<void>;
  /** One order at a time from GCRA: `undefined` when it may be sent now, else when to come back. */
  takeRate(
    engine: string,
    rate: { readonly everySeconds: number; readonly burst: number },
    now: Date,
  ): Promise<Date | undefined>;
  /** Troubles in a row; locked until the end of the transaction. */
  troubles(engine: string): Promise<number>;
  /** So many troubles in a row by now; nothing is sent to this engine before `pausedUntil`. */
  noteTroubles(engine: string, troubles: number, pausedUntil: Date): Promise<void>;
  /** It took an order: whatever was is over. `true` when its circuit was open. */
  recover(engine: string): Promise<boolean>;
  /** Whether its circuit is open and the pause not over. */
  isAway(engine: string, now: Date): Promise<boolean>;
  /** The turn of a person's next clip: start-time fair queueing with equal weights. */
  takeTurn(engine: string, personId: string): Promise<number>;
  /** Moves the clock of the queue to the turn that was served. */
  servedTurn(engine: string, turn: number): Promise<void>;
  busySlots(engine: string): Promise<number>;
}

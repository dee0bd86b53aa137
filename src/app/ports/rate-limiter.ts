/** How often something may be done: one every so many seconds, `burst` of them at once. */
export interface RateRule {
  readonly everySeconds: number;
  readonly burst: number;
}

/** Limits that all machines share. */
export interface RateLimiter {
  /** `undefined` when it may be done now, else in how many seconds. */
  take(key: string, rule: RateRule): Promise<number | undefined>;
}

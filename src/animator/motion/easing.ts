/**
 * The way a hand or a head goes from rest to rest: minimum jerk (Flash and Hogan 1985), 10t³ - 15t⁴ + 6t⁵.
 * 0 before 0, 1 after 1.
 */
export function minimumJerk(t: number): number {
  if (t <= 0) return 0;
  if (t >= 1) return 1;
  return t * t * t * (10 - 15 * t + 6 * t * t);
}

/** A value at a moment; values between two keys ease from rest to rest. */
export interface Key {
  readonly timeSeconds: number;
  readonly value: number;
}

/** The keyed value at a moment; held before the first and after the last key. */
export function keyedValue(keys: readonly Key[], timeSeconds: number): number {
  let before = keys[0];
  if (before === undefined) return 0;
  for (const after of keys) {
    if (timeSeconds < after.timeSeconds) {
      const share = (timeSeconds - before.timeSeconds) / (after.timeSeconds - before.timeSeconds || 1);
      return before.value + (after.value - before.value) * minimumJerk(share);
    }
    before = after;
  }
  return before.value;
}

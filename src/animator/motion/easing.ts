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

/**
 * The keyed value at a moment; held before the first and after the last key. It rests only where it turns round: a key on the
 * way is passed in motion, since a movement that stops at every key looks like a machine's. Never leaves the span of two keys.
 */
export function keyedValue(keys: readonly Key[], timeSeconds: number): number {
  const next = keys.findIndex((key) => timeSeconds < key.timeSeconds);
  if (next < 0) return keys.at(-1)?.value ?? 0;
  if (next === 0) return keys[0]!.value;
  const [before, after] = [keys[next - 1]!, keys[next]!];
  const seconds = after.timeSeconds - before.timeSeconds;
  const t = (timeSeconds - before.timeSeconds) / seconds;
  const [start, end] = [speedAt(keys, next - 1) * seconds, speedAt(keys, next) * seconds];
  // the quintic with these speeds and no acceleration at both ends; minimum jerk when both are 0
  const leaving = start * (t + t * t * t * (-6 + 8 * t - 3 * t * t));
  const arriving = end * t * t * t * (-4 + 7 * t - 3 * t * t);
  return before.value + (after.value - before.value) * minimumJerk(t) + leaving + arriving;
}

/** Units a second at a key: 0 at turning points, else the harmonic mean of the ways to and from it, which overshoots nothing. */
function speedAt(keys: readonly Key[], index: number): number {
  const [before, at, after] = [keys[index - 1], keys[index]!, keys[index + 1]];
  if (before === undefined || after === undefined) return 0;
  const to = (at.value - before.value) / Math.max(1e-3, at.timeSeconds - before.timeSeconds);
  const from = (after.value - at.value) / Math.max(1e-3, after.timeSeconds - at.timeSeconds);
  return to * from > 0 ? (2 * to * from) / (to + from) : 0;
}

import type { MotionBeat } from './custom-motion.ts';
import type { Modifier } from './motion-dictionary.ts';

/** Smallest and largest performance: less cannot be seen, more leaves the face. */
const AMOUNT_LIMITS = { least: 0.3, most: 1.5 };

/** A beat played as adverbs say. */
export function modified(beat: MotionBeat, modifiers: readonly Modifier[]): MotionBeat {
  const amount = modifiers.reduce((size, how) => size * (how.amount ?? 1), beat.amount);
  const isBroken = beat.broken === true || modifiers.some(({ broken }) => broken === true);
  const repeats = modifiers.findLast((how) => how.repeats !== undefined)?.repeats ?? beat.repeats;
  return {
    ...beat,
    pace: modifiers.findLast(({ pace }) => pace !== undefined)?.pace ?? beat.pace,
    amount: Math.min(AMOUNT_LIMITS.most, Math.max(AMOUNT_LIMITS.least, amount)),
    ...(repeats === undefined ? {} : { repeats }),
    ...(isBroken ? { broken: true } : {}),
  };
}

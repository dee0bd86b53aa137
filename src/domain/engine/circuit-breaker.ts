import type { EngineTroubleKind } from './engine-trouble.ts';

/**
 * An engine's account with so many troubles in a row gets no orders for a while; then one order finds out whether it is over.
 */
export const CIRCUIT_OPENS_AT = 4;

interface TripRule {
  /** How many troubles it counts as, until the circuit is open. */
  readonly weight: number;
  /** The first pause, doubled with every trouble after the circuit opened, and the longest one. */
  readonly firstPauseSeconds: number;
  readonly longestPauseSeconds: number;
}

/** Troubles that say something about the account, and not about one order. */
const TRIPS: Partial<Record<EngineTroubleKind, TripRule>> = {
  // a key, a bill, a limit: over when somebody has mended it
  operator: { weight: CIRCUIT_OPENS_AT, firstPauseSeconds: 60, longestPauseSeconds: 3600 },
  // may be one odd order; four in a row are a model that is gone
  configuration: { weight: 1, firstPauseSeconds: 60, longestPauseSeconds: 3600 },
  overloaded: { weight: 1, firstPauseSeconds: 15, longestPauseSeconds: 600 },
};

export interface Trip {
  /** Troubles in a row, with this one. */
  readonly troubles: number;
  readonly pauseSeconds: number;
}

/**
 * What a trouble does to an account that had `before` of them in a row; `undefined`: it says nothing about the account.
 *
 * @param askedSeconds how long the engine itself asks to be left alone
 */
export function tripOf(kind: EngineTroubleKind, before: number, askedSeconds = 0): Trip | undefined {
  const rule = TRIPS[kind];
  if (rule === undefined) return undefined;
  const troubles = before + (before >= CIRCUIT_OPENS_AT ? 1 : rule.weight);
  const isOpen = troubles >= CIRCUIT_OPENS_AT;
  const doubled = isOpen ? rule.firstPauseSeconds * 2 ** Math.min(10, troubles - CIRCUIT_OPENS_AT) : 0;
  return { troubles, pauseSeconds: Math.max(askedSeconds, Math.min(rule.longestPauseSeconds, doubled)) };
}

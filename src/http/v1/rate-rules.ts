import type { RateRule } from '../../app/ports/rate-limiter.ts';

/**
 * How often one person (or, where nobody has signed in, one network address) may do things. Reading is not counted: it costs
 * less than counting it, and what stands in front of the service does that better.
 */
export const RATE_RULES = {
  read: undefined,
  /** Writing messages, favourites, settings: as fast as a quick hand. */
  write: { everySeconds: 0.5, burst: 60 },
  /** Orders of clips; the limit of clips at a time comes on top. */
  generate: { everySeconds: 3, burst: 20 },
  /** What makes the machine look at a picture or decode one. */
  look: { everySeconds: 1, burst: 60 },
  /** A text that is read with every keystroke. */
  typing: { everySeconds: 0.1, burst: 100 },
  /** Attempts to sign in. */
  signIn: { everySeconds: 10, burst: 10 },
} as const satisfies Record<string, RateRule | undefined>;

export type RateName = keyof typeof RATE_RULES;

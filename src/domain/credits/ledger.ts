import type { Credits } from './credits.ts';

/** One side of a movement: what an account gains (positive) or gives (negative). */
export interface Posting {
  readonly account: string;
  readonly amountCredits: number;
}

export type LedgerEntryKind = 'grant' | 'hold' | 'capture' | 'release' | 'expire' | 'revoke';

/** Where credits come from, where they are spent, and where they end when their time is over. */
const MINT = 'mint';
const SPENT = 'spent';
const EXPIRED = 'expired';
/** What a person may spend. */
export const walletOf = (personId: string): string => `wallet:${personId}`;
/** What a person's living clips have reserved. */
export const heldOf = (personId: string): string => `held:${personId}`;

/** Credits move, they never appear: every story is two postings that add up to zero. */
const move = (from: string, to: string, amount: Credits): readonly Posting[] => [
  { account: from, amountCredits: -amount },
  { account: to, amountCredits: amount },
];

const FROM_AND_TO: Readonly<Record<LedgerEntryKind, (personId: string) => readonly [from: string, to: string]>> = {
  grant: (personId) => [MINT, walletOf(personId)],
  hold: (personId) => [walletOf(personId), heldOf(personId)],
  capture: (personId) => [heldOf(personId), SPENT],
  release: (personId) => [heldOf(personId), walletOf(personId)],
  expire: (personId) => [walletOf(personId), EXPIRED],
  revoke: (personId) => [walletOf(personId), MINT],
};

/** The postings of one kind of movement. */
export function postingsOf(kind: LedgerEntryKind, personId: string, amount: Credits): readonly Posting[] {
  const [from, to] = FROM_AND_TO[kind](personId);
  return move(from, to, amount);
}

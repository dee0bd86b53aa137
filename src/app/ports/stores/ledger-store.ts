import type { Credits } from '../../../domain/credits/credits.ts';
import type { LedgerEntryKind, Posting } from '../../../domain/credits/ledger.ts';
import type { GrantPart, SpendableGrant } from '../../../domain/credits/spend-grants.ts';
import type { ClipMotion } from '../../../domain/motion/clip-motion.ts';

export interface LedgerEntry {
  readonly id: string;
  /** What happened, once: `capture:<clip>`. The same key is never posted twice. */
  readonly key: string;
  readonly kind: LedgerEntryKind;
  readonly personId: string;
  readonly clipId?: string | undefined;
  readonly note?: string | undefined;
  readonly at: Date;
  readonly postings: readonly Posting[];
}

export type GrantSource = 'plan' | 'pack' | 'promo' | 'refund' | 'admin';

export interface CreditGrant {
  readonly id: string;
  readonly personId: string;
  readonly source: GrantSource;
  /** The fact it is given for, once: a period of a subscription, a payment, a host's own key. */
  readonly businessKey: string;
  readonly amount: Credits;
  readonly expiresAt: Date | undefined;
}

export interface CreditHold {
  readonly clipId: string;
  readonly personId: string;
  readonly amount: Credits;
}

/** A movement as a person reads it, with the clip it paid for. */
export interface StatementLine {
  readonly id: string;
  readonly kind: LedgerEntryKind;
  readonly at: Date;
  /** What the wallet gained (positive) or gave (negative); 0 when reserved credits were spent. */
  readonly walletCredits: number;
  /** What reserved credits gained or gave. */
  readonly heldCredits: number;
  readonly note: string;
  readonly clip: { readonly id: string; readonly motion: ClipMotion; readonly characterName: string } | undefined;
}

export interface LedgerStore {
  openWallet(personId: string): Promise<void>;
  /** Posts an entry, all of it; `false` when its key is already posted. */
  post(entry: LedgerEntry): Promise<boolean>;
  /** Adds a grant; `false` when its business key has already been granted. */
  addGrant(grant: CreditGrant, at: Date): Promise<boolean>;
  /** Grants with something left that have not expired; locked until the end of the transaction. */
  spendableGrants(personId: string, at: Date): Promise<SpendableGrant[]>;
  addHold(hold: CreditHold, parts: readonly GrantPart[], at: Date): Promise<void>;
  /** Decides a hold, once: `undefined` when there is none or it was decided before. */
  decideHold(clipId: string, decision: 'captured' | 'released', at: Date): Promise<CreditHold | undefined>;
  /** Gives every part of a hold back to its grant; what expired meanwhile can be spent until `graceUntil`. */
  giveBack(clipId: string, at: Date, graceUntil: Date): Promise<void>;
  /** Empties grants whose time is over, at most `most` of them, and tells what was in them. */
  takeExpired(at: Date, most: number): Promise<{ grantId: string; personId: string; amount: Credits }[]>;
  /** Claims back a share (0 to 1) of a grant, at least; `undefined` when nothing was granted for this fact, else whose it is. */
  claimBack(businessKey: string, share: number): Promise<string | undefined>;
  /** Takes what is claimed back out of at most `most` grants, as far as it is there. */
  takeClaimed(most: number): Promise<{ grantId: string; personId: string; amount: Credits; takenAltogether: number }[]>;
  balance(personId: string): Promise<{ walletCredits: number; heldCredits: number }>;
  /** What expires next, if anything does. */
  nextExpiry(personId: string): Promise<{ amountCredits: number; expiresAt: Date } | undefined>;
  statement(
    personId: string,
    page: { readonly beforeId?: string | undefined; readonly most: number },
  ): Promise<StatementLine[]>;
  /** Adds everything up again and tells each difference in a sentence; empty when all is exact. */
  differences(): Promise<string[]>;
}

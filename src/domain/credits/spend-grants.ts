import { type Credits, credits } from './credits.ts';

/** Credits that were given for one reason, and what is left of them. */
export interface SpendableGrant {
  readonly id: string;
  readonly remainingCredits: number;
  /** `undefined`: for ever. */
  readonly expiresAt: Date | undefined;
}

export interface GrantPart {
  readonly grantId: string;
  readonly amount: Credits;
}

export type Spending =
  | { readonly ok: true; readonly parts: readonly GrantPart[] }
  | { readonly ok: false; readonly reason: 'not-enough-credits'; readonly missing: Credits };

/** Takes a price out of grants, what expires first is spent first. Grants of the same date are taken in the order given. */
export function spendGrants(grants: readonly SpendableGrant[], price: Credits): Spending {
  const parts: GrantPart[] = [];
  let missing: number = price;
  for (const { id, remainingCredits } of [...grants].sort(soonestFirst)) {
    if (missing === 0) break;
    const amount = credits(Math.min(remainingCredits, missing));
    if (amount > 0) parts.push({ grantId: id, amount });
    missing -= amount;
  }
  return missing === 0 ? { ok: true, parts } : { ok: false, reason: 'not-enough-credits', missing: credits(missing) };
}

function soonestFirst(one: SpendableGrant, other: SpendableGrant): number {
  return (one.expiresAt?.getTime() ?? Infinity) - (other.expiresAt?.getTime() ?? Infinity) || 0;
}

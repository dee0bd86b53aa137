import type { Credits } from '../../domain/credits/credits.ts';
import { postingsOf } from '../../domain/credits/ledger.ts';
import { type Spending, spendGrants } from '../../domain/credits/spend-grants.ts';
import type { Stores, World } from '../ports/world.ts';

/** Credits that expired while a clip was being made can still be spent for so long when they come back. */
const GRACE_AFTER_EXPIRY_SECONDS = 7 * 24 * 60 * 60;

/** Reserves the price of a clip out of the grants that expire first. Belongs into the transaction that adds the clip. */
export async function holdCredits(
  world: Pick<World, 'now' | 'newId'>,
  stores: Stores,
  { personId, clipId, price }: { readonly personId: string; readonly clipId: string; readonly price: Credits },
): Promise<Spending> {
  if (price === 0) return { ok: true, parts: [] };
  const at = world.now();
  const spending = spendGrants(await stores.ledger.spendableGrants(personId, at), price);
  if (!spending.ok) return spending;
  await stores.ledger.addHold({ clipId, personId, amount: price }, spending.parts, at);
  const postings = postingsOf('hold', personId, price);
  await stores.ledger.post({ id: world.newId(), key: `hold:${clipId}`, kind: 'hold', personId, clipId, at, postings });
  return spending;
}

/**
 * Decides what becomes of the reserved credits of a clip, once: `captured` spends them, `released` gives each grant its own
 * part back. `nothing-held`: it was free, or decided before.
 */
export async function settleHold(
  world: Pick<World, 'now' | 'newId'>,
  stores: Stores,
  clipId: string,
  decision: 'captured' | 'released',
): Promise<'settled' | 'nothing-held'> {
  const at = world.now();
  const hold = await stores.ledger.decideHold(clipId, decision, at);
  if (hold === undefined) return 'nothing-held';
  if (decision === 'released') {
    await stores.ledger.giveBack(clipId, at, new Date(at.getTime() + GRACE_AFTER_EXPIRY_SECONDS * 1000));
  }
  const { personId, amount } = hold;
  const kind = decision === 'captured' ? 'capture' : 'release';
  const postings = postingsOf(kind, personId, amount);
  await stores.ledger.post({ id: world.newId(), key: `${kind}:${clipId}`, kind, personId, clipId, at, postings });
  return 'settled';
}

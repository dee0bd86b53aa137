import { postingsOf } from '../../domain/credits/ledger.ts';
import type { CreditGrant } from '../ports/stores/ledger-store.ts';
import type { Stores, World } from '../ports/world.ts';

/**
 * Gives credits for a fact, once. Belongs into a transaction.
 *
 * @returns `already-given` when the fact (its business key) was granted before
 */
export async function giveCredits(
  world: Pick<World, 'now' | 'newId'>,
  stores: Stores,
  gift: Omit<CreditGrant, 'id'> & { readonly note: string },
): Promise<'given' | 'already-given'> {
  const { note, ...grant } = gift;
  const at = world.now();
  await stores.ledger.openWallet(grant.personId);
  if (!(await stores.ledger.addGrant({ ...grant, id: world.newId() }, at))) return 'already-given';
  await stores.ledger.post({
    id: world.newId(),
    key: `grant:${grant.businessKey}`,
    kind: 'grant',
    personId: grant.personId,
    note,
    at,
    postings: postingsOf('grant', grant.personId, grant.amount),
  });
  return 'given';
}

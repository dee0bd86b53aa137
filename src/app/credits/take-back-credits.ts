import { postingsOf } from '../../domain/credits/ledger.ts';
import type { Stores, World } from '../ports/world.ts';

/** Grants per transaction: small enough that nobody waits for it. */
const GRANTS_AT_A_TIME = 100;

/**
 * Takes what is claimed back of grants out of the wallets, as far as it is there. What was spent stays spent; what is
 * reserved for a clip is taken when it comes back. Belongs into a transaction.
 */
export async function takeBackCredits(world: Pick<World, 'now' | 'newId'>, stores: Stores): Promise<number> {
  const at = world.now();
  const taken = await stores.ledger.takeClaimed(GRANTS_AT_A_TIME);
  for (const { grantId, personId, amount, takenAltogether } of taken) {
    const postings = postingsOf('revoke', personId, amount);
    const key = `revoke:${grantId}:${takenAltogether}`;
    const note = 'Its payment was returned';
    await stores.ledger.post({ id: world.newId(), key, kind: 'revoke', personId, note, at, postings });
  }
  return taken.length;
}

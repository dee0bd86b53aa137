import { postingsOf } from '../../domain/credits/ledger.ts';
import type { World } from '../ports/world.ts';

/** Grants per transaction: small enough that nobody waits for it. */
const GRANTS_AT_A_TIME = 100;

/** Takes what is left of expired grants out of the wallets. Running it twice at the same time takes nothing twice. */
export async function expireCredits(world: World): Promise<number> {
  let altogether = 0;
  for (;;) {
    const count = await expireSome(world);
    altogether += count;
    if (count < GRANTS_AT_A_TIME) return altogether;
  }
}

function expireSome(world: World): Promise<number> {
  return world.transaction(async (stores) => {
    const at = world.now();
    const expired = await stores.ledger.takeExpired(at, GRANTS_AT_A_TIME);
    for (const { grantId, personId, amount } of expired) {
      const postings = postingsOf('expire', personId, amount);
      // a grant can expire twice: what a late refund brought back goes at the end of its grace
      const key = `expire:${grantId}:${at.toISOString()}`;
      await stores.ledger.post({ id: world.newId(), key, kind: 'expire', personId, at, postings });
    }
    return expired.length;
  });
}

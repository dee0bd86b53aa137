import { credits } from '../../domain/credits/credits.ts';
import { standardPrice } from '../../domain/price/price-list.ts';
import type { EngineHouse } from '../ports/engine-house.ts';
import type { World } from '../ports/world.ts';

/** The beginning of time: whoever sets a price later has set a newer one. */
const ALWAYS = new Date(0);

/**
 * Gives every length of every model a price that has none: the product page's price, or nothing for drafts. Prices an operator
 * has set stay as they are. Two machines may do it at once.
 */
export async function ensurePrices(world: World, engines: EngineHouse): Promise<void> {
  const { stores } = world;
  for (const { engine } of engines.values()) {
    for (const { id: model, lengthsSeconds, quality } of engine.models) {
      for (const lengthSeconds of lengthsSeconds) {
        if ((await stores.prices.priceAt(engine.id, model, lengthSeconds, world.now())) !== undefined) continue;
        const priceCredits = quality === 'draft' ? credits(0) : standardPrice(lengthSeconds);
        const price = { engine: engine.id, model, lengthSeconds, priceCredits };
        await stores.prices.setPrice({ ...price, id: world.newId(), effectiveFrom: ALWAYS, setBy: undefined });
      }
    }
  }
}

import { STAGES } from '../../domain/entitlement/stage.ts';
import { QUOTE_HONOURED_SECONDS } from '../../domain/price/price-list.ts';
import type { EngineHouse } from '../ports/engine-house.ts';
import type { Quote } from '../ports/stores/price-store.ts';
import type { Stores, World } from '../ports/world.ts';
import { secondsAfter } from './clip-worker.ts';

export interface WantedLength {
  readonly engine: string;
  readonly model: string;
  readonly lengthSeconds: number;
}

export type LengthRefusal =
  | { readonly ok: false; readonly reason: 'engine-unknown'; readonly engine: string }
  | { readonly ok: false; readonly reason: 'length-not-offered'; readonly lengthsSeconds: readonly number[] }
  | { readonly ok: false; readonly reason: 'no-price' };

/** The lengths of a model that can be ordered now, in whole seconds; labs has shorter ones than graduation. */
export async function offeredLengths(
  stores: Stores,
  engines: EngineHouse,
  { engine, model }: Pick<WantedLength, 'engine' | 'model'>,
): Promise<readonly number[] | undefined> {
  const found = engines.get(engine)?.engine.models.find(({ id }) => id === model);
  if (found === undefined) return undefined;
  const { longestClipSeconds } = STAGES[await stores.settings.readStage()];
  return found.lengthsSeconds.filter((seconds) => seconds <= longestClipSeconds);
}

/** What a clip costs now, honoured for ten minutes whatever happens to the price. */
export async function quoteClip(
  { world, engines }: { readonly world: World; readonly engines: EngineHouse },
  personId: string,
  wanted: WantedLength,
): Promise<{ readonly ok: true; readonly quote: Quote } | LengthRefusal> {
  const lengthsSeconds = await offeredLengths(world.stores, engines, wanted);
  if (lengthsSeconds === undefined) return { ok: false, reason: 'engine-unknown', engine: wanted.engine };
  if (!lengthsSeconds.includes(wanted.lengthSeconds))
    return { ok: false, reason: 'length-not-offered', lengthsSeconds };
  const now = world.now();
  const priceCredits = await world.stores.prices.priceAt(wanted.engine, wanted.model, wanted.lengthSeconds, now);
  if (priceCredits === undefined) return { ok: false, reason: 'no-price' };
  const quote = {
    ...wanted,
    id: world.newId(),
    personId,
    priceCredits,
    expiresAt: secondsAfter(now, QUOTE_HONOURED_SECONDS),
  };
  await world.stores.prices.addQuote(quote);
  return { ok: true, quote };
}

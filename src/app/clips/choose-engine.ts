import { planAt } from '../../domain/entitlement/plans.ts';
import type { ClipMotion } from '../../domain/motion/clip-motion.ts';
import type { FinishId } from '../../domain/motion/finish.ts';
import type { EngineChoice } from '../ports/engine-choice.ts';
import type { EngineHouse } from '../ports/engine-house.ts';
import type { Person } from '../ports/stores/person-store.ts';
import type { Stores, World } from '../ports/world.ts';
import { offeredLengths } from './quote-clip.ts';

export interface ChosenEngine {
  readonly engine: string;
  readonly model: string;
}

/** What a client says of the engine; most say nothing. */
export interface NamedEngine {
  readonly engine?: string | undefined;
  readonly model?: string | undefined;
  readonly quoteId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly lengthSeconds: number;
  /** What it is to play; a row of the motion sheet when left out. */
  readonly motion?: ClipMotion | undefined;
  readonly finish?: FinishId | undefined;
}

export interface ChoosePorts {
  readonly world: World;
  readonly engines: EngineHouse;
  readonly choice: EngineChoice;
  /** What is taken when none can be chosen, so that the refusal names something. */
  readonly standardEngine: ChosenEngine;
}

/**
 * The engine of a wish: the one that is named; that of the same wish when it was sent before, and of its quote; else the first
 * of the plan's order that plays the motion, makes this length and is not away; what is not on the motion sheet is made by any engine that plays it.
 */
export async function wishedEngine(ports: ChoosePorts, person: Person, named: NamedEngine): Promise<ChosenEngine> {
  const { world, engines, choice, standardEngine } = ports;
  const { stores } = world;
  const { engine, model, quoteId, idempotencyKey, lengthSeconds, motion, finish } = named;
  if (engine !== undefined) {
    return { engine, model: model ?? engines.get(engine)?.engine.models[0]?.id ?? standardEngine.model };
  }
  const before = idempotencyKey && (await stores.clips.findByKey(person.id, idempotencyKey));
  if (before) return { engine: before.askedEngine ?? before.engine, model: before.model };
  const quote = quoteId && (await stores.prices.findQuote(quoteId, person.id, world.now()));
  if (quote) return { engine: quote.engine, model: quote.model };
  const plan = planAt(await stores.entitlements.find(person.id), world.now());
  const playing = (ids: Iterable<string>): string[] =>
    [...ids].filter((id) => canPlay(engines, id, motion) && canFinish(engines, id, finish));
  const among = playing([...choice.orderFor(plan.id), ...(isBeside(motion) ? engines.keys() : [])]);
  const chosen = await firstAble(stores, engines, among, lengthSeconds, world.now());
  return { ...standardEngine, ...chosen, ...(model !== undefined && { model }) };
}

/** What an engine has to say of itself to be asked for motions that are not on the sheet. */
const ABILITIES = { idle: 'livingAvatars', speak: 'voices' } as const;
const isBeside = (motion: ClipMotion | undefined): motion is keyof typeof ABILITIES =>
  motion === 'idle' || motion === 'speak';

/** Whether an engine plays this: all play the motion sheet. */
export const canPlay = (engines: EngineHouse, engine: string, motion: ClipMotion | undefined): boolean =>
  !isBeside(motion) || engines.get(engine)?.engine[ABILITIES[motion]] === true;

/** Whether an engine lays this finish over a motion: none shows the picture as it is, which all do. */
export const canFinish = (engines: EngineHouse, engine: string, finish: FinishId | undefined): boolean =>
  finish === undefined || finish === 'plain' || engines.get(engine)?.engine.finishes === true;

/** The first of some engines that is set up, makes this length, and is not away. */
export async function firstAble(
  stores: Stores,
  engines: EngineHouse,
  among: readonly string[],
  lengthSeconds: number,
  now: Date,
): Promise<ChosenEngine | undefined> {
  for (const engine of among) {
    const models = engines.get(engine)?.engine.models ?? [];
    if (models.length === 0 || (await stores.engines.isAway(engine, now))) continue;
    for (const { id: model } of models) {
      const lengthsSeconds = await offeredLengths(stores, engines, { engine, model });
      if (lengthsSeconds?.includes(lengthSeconds)) return { engine, model };
    }
  }
  return undefined;
}

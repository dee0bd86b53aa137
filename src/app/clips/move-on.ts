import { STATE_DEADLINE_SECONDS, statesBefore } from '../../domain/clip/clip-life.ts';
import { credits } from '../../domain/credits/credits.ts';
import { ENGINE_TROUBLE, type EngineTroubleKind } from '../../domain/engine/engine-trouble.ts';
import { planAt } from '../../domain/entitlement/plans.ts';
import { chooseMotion } from '../choose-motion.ts';
import { settleHold } from '../credits/hold-credits.ts';
import type { EngineHouse } from '../ports/engine-house.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { Stores } from '../ports/world.ts';
import { type ChosenEngine, canFinish, canPlay, firstAble } from './choose-engine.ts';
import { type ClipWorker, secondsAfter } from './clip-worker.ts';
import { tellOfClip } from './tell-of-clip.ts';

/**
 * Gives a clip that its engine cannot make to the next engine of the plan's order, never for more than was agreed: for the same
 * price, or for nothing. `false` when there is none; then it ends or waits. Belongs into the transaction of what went wrong.
 */
export async function moveOn(
  { world, engines, choice }: ClipWorker,
  stores: Stores,
  clip: Clip,
  why: EngineTroubleKind,
): Promise<boolean> {
  if (choice === undefined || !mayMoveOn(why, choice.whenFaceRefused)) return false;
  const now = world.now();
  const plan = planAt(await stores.entitlements.find(clip.ownerId), now);
  const next = await nextFor(stores, engines, clip, choice.orderFor(plan.id), now);
  if (next === undefined) return false;
  const fairTurn = await stores.engines.takeTurn(next.engine, clip.ownerId);
  const { engine, model, isFree } = next;
  const moved = await stores.clips.move(clip.id, ['queued', ...statesBefore('sent-back')], {
    ...{ state: 'queued', engine, model, fairTurn, askedEngine: clip.askedEngine ?? clip.engine },
    ...{ failedAttempts: 0, nextAt: now, progressPercent: null },
    deadlineAt: secondsAfter(now, STATE_DEADLINE_SECONDS.queued),
    ...(isFree && { priceCredits: credits(0) }),
  });
  if (moved === undefined) return false;
  const settled = isFree ? await settleHold(world, stores, clip.id, 'released') : 'nothing-held';
  await stores.jobs.send('dispatch', { engine });
  await tellOfClip(stores, moved, now, { wallet: settled === 'settled' });
  return true;
}

function mayMoveOn(why: EngineTroubleKind, whenFaceRefused: 'next' | 'ask'): boolean {
  return why === 'moderation-face' ? whenFaceRefused === 'next' : !ENGINE_TROUBLE[why].refusesTheOrder;
}

type Next = ChosenEngine & { readonly isFree: boolean };

/** Only engines that come later in the order, so that no clip goes round in circles. */
async function nextFor(
  stores: Stores,
  engines: EngineHouse,
  clip: Clip,
  order: readonly string[],
  now: Date,
): Promise<Next | undefined> {
  const place = order.indexOf(clip.engine);
  for (const engine of place < 0 ? [] : order.slice(place + 1)) {
    const able = await firstAble(stores, engines, [engine], clip.lengthSeconds, now);
    if (able === undefined || !couldMake(engines, clip, engine)) continue;
    const price = await stores.prices.priceAt(able.engine, able.model, clip.lengthSeconds, now);
    if (price === 0 || price === clip.priceCredits) return { ...able, isFree: price === 0 && clip.priceCredits > 0 };
  }
  return undefined;
}

/** What was judged for an engine that invents nothing is not judged for one that does; a text has to be one it understands. */
function couldMake(engines: EngineHouse, { engine: from, motion, customText, finish }: Clip, to: string): boolean {
  if (!canPlay(engines, to, motion) || !canFinish(engines, to, finish)) return false;
  const isGenerative = engines.get(to)?.engine.generative ?? true;
  if (isGenerative) return engines.get(from)?.engine.generative ?? false;
  return motion !== 'custom' || chooseMotion(motion, customText).ok;
}

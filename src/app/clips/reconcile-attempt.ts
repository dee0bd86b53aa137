import type { EnginePolicy } from '../ports/engine-house.ts';
import type { Attempt } from '../ports/stores/attempt-store.ts';
import type { Onward } from './advance-attempt.ts';
import { type ClipWorker, secondsAfter } from './clip-worker.ts';
import { giveUpAttempt, troubleEnds } from './end-attempt.ts';
import { endClip } from './end-clip.ts';
import { keepTicket } from './submit-attempt.ts';

/** How long an engine has to answer where an order is. */
const ANSWER_SECONDS = 30;
/** An engine that could not tell yet is asked again after this time at the latest, as long as the clip waits for the answer. */
const AGAIN_AFTER_SECONDS = 20;

/**
 * Looks for an order whose answer never came. Found: it goes on as if nothing had happened. Surely absent: another attempt
 * may be made. Nobody can tell (any more): the clip ends and its credits go back; the slot stays taken until the order surely is over,
 * and should it turn up, its owner gets the clip as a gift.
 */
export async function reconcileAttempt(worker: ClipWorker, attempt: Attempt): Promise<Onward> {
  const { world } = worker;
  const house = worker.engines.get(attempt.engine);
  const { sentAt } = attempt;
  if (house === undefined || sentAt === undefined) return 'later';
  const { engine, policy } = house;
  // the one who sent it may still be waiting for the answer
  if (world.now() < secondsAfter(sentAt, policy.doubtSeconds)) return 'later';
  worker.reached?.('before-reconcile');
  const doubt = { attemptId: attempt.id, modelId: attempt.model, seed: attempt.seed, sentAt };
  const answer = await engine.reconcile(doubt, { signal: AbortSignal.timeout(ANSWER_SECONDS * 1000) });
  worker.reached?.('reconciled');
  if (answer.kind === 'found') return keepTicket(worker, attempt, policy, answer.ticket);
  if (answer.kind === 'absent')
    return troubleEnds(worker, attempt, ['sending', 'unknown'], 'lost', { kind: 'interrupted' });
  if (answer.kind === 'not-yet' && (await askAgain(worker, attempt, policy))) return 'later';
  return nobodyKnows(worker, attempt, policy, sentAt);
}

async function askAgain({ world }: ClipWorker, attempt: Attempt, { doubtSeconds }: EnginePolicy): Promise<boolean> {
  return world.transaction(async (stores) => {
    const clip = await stores.clips.find(attempt.clipId);
    if (clip?.state !== 'submitting') return false;
    const nextAt = secondsAfter(world.now(), Math.min(AGAIN_AFTER_SECONDS, doubtSeconds));
    return (await stores.attempts.move(attempt.id, ['sending'], { nextAt })) !== undefined;
  });
}

async function nobodyKnows(
  { world }: ClipWorker,
  attempt: Attempt,
  policy: EnginePolicy,
  sentAt: Date,
): Promise<Onward> {
  await world.transaction(async (stores) => {
    const surelyOverAt = secondsAfter(sentAt, policy.watchSeconds);
    if (world.now() >= surelyOverAt) {
      await giveUpAttempt(world, stores, attempt, ['sending', 'unknown'], { state: 'lost' });
      return;
    }
    await stores.attempts.move(attempt.id, ['sending', 'unknown'], { state: 'unknown', nextAt: surelyOverAt });
    const clip = await stores.clips.find(attempt.clipId);
    if (clip?.state === 'submitting') await endClip(world, stores, clip, 'gave-up', 'outcome-unknown');
  });
  return 'later';
}

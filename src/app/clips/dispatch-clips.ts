import { STATE_DEADLINE_SECONDS } from '../../domain/clip/clip-life.ts';
import type { EnginePolicy } from '../ports/engine-house.ts';
import type { Stores } from '../ports/world.ts';
import { type ClipWorker, secondsAfter } from './clip-worker.ts';
import { endClip } from './end-clip.ts';
import { moveOn } from './move-on.ts';
import { tellOfClip } from './tell-of-clip.ts';

/** An intent that nobody has taken up after this time is taken up by the sweeper. */
const TAKEN_UP_AFTER_SECONDS = 10;

/**
 * Begins as many waiting clips of an engine as it has free slots and rate for, the fairest turn first. Any number of machines
 * may do it at the same time.
 */
export async function dispatchClips(worker: ClipWorker, engine: string): Promise<void> {
  const policy = worker.engines.get(engine)?.policy;
  // an engine that is no longer set up: its clips wait for it, or for their deadline
  if (policy === undefined) return;
  worker.reached?.('before-dispatch');
  while (!worker.signal.aborted && (await dispatchOne(worker, engine, policy))) worker.reached?.('after-dispatch');
}

function dispatchOne(worker: ClipWorker, engine: string, policy: EnginePolicy): Promise<boolean> {
  const { world, newSeed } = worker;
  return world.transaction(async (stores) => {
    const now = world.now();
    const clip = await stores.clips.nextWaiting(engine, now);
    if (clip === undefined) return false;
    if (clip.cancelAskedAt !== undefined) return endClip(world, stores, clip, 'cancelled', 'cancelled-by-owner');
    // nobody waits for an engine that is away while another could make the clip
    if ((await stores.engines.isAway(engine, now)) && (await moveOn(worker, stores, clip, 'operator'))) return true;
    const attemptId = world.newId();
    if (!(await mayBegin(stores, engine, policy, attemptId, now))) return false;
    const number = clip.attemptCount + 1;
    const attempt = { id: attemptId, clipId: clip.id, number, engine, model: clip.model, seed: newSeed() };
    await stores.attempts.add(attempt, now, secondsAfter(now, TAKEN_UP_AFTER_SECONDS));
    await stores.engines.servedTurn(engine, clip.fairTurn);
    const begun = await stores.clips.move(clip.id, ['queued'], {
      state: 'submitting',
      attemptCount: number,
      nextAt: now,
      deadlineAt: secondsAfter(now, STATE_DEADLINE_SECONDS.submitting),
      startedAt: clip.startedAt ?? now,
    });
    await stores.jobs.send('advance', { attemptId });
    if (begun !== undefined) await tellOfClip(stores, begun, now);
    return true;
  });
}

/** Takes a slot and a rate token, both or none. Without a token somebody comes back when there is one. */
async function mayBegin(
  stores: Stores,
  engine: string,
  policy: EnginePolicy,
  attemptId: string,
  now: Date,
): Promise<boolean> {
  if (!(await stores.engines.takeSlot(engine, attemptId))) return false;
  const comeBackAt = await stores.engines.takeRate(engine, policy, now);
  if (comeBackAt === undefined) return true;
  await stores.engines.freeSlot(attemptId);
  const afterSeconds = Math.max(1, Math.ceil((comeBackAt.getTime() - now.getTime()) / 1000));
  await stores.jobs.send('dispatch', { engine }, { afterSeconds });
  return false;
}

import { nextState, STATE_DEADLINE_SECONDS } from '../../domain/clip/clip-life.ts';
import type { EnginePolicy } from '../ports/engine-house.ts';
import type { Attempt } from '../ports/stores/attempt-store.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { EngineCheck, VideoEngine } from '../ports/video-engine.ts';
import type { Onward } from './advance-attempt.ts';
import { type ClipWorker, secondsAfter } from './clip-worker.ts';
import { giveUpAttempt, troubleEnds } from './end-attempt.ts';
import { endClip } from './end-clip.ts';
import { LATE_SECONDS } from './submit-attempt.ts';
import { tellOfClip } from './tell-of-clip.ts';

/** How long an engine has to answer how far an order is. */
const ANSWER_SECONDS = 30;
/** A file that is not kept after this time is fetched again by somebody else. */
const STORING_SECONDS = 180;

/** Asks an engine how far an order is, and carries what it says into the clip. */
export async function checkAttempt(worker: ClipWorker, attempt: Attempt): Promise<Onward> {
  const { world } = worker;
  const [clip, house] = [await world.stores.clips.find(attempt.clipId), worker.engines.get(attempt.engine)];
  if (clip === undefined || house === undefined || attempt.ticket === undefined) return 'later';
  if (await wasCancelled(worker, attempt, clip, house.engine)) return 'later';
  worker.reached?.('before-check');
  const check = await askEngine(worker, attempt, house.engine);
  worker.reached?.('checked');
  if (check?.kind === 'finished') return engineFinished(worker, attempt, clip, check);
  if (check?.kind === 'failed') return troubleEnds(worker, attempt, ['working'], 'failed', check.trouble);
  return waitOn(worker, attempt, clip, house.policy, check?.progressPercent);
}

/** Stops the engine for a person who cancelled, or for a clip that was given up, once; some engines cannot be stopped. */
async function wasCancelled(worker: ClipWorker, attempt: Attempt, clip: Clip, engine: VideoEngine): Promise<boolean> {
  const { world } = worker;
  const isUnwanted = clip.cancelAskedAt !== undefined || clip.state !== 'rendering';
  if (!isUnwanted || attempt.cancelTriedAt !== undefined || attempt.ticket === undefined) return false;
  await world.stores.attempts.move(attempt.id, ['working'], { cancelTriedAt: world.now() });
  const outcome = await engine.cancel(attempt.ticket, { signal: AbortSignal.timeout(ANSWER_SECONDS * 1000) });
  if (outcome !== 'cancelled') return false;
  await world.transaction(async (stores) => {
    if (!(await giveUpAttempt(world, stores, attempt, ['working'], { state: 'cancelled' }))) return;
    const now = await stores.clips.find(clip.id);
    if (now?.state === 'rendering') await endClip(world, stores, now, 'cancelled', 'cancelled-by-owner');
  });
  return true;
}

/** `undefined` when the engine could not be asked: it is asked again later. */
export async function askEngine(
  worker: Pick<ClipWorker, 'onBroken'>,
  { ticket }: Attempt,
  engine: VideoEngine,
): Promise<EngineCheck | undefined> {
  try {
    return await engine.check(ticket ?? {}, { signal: AbortSignal.timeout(ANSWER_SECONDS * 1000) });
  } catch (error) {
    worker.onBroken(error);
    return undefined;
  }
}

async function engineFinished(
  worker: ClipWorker,
  attempt: Attempt,
  clip: Clip,
  { result, costMicroDollars }: Extract<EngineCheck, { kind: 'finished' }>,
): Promise<Onward> {
  const { world } = worker;
  const done = await world.transaction(async (stores) => {
    const now = world.now();
    const change = { state: 'finished', result, costMicroDollars, nextAt: secondsAfter(now, STORING_SECONDS) } as const;
    if (!(await giveUpAttempt(world, stores, attempt, ['working'], change))) return false;
    const event = clip.state === 'failed' ? 'came-late' : 'engine-finished';
    const state = nextState(clip.state, event);
    if (state === undefined) return false;
    const deadlineAt = secondsAfter(now, STATE_DEADLINE_SECONDS.storing);
    const storing = await stores.clips.move(clip.id, [clip.state], {
      state,
      deadlineAt,
      endedAt: null,
      endReason: null,
    });
    if (storing !== undefined) await tellOfClip(stores, storing, now);
    return true;
  });
  worker.reached?.('engine-finished');
  return done ? 'go-on' : 'later';
}

async function waitOn(
  { world }: ClipWorker,
  attempt: Attempt,
  clip: Clip,
  { pollSeconds, watchSeconds }: EnginePolicy,
  progressPercent: number | undefined,
): Promise<Onward> {
  await world.transaction(async (stores) => {
    const now = world.now();
    if (now >= secondsAfter(attempt.sentAt ?? attempt.createdAt, watchSeconds)) {
      await giveUpAttempt(world, stores, attempt, ['working'], { state: 'lost' });
      return;
    }
    // a clip that was given up is asked for less often
    const afterSeconds = Math.max(1, clip.state === 'rendering' ? pollSeconds : pollSeconds * 10);
    const nextAt = secondsAfter(now, afterSeconds + LATE_SECONDS);
    // who was woken before the time is followed by the one who comes at it: questions do not multiply
    if (isDue(attempt, now)) {
      if ((await stores.attempts.move(attempt.id, ['working'], { nextAt })) === undefined) return;
      await stores.jobs.send('advance', { attemptId: attempt.id }, { afterSeconds });
    }
    if (progressPercent === undefined || progressPercent === clip.progressPercent) return;
    const moved = await stores.clips.move(clip.id, ['rendering'], { progressPercent: Math.floor(progressPercent) });
    if (moved !== undefined) await tellOfClip(stores, moved, now);
  });
  return 'later';
}

const isDue = ({ nextAt }: Attempt, now: Date): boolean =>
  nextAt === undefined || now >= secondsAfter(nextAt, -LATE_SECONDS);

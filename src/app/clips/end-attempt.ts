import {
  AWAY_WAIT_SECONDS,
  backoffSeconds,
  MOST_ATTEMPTS,
  STATE_DEADLINE_SECONDS,
  statesBefore,
} from '../../domain/clip/clip-life.ts';
import type { ClipEndReason } from '../../domain/clip/end-reason.ts';
import { CIRCUIT_OPENS_AT, tripOf } from '../../domain/engine/circuit-breaker.ts';
import { ENGINE_TROUBLE, type EngineTroubleKind } from '../../domain/engine/engine-trouble.ts';
import type { Attempt, AttemptChange, AttemptState } from '../ports/stores/attempt-store.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { EngineStart, EngineTrouble } from '../ports/video-engine.ts';
import type { Stores, World } from '../ports/world.ts';
import type { Onward } from './advance-attempt.ts';
import { type ClipWorker, secondsAfter } from './clip-worker.ts';
import { endClip } from './end-clip.ts';
import { moveOn } from './move-on.ts';
import { tellOfClip } from './tell-of-clip.ts';

/** An attempt is over and surely does not live: its slot is free, and somebody looks who is next. */
export async function giveUpAttempt(
  world: Pick<World, 'now'>,
  stores: Stores,
  attempt: Pick<Attempt, 'id' | 'engine'>,
  from: readonly AttemptState[],
  change: AttemptChange,
): Promise<boolean> {
  const ended = await stores.attempts.move(attempt.id, from, { nextAt: null, endedAt: world.now(), ...change });
  if (ended === undefined) return false;
  await stores.engines.freeSlot(attempt.id);
  await stores.jobs.send('dispatch', { engine: attempt.engine });
  return true;
}

/** Why the clip ends when no further attempt is made. */
const END_REASON: Readonly<Record<EngineTroubleKind, ClipEndReason>> = {
  'moderation-text': 'text-refused',
  'moderation-image': 'picture-refused',
  'moderation-face': 'face-refused',
  'moderation-output': 'result-refused',
  overloaded: 'engine-overloaded',
  operator: 'engine-unavailable',
  configuration: 'engine-unavailable',
  gone: 'engine-broken',
  interrupted: 'engine-broken',
  broken: 'engine-broken',
};

/** The engine said a definite no: the attempt is over, and the clip waits for another one or ends. */
export async function troubleEnds(
  worker: ClipWorker,
  attempt: Attempt,
  from: readonly AttemptState[],
  state: 'rejected' | 'failed' | 'lost',
  trouble: EngineTrouble,
): Promise<Onward> {
  const { world } = worker;
  await world.transaction(async (stores) => {
    const { kind, vendorCode, vendorMessage } = trouble;
    if (!(await giveUpAttempt(world, stores, attempt, from, { state, trouble: kind, vendorCode, vendorMessage })))
      return;
    await noteTrouble(world, stores, attempt.engine, kind);
    const clip = await stores.clips.find(attempt.clipId);
    if (clip === undefined) return;
    if (ENGINE_TROUBLE[kind].refusesTheOrder) await worker.recordRefusal?.(stores, clip, trouble);
    await tryAgainOrEnd(worker, stores, clip, trouble);
  });
  if (OPERATOR_MENDS.has(trouble.kind)) worker.onBroken(troubleInWords(attempt, trouble));
  worker.reached?.('clip-ended');
  return 'later';
}

/** Nothing that people can change: whoever runs the service hears of it at once. */
const OPERATOR_MENDS: ReadonlySet<EngineTroubleKind> = new Set(['operator', 'configuration']);

function troubleInWords({ engine }: Attempt, { kind, vendorCode = '', vendorMessage = '' }: EngineTrouble): Error {
  return new Error(`The engine '${engine}' takes no order (${kind}): ${vendorCode} ${vendorMessage}`.trim());
}

/**
 * Some troubles are the engine's account's: it gets no orders for a while, and everybody is told by the row. `true` when it is
 * away from now on.
 */
async function noteTrouble(
  world: World,
  stores: Stores,
  engine: string,
  kind: EngineTroubleKind,
  askedSeconds = 0,
): Promise<boolean> {
  const trip = tripOf(kind, await stores.engines.troubles(engine), askedSeconds);
  if (trip === undefined) return false;
  await stores.engines.noteTroubles(engine, trip.troubles, secondsAfter(world.now(), trip.pauseSeconds));
  return trip.troubles >= CIRCUIT_OPENS_AT;
}

/** Another attempt when it may help and was not tried too often; else another engine; else the end, with the reason. */
export async function tryAgainOrEnd(
  worker: ClipWorker,
  stores: Stores,
  clip: Clip,
  trouble: Pick<EngineTrouble, 'kind' | 'isSevere'>,
): Promise<void> {
  const { world } = worker;
  const { kind } = trouble;
  if (clip.cancelAskedAt !== undefined) {
    await endClip(world, stores, clip, 'cancelled', 'cancelled-by-owner');
    return;
  }
  const failedAttempts = clip.failedAttempts + (ENGINE_TROUBLE[kind].countsAsAttempt === false ? 0 : 1);
  if (mayTryAgain(clip, trouble, failedAttempts)) {
    await sendBack(world, stores, clip.id, { failedAttempts, afterSeconds: backoffSeconds(failedAttempts) });
    return;
  }
  if (await moveOn(worker, stores, clip, kind)) return;
  await endClip(world, stores, clip, ENGINE_TROUBLE[kind].refusesTheOrder ? 'refused' : 'gave-up', END_REASON[kind]);
}

function mayTryAgain(
  clip: Clip,
  { kind, isSevere }: Pick<EngineTrouble, 'kind' | 'isSevere'>,
  failedAttempts: number,
): boolean {
  if (isSevere) return false;
  // what came out of a custom text is what the text asked for; a preset meant no harm, and another seed may do none
  if (kind === 'moderation-output') return clip.motion !== 'custom' && failedAttempts === 1;
  return ENGINE_TROUBLE[kind].retryable && failedAttempts < MOST_ATTEMPTS;
}

/** Puts a clip back into the queue. Its turn stays: who had bad luck does not wait behind everybody once more. */
async function sendBack(
  world: World,
  stores: Stores,
  clipId: string,
  { failedAttempts, afterSeconds }: { readonly failedAttempts: number; readonly afterSeconds: number },
): Promise<void> {
  const now = world.now();
  const clip = await stores.clips.move(clipId, statesBefore('sent-back'), {
    state: 'queued',
    failedAttempts,
    nextAt: secondsAfter(now, afterSeconds),
    deadlineAt: secondsAfter(now, STATE_DEADLINE_SECONDS.queued),
    progressPercent: null,
  });
  if (clip === undefined) return;
  await stores.jobs.send('dispatch', { engine: clip.engine }, { afterSeconds });
  await tellOfClip(stores, clip, now);
}

/**
 * The engine is too busy and has surely not begun. That is no failed attempt; nobody sends it anything for a while. Who has waited
 * long enough for an engine that is away hears so.
 */
export async function sendBackForLoad(
  worker: ClipWorker,
  attempt: Attempt,
  { afterSeconds, trouble }: Extract<EngineStart, { kind: 'retry-later' }>,
): Promise<Onward> {
  const { world } = worker;
  let isAway = false;
  await world.transaction(async (stores) => {
    const { kind, vendorCode, vendorMessage } = trouble;
    const change = { state: 'rejected', trouble: kind, vendorCode, vendorMessage } as const;
    if (!(await giveUpAttempt(world, stores, attempt, ['sending'], change))) return;
    isAway = await noteTrouble(world, stores, attempt.engine, kind, afterSeconds);
    const clip = await stores.clips.find(attempt.clipId);
    if (clip === undefined) return;
    const hasWaited = world.now() >= secondsAfter(clip.createdAt, AWAY_WAIT_SECONDS);
    if (!isAway || !hasWaited) {
      await sendBack(world, stores, clip.id, { failedAttempts: clip.failedAttempts, afterSeconds });
      return;
    }
    if (!(await moveOn(worker, stores, clip, kind))) await endClip(world, stores, clip, 'gave-up', END_REASON[kind]);
  });
  if (isAway) worker.onBroken(troubleInWords(attempt, trouble));
  return 'later';
}

import { STATE_DEADLINE_SECONDS } from '../../domain/clip/clip-life.ts';
import type { EnginePolicy } from '../ports/engine-house.ts';
import type { Attempt } from '../ports/stores/attempt-store.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { EngineOrder, EngineStart, SpokenVoice, VideoEngine } from '../ports/video-engine.ts';
import type { Onward } from './advance-attempt.ts';
import { type ClipWorker, secondsAfter } from './clip-worker.ts';
import { giveUpAttempt, sendBackForLoad, troubleEnds } from './end-attempt.ts';
import { endClip } from './end-clip.ts';
import { tellOfClip } from './tell-of-clip.ts';

/**
 * Sends an order to its engine. That it will be sent is committed first: whoever dies after that leaves an order in doubt,
 * which is looked for and never simply sent again.
 */
export async function submitAttempt(worker: ClipWorker, attempt: Attempt): Promise<Onward> {
  const { world } = worker;
  const [clip, house] = [await world.stores.clips.find(attempt.clipId), worker.engines.get(attempt.engine)];
  if (clip === undefined || house === undefined) return 'later';
  if (clip.state !== 'submitting' || clip.cancelAskedAt !== undefined) return withdraw(worker, attempt, clip);
  const order = await orderOf(worker, attempt, clip);
  if (typeof order === 'string') return withdraw(worker, attempt, clip, order);
  worker.reached?.('before-sending');
  if (!(await commitIntent(worker, attempt, house.policy))) return 'later';
  worker.reached?.('after-sending');
  const start = await callEngine(worker, house, order);
  worker.reached?.('engine-called');
  return keepAnswer(worker, attempt, house.policy, start);
}

/** What an order is made of may be gone by the time it is sent. */
type Missing = 'picture-deleted' | 'voice-deleted';

async function orderOf(worker: ClipWorker, attempt: Attempt, clip: Clip): Promise<EngineOrder | Missing> {
  const picture = await worker.world.stores.pictures.find(clip.pictureId);
  if (picture === undefined || picture.deletedAt !== undefined) return 'picture-deleted';
  const voice = clip.voiceId === undefined ? undefined : await voiceOf(worker, clip.voiceId, clip.hasSound === true);
  if (voice === 'voice-deleted') return voice;
  const { widthPixels, heightPixels, contentType, facePoints } = picture;
  const framed = clip.frame === 'as-is' ? undefined : await worker.framePicture?.(picture, clip.frame);
  return {
    attemptId: attempt.id,
    modelId: attempt.model,
    picture: framed ?? { widthPixels, heightPixels, contentType, facePoints, bytes: () => worker.readPicture(picture) },
    motion: { id: clip.motion, customText: clip.customText, emotion: clip.emotion, voice },
    lengthSeconds: clip.lengthSeconds,
    strength: clip.strength,
    finish: clip.finish,
    seed: attempt.seed,
    userToken: worker.userToken(clip.ownerId),
    ...(worker.callbackUrl && { callbackUrl: worker.callbackUrl(attempt.engine, attempt.id) }),
  };
}

async function voiceOf(
  { world, readVoice }: ClipWorker,
  id: string,
  isHeard: boolean,
): Promise<SpokenVoice | 'voice-deleted'> {
  const voice = await world.stores.voices.find(id);
  if (voice === undefined || voice.deletedAt !== undefined || readVoice === undefined) return 'voice-deleted';
  return { isHeard, bytes: () => readVoice(voice) };
}

async function commitIntent({ world }: ClipWorker, attempt: Attempt, policy: EnginePolicy): Promise<boolean> {
  const now = world.now();
  const change = { state: 'sending', sentAt: now, nextAt: secondsAfter(now, policy.doubtSeconds) } as const;
  return (await world.stores.attempts.move(attempt.id, ['intent'], change)) !== undefined;
}

async function callEngine(
  worker: ClipWorker,
  { engine, policy }: { readonly engine: VideoEngine; readonly policy: EnginePolicy },
  order: EngineOrder,
): Promise<EngineStart> {
  try {
    return await engine.start(order, { signal: AbortSignal.timeout(policy.startTimeoutSeconds * 1000) });
  } catch (error) {
    worker.onBroken(error);
    return { kind: 'in-doubt', because: String(error) };
  }
}

async function keepAnswer(
  worker: ClipWorker,
  attempt: Attempt,
  policy: EnginePolicy,
  start: EngineStart,
): Promise<Onward> {
  if (start.kind === 'started') return keepTicket(worker, attempt, policy, start.ticket);
  if (start.kind === 'refused') return troubleEnds(worker, attempt, ['sending'], 'rejected', start.trouble);
  if (start.kind === 'retry-later') return sendBackForLoad(worker, attempt, start);
  // in doubt: the attempt stays as it is until it is looked for
  return 'later';
}

/** Keeps what the engine answered, so that any machine can ask again. Also used for an order that was found again. */
export async function keepTicket(
  { world, reached }: Pick<ClipWorker, 'world' | 'reached'>,
  attempt: Attempt,
  { pollSeconds }: EnginePolicy,
  ticket: Extract<EngineStart, { kind: 'started' }>['ticket'],
): Promise<Onward> {
  const kept = await world.transaction(async (stores) => {
    const now = world.now();
    const nextAt = secondsAfter(now, pollSeconds + LATE_SECONDS);
    const working = await stores.attempts.move(attempt.id, ['sending', 'unknown'], {
      state: 'working',
      ticket,
      nextAt,
    });
    if (working === undefined) return false;
    // those who waited for one order to find out
    if (await stores.engines.recover(attempt.engine)) await stores.jobs.send('dispatch', { engine: attempt.engine });
    const deadlineAt = secondsAfter(now, STATE_DEADLINE_SECONDS.rendering);
    const clip = await stores.clips.move(attempt.clipId, ['submitting'], { state: 'rendering', deadlineAt });
    if (pollSeconds > 0) await stores.jobs.send('advance', { attemptId: attempt.id }, { afterSeconds: pollSeconds });
    if (clip !== undefined) await tellOfClip(stores, clip, now);
    return true;
  });
  reached?.('ticket-kept');
  return kept && pollSeconds === 0 ? 'go-on' : 'later';
}

/** A job that is so late is not coming any more: the sweeper sends another. */
export const LATE_SECONDS = 10;

/** The order was never sent, and will not be. */
async function withdraw(
  { world }: ClipWorker,
  attempt: Attempt,
  clip: Clip,
  reason: 'cancelled-by-owner' | Missing = 'cancelled-by-owner',
): Promise<Onward> {
  await world.transaction(async (stores) => {
    if (!(await giveUpAttempt(world, stores, attempt, ['intent'], { state: 'cancelled' }))) return;
    if (clip.state !== 'submitting') return;
    await endClip(world, stores, clip, reason === 'cancelled-by-owner' ? 'cancelled' : 'gave-up', reason);
  });
  return 'later';
}

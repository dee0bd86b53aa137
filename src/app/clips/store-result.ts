import type { KeptAt, KeptResult } from '../ports/result-store.ts';
import type { Attempt } from '../ports/stores/attempt-store.ts';
import type { EngineResult } from '../ports/video-engine.ts';
import type { Stores } from '../ports/world.ts';
import type { Onward } from './advance-attempt.ts';
import { askEngine } from './check-attempt.ts';
import { type ClipWorker, secondsAfter } from './clip-worker.ts';
import { tryAgainOrEnd } from './end-attempt.ts';
import { endClip, finishClip } from './end-clip.ts';

/**
 * A file that could not be fetched is tried again after as long as it has been waited for already, within these bounds, until
 * the clip's deadline: vendors say that a clip is finished some seconds before they give it out.
 */
const SOONEST_AGAIN_SECONDS = 5;
const LATEST_AGAIN_SECONDS = 40;
/** Fetching, inspecting, looking at the frames and keeping a clip takes less. */
const KEEPING_SECONDS = 170;
/** What was kept and is shown by no clip after so long is removed: whoever kept it died, or was too late. */
const UNCLAIMED_SECONDS = 3600;

/** Keeps the file an engine made and finishes the clip. */
export async function storeResult(worker: ClipWorker, attempt: Attempt): Promise<Onward> {
  const { world } = worker;
  const clip = await world.stores.clips.find(attempt.clipId);
  if (clip?.state !== 'storing' || attempt.result === undefined) {
    await world.stores.attempts.move(attempt.id, ['finished'], { nextAt: null });
    return 'later';
  }
  worker.reached?.('before-storing');
  const place = `clips/${clip.id}/${world.newId()}`;
  const at = { clipKey: `${place}/clip.mp4`, posterKey: `${place}/poster.jpg` };
  const unclaimedFrom = secondsAfter(world.now(), UNCLAIMED_SECONDS);
  await world.stores.retention.doomFiles([at.clipKey, at.posterKey], unclaimedFrom);
  const kept = await keep(worker, attempt, at);
  const result = kept === undefined ? await newAddress(worker, attempt) : undefined;
  worker.reached?.('file-kept');
  const character = await world.stores.characters.find(clip.characterId);
  await world.transaction(async (stores) => {
    if (kept === undefined) {
      const afterSeconds = againAfterSeconds(attempt, world.now());
      const nextAt = secondsAfter(world.now(), afterSeconds);
      await stores.attempts.move(attempt.id, ['finished'], { nextAt, ...(result && { result }) });
      await stores.jobs.send('advance', { attemptId: attempt.id }, { afterSeconds });
      return;
    }
    await stores.attempts.move(attempt.id, ['finished'], { nextAt: null });
    const isShown =
      kept.ok && (await finishClip(worker, stores, clip.id, kept.file, character?.name ?? 'your character'));
    if (!kept.ok && kept.reason === 'not-safe') await endClip(world, stores, clip, 'refused', 'result-refused');
    if (!kept.ok && kept.reason === 'not-usable') await tryAgainOrEnd(worker, stores, clip, { kind: 'broken' });
    if (isShown || !kept.ok) await settleFiles(stores, attempt, kept, world.now());
  });
  worker.reached?.('clip-ended');
  return 'later';
}

/** The files that the clip shows stay; what our own engine made besides goes. */
async function settleFiles({ retention }: Stores, { result }: Attempt, kept: KeptResult, now: Date): Promise<void> {
  const shown = kept.ok ? [kept.file.clipKey, kept.file.posterKey] : [];
  const made = result?.kind === 'stored' ? [result.file.clipKey, result.file.posterKey] : [];
  const unneeded = made.filter((key) => !shown.includes(key));
  await retention.strikeDoomed(shown);
  await retention.doomFiles(unneeded, now);
}

/** Where it could not be fetched it may be elsewhere by now, or the operator allows another host. */
async function newAddress(worker: ClipWorker, attempt: Attempt): Promise<EngineResult | undefined> {
  const house = worker.engines.get(attempt.engine);
  const check = house && (await askEngine(worker, attempt, house.engine));
  return check?.kind === 'finished' ? check.result : undefined;
}

function againAfterSeconds({ endedAt = new Date(0) }: Attempt, now: Date): number {
  const waitedSeconds = Math.round((now.getTime() - endedAt.getTime()) / 1000);
  return Math.min(LATEST_AGAIN_SECONDS, Math.max(SOONEST_AGAIN_SECONDS, waitedSeconds));
}

async function keep(worker: ClipWorker, attempt: Attempt, at: KeptAt): Promise<KeptResult | undefined> {
  if (attempt.result === undefined) return undefined;
  try {
    const signal = AbortSignal.any([worker.signal, AbortSignal.timeout(KEEPING_SECONDS * 1000)]);
    return await worker.results.keep(attempt.clipId, attempt.result, { ...at, signal });
  } catch (error) {
    worker.onBroken(error);
    return undefined;
  }
}

import { STATE_DEADLINE_SECONDS } from '../../domain/clip/clip-life.ts';
import type { Stores, World } from '../ports/world.ts';
import { secondsAfter } from './clip-worker.ts';
import { tellOfClip } from './tell-of-clip.ts';

/**
 * Puts a failed clip into the queue once more, for an operator who mended what was broken. Its credits went back when it
 * failed, so it is a gift. `false` when it is not failed, or an attempt at it may still live. Belongs into a transaction.
 */
export async function tryAgain({ now }: Pick<World, 'now'>, stores: Stores, clipId: string): Promise<boolean> {
  const latest = await stores.attempts.latestOf(clipId);
  if (latest !== undefined && MAY_LIVE.has(latest.state)) return false;
  const at = now();
  const clip = await stores.clips.move(clipId, ['failed'], {
    ...{ state: 'queued', endedAt: null, endReason: null, failedAttempts: 0, nextAt: at },
    deadlineAt: secondsAfter(at, STATE_DEADLINE_SECONDS.queued),
  });
  if (clip === undefined) return false;
  await stores.jobs.send('dispatch', { engine: clip.engine });
  await tellOfClip(stores, clip, at);
  return true;
}

const MAY_LIVE = new Set(['intent', 'sending', 'working', 'unknown']);

import { STATE_DEADLINE_SECONDS } from '../../domain/clip/clip-life.ts';
import type { World } from '../ports/world.ts';
import { secondsAfter } from './clip-worker.ts';
import { tellOfClip } from './tell-of-clip.ts';

/**
 * Puts a failed clip into the queue once more, for an operator who mended what was broken. Its credits went back when it
 * failed, so it is a gift. `false` when it is not failed, or an attempt at it may still live.
 */
export async function tryAgain(world: World, clipId: string): Promise<boolean> {
  return world.transaction(async (stores) => {
    const latest = await stores.attempts.latestOf(clipId);
    if (latest !== undefined && MAY_LIVE.has(latest.state)) return false;
    const now = world.now();
    const clip = await stores.clips.move(clipId, ['failed'], {
      ...{ state: 'queued', endedAt: null, endReason: null, failedAttempts: 0, nextAt: now },
      deadlineAt: secondsAfter(now, STATE_DEADLINE_SECONDS.queued),
    });
    if (clip === undefined) return false;
    await stores.jobs.send('dispatch', { engine: clip.engine });
    await tellOfClip(stores, clip, now);
    return true;
  });
}

const MAY_LIVE = new Set(['intent', 'sending', 'working', 'unknown']);

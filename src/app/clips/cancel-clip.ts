import type { Owned } from '../permissions.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { World } from '../ports/world.ts';
import { endClip } from './end-clip.ts';

/**
 * `cancelled`: at once, the credits are back. `asked`: the engine is asked to stop; if it cannot, the clip arrives and is paid.
 * `too-late`: it is being kept already, or has ended.
 */
export type CancelOutcome = 'cancelled' | 'asked' | 'too-late';

/** Cancels a clip: always and free while it waits, if the engine can while it is being made. */
export async function cancelClip(world: World, { id }: Owned<Clip>): Promise<CancelOutcome> {
  return world.transaction(async (stores) => {
    const clip = await stores.clips.find(id);
    if (clip === undefined) return 'too-late';
    if (await endQueued(clip)) return 'cancelled';
    if (clip.state !== 'submitting' && clip.state !== 'rendering' && clip.state !== 'queued') {
      return clip.state === 'cancelled' ? 'cancelled' : 'too-late';
    }
    await stores.clips.askToCancel(id, world.now());
    const attempt = await stores.attempts.latestOf(id);
    if (attempt !== undefined) await stores.jobs.send('advance', { attemptId: attempt.id });
    return 'asked';

    async function endQueued(waiting: Clip): Promise<boolean> {
      return waiting.state === 'queued' && endClip(world, stores, waiting, 'cancelled', 'cancelled-by-owner');
    }
  });
}

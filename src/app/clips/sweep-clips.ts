import { AWAY_WAIT_SECONDS, type ClipState, STATE_DEADLINE_SECONDS } from '../../domain/clip/clip-life.ts';
import type { ClipEndReason } from '../../domain/clip/end-reason.ts';
import type { World } from '../ports/world.ts';
import { secondsAfter } from './clip-worker.ts';
import { endClip } from './end-clip.ts';
import { LATE_SECONDS } from './submit-attempt.ts';

/** Rows per sweep: whatever is left is swept a few seconds later. */
const AT_A_TIME = 200;

/** Why a clip is given up when a state lasted too long. */
const LATE_REASON: Partial<Record<ClipState, ClipEndReason>> = {
  queued: 'waited-too-long',
  submitting: 'outcome-unknown',
  rendering: 'timed-out',
  storing: 'file-not-usable',
};

/**
 * Finds what got stuck and sends it on: waiting clips that nobody dispatched, attempts that nobody looked at when they were due
 * (whatever became of their jobs), and clips whose state lasted too long. Every machine does this every few seconds; it is
 * harmless twice, since jobs may run twice and ends are compare-and-set.
 */
export async function sweepClips(world: World): Promise<void> {
  const now = world.now();
  for (const engine of await world.stores.clips.enginesWaiting(now))
    await world.stores.jobs.send('dispatch', { engine });
  await world.transaction(async (stores) => {
    const due = await stores.attempts.takeDue(now, secondsAfter(now, LATE_SECONDS), AT_A_TIME);
    for (const attemptId of due) await stores.jobs.send('advance', { attemptId });
  });
  await endWaitingForAway(world, now);
  for (const clip of await world.stores.clips.findLate(now, AT_A_TIME)) {
    await world.transaction(async (stores) => {
      const reason = LATE_REASON[clip.state];
      if (reason === undefined || !(await endClip(world, stores, clip, 'gave-up', reason))) return;
      // the engine may still be at it: whoever looks now stops it, if it can be stopped
      const attempt = await stores.attempts.latestOf(clip.id);
      if (attempt !== undefined) await stores.jobs.send('advance', { attemptId: attempt.id });
    });
  }
}

/** Nobody waits for long for an engine that takes no orders; whom another engine could serve was given on when it was dispatched. */
async function endWaitingForAway(world: World, now: Date): Promise<void> {
  const deadline = secondsAfter(now, STATE_DEADLINE_SECONDS.queued - AWAY_WAIT_SECONDS);
  for (const clip of await world.stores.clips.findWaitingForAway(now, deadline, AT_A_TIME))
    await world.transaction((stores) => endClip(world, stores, clip, 'gave-up', 'engine-unavailable'));
}

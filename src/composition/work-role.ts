import { advanceAttempt } from '../app/clips/advance-attempt.ts';
import { dispatchClips } from '../app/clips/dispatch-clips.ts';
import { sweepClips } from '../app/clips/sweep-clips.ts';
import { expireCredits } from '../app/credits/expire-credits.ts';
import { pushNotices } from '../app/push/push-notices.ts';
import { forgetOld } from '../app/retention/forget-old.ts';
import { repeat } from '../ops/repeat.ts';
import type { Service } from './open-service.ts';

export interface RunningWork {
  /** Takes no new job and lets running ones end, for `graceSeconds` at the most; what is left is taken up by others. */
  stop(graceSeconds: number): Promise<void>;
}

/** What every machine that works does again and again, in seconds after it was done last. */
const SWEEP_SECONDS = 4;
/** How late a browser without an open window may be told. */
const PUSH_SECONDS = 2;
const HOURLY_SECONDS = 3600;
const DAILY_SECONDS = 24 * 3600;

/** Begins to carry clips. */
export async function startWork({ worker, queue, log, tidyUp, parts }: Service): Promise<RunningWork> {
  const { world } = worker;
  const { billing, push } = parts;
  await queue.work({
    dispatch: ({ engine }) => dispatchClips(worker, engine),
    advance: ({ attemptId }) => advanceAttempt(worker, attemptId),
  });
  const repetitions = [
    repeat(SWEEP_SECONDS, () => sweepClips(world), log.broken),
    repeat(HOURLY_SECONDS, () => expireCredits(world), log.broken),
    repeat(HOURLY_SECONDS, () => forgetOld(world, parts.storage), log.broken),
    repeat(HOURLY_SECONDS, tidyUp, log.broken),
    ...(push ? [repeat(PUSH_SECONDS, () => pushNotices({ world, push }), log.broken)] : []),
    ...(billing ? [repeat(DAILY_SECONDS, () => billing.reconcile(), log.broken)] : []),
  ];
  return {
    stop: async (graceSeconds) => {
      await Promise.all(repetitions.map((repetition) => repetition.stop()));
      await queue.stop(graceSeconds);
    },
  };
}

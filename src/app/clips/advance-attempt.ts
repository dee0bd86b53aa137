import type { Attempt, AttemptState } from '../ports/stores/attempt-store.ts';
import { checkAttempt } from './check-attempt.ts';
import type { ClipWorker } from './clip-worker.ts';
import { reconcileAttempt } from './reconcile-attempt.ts';
import { storeResult } from './store-result.ts';
import { submitAttempt } from './submit-attempt.ts';

/** Whether the attempt can be taken further at once, or somebody comes back later. */
export type Onward = 'go-on' | 'later';

type Step = (worker: ClipWorker, attempt: Attempt) => Promise<Onward>;

/** What is done with an attempt in each state that is not over. */
const STEPS: Partial<Record<AttemptState, Step>> = {
  intent: submitAttempt,
  sending: reconcileAttempt,
  working: checkAttempt,
  finished: storeResult,
  // nobody knows whether it lives: its slot is given to others when it surely does not
  unknown: reconcileAttempt,
};

/**
 * Takes an attempt as far as it goes now. May run twice, also at the same time: each change is a compare-and-set, and only the
 * one who committed the intent calls the engine.
 */
export async function advanceAttempt(worker: ClipWorker, attemptId: string): Promise<void> {
  while (!worker.signal.aborted) {
    const attempt = await worker.world.stores.attempts.find(attemptId);
    const step = attempt && STEPS[attempt.state];
    if (attempt === undefined || step === undefined || (await step(worker, attempt)) === 'later') return;
  }
}

import { advanceAttempt } from '../../dist/app/clips/advance-attempt.js';
import { dispatchClips } from '../../dist/app/clips/dispatch-clips.js';
import { sweepClips } from '../../dist/app/clips/sweep-clips.js';
import { repeat } from '../../dist/ops/repeat.js';
import { workerOf } from '../../test/chaos/open-world.mjs';

/** An engine that is ready as soon as it is asked: what is left is what the service itself takes. */
export function instantEngines() {
  const engine = {
    ...{ id: 'vendor', title: 'Instant', generative: true, close: async () => {}, cancel: async () => 'too-late' },
    models: [{ id: 'one', lengthsSeconds: [3, 4, 5], quality: 'generated' }],
    start: async ({ attemptId }) => ({ kind: 'started', ticket: { attemptId } }),
    check: async () => ({ kind: 'finished', result: { kind: 'own-address', url: 'http://127.0.0.1:1/' } }),
    reconcile: async () => ({ kind: 'unknown' }),
  };
  const policy = {
    ...{ slots: 50, everySeconds: 0.0001, burst: 100_000, pollSeconds: 0 },
    ...{ startTimeoutSeconds: 30, doubtSeconds: 90, watchSeconds: 600 },
  };
  return new Map([['vendor', { engine, policy }]]);
}

/** Begins to carry clips with everything that the service's own workers do. */
export async function carryClips(house) {
  const life = { signal: new AbortController().signal, onBroken: console.error };
  const worker = await workerOf(house, { engine: 'vendor', ...life });
  await house.queue.work({
    dispatch: ({ engine }) => dispatchClips(worker, engine),
    advance: ({ attemptId }) => advanceAttempt(worker, attemptId),
  });
  repeat(1, () => sweepClips(house.world), console.error);
}

const ANSWER_MILLISECONDS = 2000;

/** How the service treats the vendor's account: doubts are looked into after twice the longest wait for an answer. */
export const policyOf = (slots) => ({
  ...{ slots, everySeconds: 0.01, burst: 20, pollSeconds: 1 },
  ...{ startTimeoutSeconds: ANSWER_MILLISECONDS / 1000, doubtSeconds: 4, watchSeconds: 600 },
});

/** The engine behind the port that speaks to the vendor of `vendor.mjs`. */
export function createVendorEngine(address) {
  const ask = async (path, options = {}) => {
    const answer = await fetch(`${address}${path}`, { signal: AbortSignal.timeout(ANSWER_MILLISECONDS), ...options });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    id: 'vendor',
    title: 'Vendor',
    generative: true,
    models: [{ id: 'one', lengthsSeconds: [3, 4, 5], quality: 'generated' }],
    start: async ({ seed }) => {
      const { status, body } = await ask('/tasks', { method: 'POST', body: JSON.stringify({ seed }) });
      if (status === 200) return { kind: 'started', ticket: { id: body.id } };
      if (status === 429) return { kind: 'retry-later', afterSeconds: 1, trouble: { kind: 'overloaded' } };
      return { kind: 'in-doubt', because: `the vendor answered ${status}` };
    },
    check: async ({ id }) => {
      const { status, body } = await ask(`/tasks/${id}`);
      if (status === 404) return { kind: 'failed', trouble: { kind: 'gone' } };
      if (body.status === 'failed') return { kind: 'failed', trouble: { kind: 'broken' } };
      if (body.status === 'running') return { kind: 'working' };
      return { kind: 'finished', result: { kind: 'own-address', url: `${address}/tasks/${id}` }, costMicroDollars: 1 };
    },
    cancel: async () => 'not-possible',
    reconcile: async ({ seed }) => {
      const { body } = await ask('/tasks');
      const found = body.items.find((task) => task.seed === seed);
      return found === undefined ? { kind: 'absent' } : { kind: 'found', ticket: { id: found.id } };
    },
    close: async () => {},
  };
}

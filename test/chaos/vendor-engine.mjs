import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ANSWER_MILLISECONDS = 2000;
const PROGRAM = fileURLToPath(new URL('vendor.mjs', import.meta.url));

/** The vendor of `vendor.mjs`. Results are a few bytes whose place depends on the clip alone, like those of the real store. */
export const scriptedVendor = {
  start: async ({ seed, slots }) => {
    const vendor = spawn(process.execPath, [PROGRAM], {
      env: { ...process.env, CHAOS_SEED: String(seed), CHAOS_LIMIT: String(slots) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: vendor.stdout });
    const [address] = await new Promise((resolve) => lines.once('line', (line) => resolve([line])));
    return { process: vendor, address };
  },
  // doubts are looked into after twice the longest wait for an answer
  policy: (slots) => ({
    ...{ slots, everySeconds: 0.01, burst: 20, pollSeconds: 1 },
    ...{ startTimeoutSeconds: ANSWER_MILLISECONDS / 1000, doubtSeconds: 4, watchSeconds: 600 },
  }),
  createEngine: createVendorEngine,
  readPicture: async () => new Uint8Array([1]),
  openResults: async () => ({
    keep: async (clipId) => {
      const file = { clipKey: `clips/${clipId}/clip.mp4`, posterKey: `clips/${clipId}/poster.jpg`, sha256: clipId };
      return { ok: true, file: { ...file, widthPixels: 720, heightPixels: 960, sizeBytes: 1 } };
    },
  }),
  readBooks: async (address) => (await fetch(`${address}/seen`)).json(),
  isKept: async () => true,
};

function createVendorEngine(address) {
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

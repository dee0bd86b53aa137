// The real adapter against the simulated Seedance, a process of its own behind real HTTP that loses answers, hangs, breaks and
// delivers slowly or half. What it fetched is brought into shape and kept as in production.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { PROMPTS } from '../../dist/engines/http/prompts.js';
import { namedModel, STANDARD_SEEDANCE_MODEL } from '../../dist/engines/seedance/models.js';
import { createSeedanceEngine } from '../../dist/engines/seedance/seedance-engine.js';
import { createClipDownload } from '../../dist/media/guarded-download.js';
import { createResultStore } from '../../dist/media/result-store.js';
import { chooseFfmpeg } from '../../dist/media/write-clip.js';
import { openDiskStorage } from '../../dist/storage/disk-storage.js';

const KEY = 'simulated-key';
const ANSWER_SECONDS = 2;
const PATHS = '/api/v3';

/** How often each misfortune happens. An outage that lasts for minutes is left to a longer run. */
const MISFORTUNES = {
  'create:reset-before': 0.03,
  'create:reset-after': 0.06,
  'create:hang-after': 0.02,
  'create:error-after': 0.05,
  'create:internal': 0.02,
  'create:garbage-after': 0.03,
  'create:html-502-after': 0.03,
  'task:output-refused': 0.03,
  'task:internal': 0.03,
  'get:error-500': 0.05,
  'get:garbage': 0.03,
  'get:reset': 0.05,
  'get:empty-404': 0.02,
  'list:error-500': 0.05,
  'file:not-ready': 0.1,
  'file:slow': 0.1,
  'file:cut-off': 0.1,
  'file:reset': 0.05,
  'file:wrong-type': 0.03,
};
const LONG_RUN_MISFORTUNES = { 'create:overloaded': 0.02, 'get:hang': 0.01, 'task:vanishes': 0.02, 'list:empty': 0.05 };

export const seedanceVendor = {
  start: async ({ seed, isLong }) => {
    const faults = Object.entries({ ...MISFORTUNES, ...(isLong && LONG_RUN_MISFORTUNES) });
    const said = ['--port', '0', '--small', '--queue', '0.2', '--render', '0.8', '--seed', String(seed)];
    const options = [...said, ...faults.flatMap(([name, chance]) => ['--fault', `${name}=${chance}`])];
    const simulator = spawn(process.execPath, ['scripts/simulate.mjs', 'seedance', ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: simulator.stdout });
    const [line] = await new Promise((resolve) => lines.once('line', (first) => resolve([first])));
    const [address] = /http:\/\/[\d.:]+/.exec(line);
    return { process: simulator, address };
  },

  policy: (slots) => ({
    ...{ slots, everySeconds: 0.01, burst: 20, pollSeconds: 1 },
    // doubts are looked into after twice the longest wait for an answer
    ...{ startTimeoutSeconds: ANSWER_SECONDS, doubtSeconds: 2 * ANSWER_SECONDS, watchSeconds: 120 },
  }),

  createEngine: (address) =>
    createSeedanceEngine({
      ...{ fetch, baseUrl: `${address}${PATHS}`, key: KEY, prompts: PROMPTS, resultHosts: [] },
      models: [namedModel(STANDARD_SEEDANCE_MODEL)],
      onAlarm: () => {},
    }),

  readPicture: () =>
    sharp({ create: { width: 720, height: 960, channels: 3, background: '#7a6a58' } })
      .png()
      .toBuffer(),

  openResults: async (filesFolder) => {
    const storage = await openDiskStorage({ folder: filesFolder });
    let ffmpeg;
    return createResultStore({
      storage,
      ffmpeg: () => {
        ffmpeg ??= chooseFfmpeg({});
        return ffmpeg;
      },
      download: createClipDownload(),
      judgeFrames: async () => ({ allowed: true }),
      mark: async () => {},
    });
  },

  /** The simulator's own books. */
  readBooks: async (address) => {
    const tasks = await (await fetch(`${address}/__sim/tasks`)).json();
    const seen = tasks.map(({ order, isBilled }) => ({ seed: order.seed, isBilled }));
    return { tasks: seen, mostAtOnce: mostAtOnce(tasks), refusedForLimit: 0 };
  },

  /** Whether a kept clip is the very file that the database says, whole. */
  isKept: async (filesFolder, { clip_key: clipKey, sha256 }) => {
    const storage = await openDiskStorage({ folder: filesFolder });
    const file = await storage.open(clipKey);
    if (file === undefined) return false;
    const bytes = Buffer.from(await new Response(file).arrayBuffer());
    return createHash('sha256').update(bytes).digest('hex') === sha256;
  },
};

const LIVING = new Set(['queued', 'running']);

/** Tasks that waited or ran at the same moment, at the most. */
function mostAtOnce(tasks) {
  const end = ({ status, deleted, updatedSeconds }) =>
    LIVING.has(status) && !deleted ? Number.POSITIVE_INFINITY : updatedSeconds;
  const livingAt = (moment) => tasks.filter((task) => task.createdSeconds <= moment && moment < end(task)).length;
  return Math.max(0, ...tasks.map(({ createdSeconds }) => livingAt(createdSeconds)));
}

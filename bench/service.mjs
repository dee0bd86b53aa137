// `npm run bench:service`: how fast the clip service is beside what it is built on. Prints one table; see bench/README.md.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, install } from '../scripts/set-up.mjs';

const HELP = `Usage: npm run bench:service -- [options]

Measures clips per second from order to notification with an engine that is instant, beside bare jobs of the job engine in
the same run; a page of a gallery and of a wallet among a thousand and among many rows; and how long news take to reach
a thousand open windows.

Options:
  --database URL   an empty PostgreSQL database, with two workers; left out, the embedded one with one
  --clips N        clips that are made (400)
  --rows N         rows of the large gallery and wallet (1000000; 100000 on the embedded database)
  --windows N      open windows (1000)
  --help           this text

Example:
  npm run bench:service -- --database postgres://localhost/bench`;

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    clips: { type: 'string', default: '400' },
    rows: { type: 'string' },
    windows: { type: 'string', default: '1000' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
install();
build();
const { openChaosWorld } = await import('../test/chaos/open-world.mjs');
const { placeOrders } = await import('../test/chaos/orders.mjs');
const { carryClips, instantEngines } = await import('./service/instant-engine.mjs');
const { measurePages } = await import('./service/pages.mjs');
const { measureFanOut } = await import('./service/fan-out.mjs');

const folder = await mkdtemp(join(tmpdir(), 'reverie-bench-'));
const where = { database: values.database ?? join(folder, 'database'), vendor: 'http://127.0.0.1:1', slots: 50 };
const clips = Number(values.clips);
const rows = Number(values.rows ?? (values.database ? 1_000_000 : 100_000));
try {
  const opened = await openChaosWorld(where);
  const house = { ...opened, engines: instantEngines() };
  await house.queue.send();
  await placeOrders(house, clips);
  const bare = await bareJobs(opened.database);
  const made = values.database === undefined ? await makeHere(house) : await makeElsewhere(house);
  const perSecond = clips / made.seconds;
  console.log(`clips from order to notification   ${perSecond.toFixed(1)} a second (${clips} clips, ${made.workers})`);
  console.log(`bare jobs in the same run          ${bare.toFixed(1)} a second; ratio ${(bare / perSecond).toFixed(1)}`);
  for (const { name, few, many } of await measurePages(opened, rows)) {
    const [small, large] = [few.toFixed(2), many.toFixed(2)];
    console.log(
      `${name.padEnd(34)} ${small} ms among 1,000 rows, ${large} ms among ${rows}; ratio ${(many / few).toFixed(2)}`,
    );
  }
  await opened.queue.stop(1);
  await opened.database.close();
  const fanOut = await measureFanOut(Number(values.windows));
  console.log(
    `news to ${values.windows} open windows          ${fanOut.toFixed(0)} ms from the first of them to the last (median of 5)`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Jobs that do nothing, sent one by one as the service does and done in its batches. */
async function bareJobs(database) {
  const { createJobQueue } = await import('../dist/queue/job-queue.js');
  const queue = createJobQueue({ database, onBroken: console.error });
  const jobs = 1000;
  let done = 0;
  let finish;
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  const count = async () => {
    if (++done === jobs) finish();
  };
  await queue.send();
  for (let job = 0; job < jobs; job++)
    await queue.through(database, { inTransaction: false }).send('advance', { attemptId: String(job) });
  const startedAt = performance.now();
  await queue.work({ dispatch: async () => {}, advance: count });
  await finished;
  const seconds = (performance.now() - startedAt) / 1000;
  await queue.stop(1);
  return jobs / seconds;
}

async function makeHere(house) {
  const startedAt = performance.now();
  await carryClips(house);
  await untilAllEnded(house);
  return { seconds: (performance.now() - startedAt) / 1000, workers: 'one process, embedded database' };
}

async function makeElsewhere(house) {
  const worker = fileURLToPath(new URL('./service/worker.mjs', import.meta.url));
  const startedAt = performance.now();
  const workers = [1, 2].map(() => spawn(process.execPath, [worker, JSON.stringify(where)], { stdio: 'inherit' }));
  await untilAllEnded(house);
  const seconds = (performance.now() - startedAt) / 1000;
  for (const one of workers) one.kill('SIGKILL');
  return { seconds, workers: 'two workers with their start, PostgreSQL' };
}

async function untilAllEnded({ database }) {
  for (;;) {
    const [{ count }] = await database.query(
      `select count(*) as count from clip where state not in ('ready', 'failed')`,
    );
    if (count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

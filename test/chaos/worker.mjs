// A machine that carries clips and dies: at named points of their life with a chance, and whenever somebody kills it.
import { advanceAttempt } from '../../dist/app/clips/advance-attempt.js';
import { dispatchClips } from '../../dist/app/clips/dispatch-clips.js';
import { sweepClips } from '../../dist/app/clips/sweep-clips.js';
import { repeat } from '../../dist/ops/repeat.js';
import { diceOf } from './dice.mjs';
import { openChaosWorld, workerOf } from './open-world.mjs';
import { placeOrders } from './orders.mjs';

const { seed, deathChance, clips, dropsEngine, engine, filesFolder, ...where } = JSON.parse(process.argv[2]);
const dice = diceOf(seed);
const opened = await openChaosWorld({ ...where, engine });
const worker = await workerOf(opened, {
  ...{ engine, filesFolder },
  signal: new AbortController().signal,
  reached: (point) => {
    if (dice() >= deathChance) return;
    process.stdout.write(`died ${point}\n`);
    process.kill(process.pid, 'SIGKILL');
  },
});
await opened.queue.work({
  dispatch: ({ engine }) => dispatchClips(worker, engine),
  advance: ({ attemptId }) => advanceAttempt(worker, attemptId),
});
// the embedded database belongs to this process alone, so it orders as well
if (clips > 0) await placeOrders(opened, clips);
repeat(
  1,
  () => sweepClips(opened.world),
  () => undefined,
);
if (dropsEngine) await opened.database.script('drop schema pgboss cascade');
repeat(0.5, tellHowFar, () => undefined);

/** Whoever started this cannot look into an embedded database while it runs. */
async function tellHowFar() {
  const living = await opened.database.query(
    `select count(*) as count from clip where state in ('queued', 'submitting', 'rendering', 'storing')`,
  );
  const all = await opened.database.query('select count(*) as count from clip');
  process.stdout.write(`living ${living[0].count} of ${all[0].count}\n`);
}

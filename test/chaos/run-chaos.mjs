import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { diceOf } from './dice.mjs';
import { openChaosWorld, VENDORS } from './open-world.mjs';
import { placeOrders } from './orders.mjs';

export { VENDORS };

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Lets clips be made by machines that die again and again, and counts what became of them.
 *
 * @param options.database address of an empty PostgreSQL database, or an empty folder for the embedded one
 * @param options.engine whose clips: `vendor`, a small one that is quick, or `seedance`, the real adapter against its simulator
 * @param options.filesFolder where finished clips are kept
 * @param options.clips how many are ordered
 * @param options.kills after so many deaths the machines stay alive, so that everything can end
 * @param options.dropsEngine whether the schema of the job engine is dropped in the middle
 * @returns the tally; `faults` names every promise that was broken, and is empty
 */
export async function runChaos({
  database,
  engine = 'vendor',
  filesFolder,
  clips,
  kills,
  seed,
  slots = 4,
  limitSeconds = 240,
  onStep = () => {},
  dropsEngine = false,
}) {
  const vendor = await VENDORS[engine].start({ seed, slots, isLong: clips > LONG_RUN_CLIPS });
  const where = { database, engine, vendor: vendor.address, slots, filesFolder };
  const isEmbedded = !database.startsWith('postgres');
  try {
    if (!isEmbedded) await orderFromOutside(where, clips);
    const deaths = await letWork({ ...where, clips, kills, seed, isEmbedded, limitSeconds, onStep, dropsEngine });
    return await tally(where, clips, deaths);
  } finally {
    vendor.process.kill('SIGKILL');
  }
}

/** Runs with more clips than this also meet what takes a while. */
const LONG_RUN_CLIPS = 20;

async function orderFromOutside(where, clips) {
  const opened = await openChaosWorld(where);
  await opened.queue.send();
  await placeOrders(opened, clips);
  await opened.queue.stop(1);
  await opened.database.close();
}

/** Chance of a machine to die at each named point of a clip's life. */
const DEATH_CHANCE = 0.05;
/** Every so often somebody comes by who may pull a plug; seldom that of a machine that only just starts. */
const VISIT_MILLISECONDS = 400;
const PLUG_PULL_CHANCE = { working: 0.3, starting: 0.04 };

/** Keeps one machine (embedded) or two running until no clip lives any more; gives each death with where it came. */
async function letWork({ kills, clips, seed, isEmbedded, limitSeconds, onStep, dropsEngine, ...where }) {
  const dice = diceOf(seed + 1);
  const deaths = [];
  const machines = new Map();
  let lives = 0;
  let isOver = false;
  let finish;
  const finished = new Promise((resolve, reject) => {
    finish = { resolve, reject };
  });

  const start = () => {
    if (isOver) return;
    lives++;
    const deathChance = deaths.length >= kills ? 0 : DEATH_CHANCE;
    const life = { ...where, deathChance, seed: seed + 100 * lives, clips: isEmbedded ? clips : 0 };
    const options = JSON.stringify({ ...life, dropsEngine: dropsEngine && lives === 3 });
    const machine = spawn(process.execPath, [pathOf('worker.mjs'), options], { stdio: ['ignore', 'pipe', 'inherit'] });
    machines.set(machine, 'starting');
    createInterface({ input: machine.stdout }).on('line', (line) => {
      if (machines.has(machine)) machines.set(machine, 'working');
      if (line.startsWith('died ')) deaths.push(line.slice('died '.length));
      if (line === `living 0 of ${clips}`) finish.resolve();
      onStep(line, deaths.length);
    });
    machine.once('exit', () => {
      machines.delete(machine);
      start();
    });
  };
  const pullPlug = () => {
    const [[machine, doing] = []] = [...machines].sort(() => dice() - 0.5);
    if (machine === undefined || deaths.length >= kills || dice() > PLUG_PULL_CHANCE[doing]) return;
    if (machine.kill('SIGKILL')) deaths.push(`plug pulled while ${doing}`);
  };
  const visits = setInterval(pullPlug, VISIT_MILLISECONDS);
  const limit = setTimeout(
    () => finish.reject(new Error(`clips still live after ${limitSeconds} s`)),
    limitSeconds * 1000,
  );
  for (let count = isEmbedded ? 1 : 2; count > 0; count--) start();
  try {
    await finished;
    return deaths;
  } finally {
    isOver = true;
    clearInterval(visits);
    clearTimeout(limit);
    await Promise.all([...machines.keys()].map(killed));
  }
}

function killed(machine) {
  const gone = new Promise((resolve) => machine.once('exit', resolve));
  machine.kill('SIGKILL');
  return gone;
}

/** A clip that was given up and came after all. */
const GIFT = `select from notification n where n.clip = c.id and n.kind = 'clip-late'`;

/** Reads what became of everything, and names each broken promise. */
async function tally(where, clips, deaths) {
  const { readBooks, isKept } = VENDORS[where.engine];
  const books = await readBooks(where.vendor);
  const opened = await openChaosWorld(where);
  const ask = (text) => opened.database.query(text);
  try {
    const states = Object.fromEntries(
      (await ask('select state, count(*) as count from clip group by state')).map(({ state, count }) => [state, count]),
    );
    const [holds] = await ask(`select count(*) as count from credit_hold where state = 'held'`);
    const [wrongHolds] = await ask(
      `select count(*) as count from clip c join credit_hold h on h.clip = c.id
       where h.state <> case when c.state = 'ready' and not exists (${GIFT}) then 'captured' else 'released' end`,
    );
    const [notices] = await ask(
      `select count(*) as count from clip c
       where (select count(*) from notification n where n.clip = c.id and n.kind in ('clip-ready', 'clip-failed', 'clip-refused')) <> 1`,
    );
    // what may still live there keeps its slot until it surely is over
    const [slots] = await ask(
      `select count(*) as count from engine_slot s join attempt a on a.id = s.attempt where a.state <> 'unknown'`,
    );
    const kept = await ask(`select id, clip_key, sha256 from clip where state = 'ready'`);
    const whole = await Promise.all(kept.map((clip) => isKept(where.filesFolder, clip)));
    const [gifts] = await ask(`select count(*) as count from clip c where exists (${GIFT})`);
    const attempts = await ask('select seed from attempt');
    const differences = await opened.world.stores.ledger.differences();
    const seeds = new Set(attempts.map(({ seed }) => Number(seed)));
    const tasksOfSeed = new Map();
    for (const { seed } of books.tasks) tasksOfSeed.set(seed, (tasksOfSeed.get(seed) ?? 0) + 1);
    const facts = {
      clips: Object.values(states).reduce((sum, count) => sum + count, 0),
      ...{ states, deaths: deaths.length, deathsAt: countOf(deaths), attempts: attempts.length },
      ...{ vendorTasks: books.tasks.length, billedTasks: books.tasks.filter(({ isBilled }) => isBilled).length },
      ...{ mostAtOnce: books.mostAtOnce, refusedForLimit: books.refusedForLimit, gifts: gifts.count },
    };
    const promises = [
      [facts.clips === clips, `${facts.clips} clips are there, ${clips} were ordered`],
      [(states.ready ?? 0) + (states.failed ?? 0) + (states.refused ?? 0) === clips, 'not every clip ended'],
      [[...tasksOfSeed.values()].every((count) => count === 1), 'the vendor made an attempt twice'],
      [[...tasksOfSeed.keys()].every((seed) => seeds.has(seed)), 'the vendor made what nobody ordered'],
      [books.mostAtOnce <= where.slots && books.refusedForLimit === 0, 'the limit of the vendor was passed'],
      [differences.length === 0, `the ledger is not exact: ${differences.join('; ')}`],
      [holds.count === 0, `${holds.count} holds are not decided`],
      [wrongHolds.count === 0, `${wrongHolds.count} holds were decided wrongly`],
      [notices.count === 0, `${notices.count} clips were not told exactly once`],
      [slots.count === 0, `${slots.count} slots are still taken`],
      [whole.every(Boolean), `${whole.filter((is) => !is).length} files of ready clips are missing or not whole`],
    ];
    return { ...facts, faults: promises.filter(([kept]) => !kept).map(([, fault]) => fault) };
  } finally {
    await opened.database.close();
  }
}

function countOf(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReverieClient, type ReverieClient } from '../../packages/client/src/index.ts';
import { startPostgres } from '../../scripts/private-postgres.mjs';
import { startSimulatorProcess } from '../simulators/start-simulator.ts';
import { freePort } from '../support/free-port.ts';

const CLIPS = 4;
const PRICE_CREDITS = 120_000;

/** One process of the service. */
interface Machine {
  /** Asks it to stop as an operator's tools do; gives its exit code and how long it took. */
  stop(): Promise<{ code: number | null; seconds: number }>;
}

const postgres = await startPostgres();
if (postgres === undefined) console.warn('LOUD: PostgreSQL is not installed; nobody saw `reverie serve` and `reverie work`');

let vendor: Awaited<ReturnType<typeof startSimulatorProcess>>;
let folder: string;
let environment: NodeJS.ProcessEnv;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  if (postgres === undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'reverie-roles-'));
  vendor = await startSimulatorProcess('seedance', '--render', '3', '--small');
  environment = {
    ...process.env,
    DATABASE_URL: postgres.url,
    REVERIE_DATA_DIR: folder,
    REVERIE_SECRET: randomBytes(32).toString('hex'),
    REVERIE_OPERATOR_KEY: `rvk_${randomBytes(32).toString('hex')}`,
    REVERIE_PORT: String(await freePort()),
    REVERIE_DEMO: 'off',
    ...{ REVERIE_SEEDANCE_KEY: 'simulated-key', REVERIE_SEEDANCE_URL: vendor.address, REVERIE_SEEDANCE_AT_A_TIME: '2' },
  };
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await vendor?.stop();
  await postgres?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** Starts `reverie serve` or `reverie work` and waits until it says that it runs. */
async function start(role: 'serve' | 'work'): Promise<Machine> {
  const child = spawn(process.execPath, ['bin/reverie.mjs', role], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const said = new Promise<boolean>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => resolve(line.startsWith('Reverie Motion is')));
  });
  if (!(await Promise.race([said, ended.then(() => false)]))) throw new Error(`reverie ${role} ended before it ran`);
  return {
    stop: async () => {
      const askedAt = performance.now();
      child.kill('SIGTERM');
      const code = await ended;
      running.delete(child);
      return { code, seconds: (performance.now() - askedAt) / 1000 };
    },
  };
}

const clientOf = (who: { token?: string; apiKey?: string } = {}): ReverieClient =>
  createReverieClient({ baseUrl: `http://127.0.0.1:${environment.REVERIE_PORT}`, ...who });

/** Somebody with an account, a plan, credits, and a picture to animate. */
async function subscriber(): Promise<{ reverie: ReverieClient; pictureId: string }> {
  const operator = clientOf({ apiKey: environment.REVERIE_OPERATOR_KEY as string });
  await operator.admin.setStage('general');
  const account = { name: 'Nell', email: 'nell@example.com', password: 'eight or more', keep: 'token' } as const;
  const { personId, token } = await clientOf().session.signUp(account);
  await operator.admin.setEntitlement(personId, { plan: 'premium' });
  await operator.admin.grant({ personId, credits: CLIPS * PRICE_CREDITS + 5 });
  const reverie = clientOf({ token: token ?? '' });
  const { id: characterId } = await reverie.characters.create({ name: 'Mira', declaredAge: 'adult' });
  // the build painted it for the demo world
  const bytes = new Uint8Array(await readFile('dist/demo/pictures/mira.webp'));
  const { id: pictureId } = await reverie.pictures.upload(bytes, { characterId, origin: 'ai_generated' });
  return { reverie, pictureId };
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
};

describe.skipIf(postgres === undefined)('one web machine and two that work, on one PostgreSQL', () => {
  it('lose no clip, no credit and no notice when they are stopped in order while clips are made', async () => {
    const [web, ...workers] = await Promise.all([start('serve'), start('work'), start('work')]);
    const { reverie, pictureId } = await subscriber();

    const leave = new AbortController();
    const told: string[] = [];
    const following = reverie.events.follow({
      signal: leave.signal,
      onEvent: ({ event, data }) => void (event === 'clip' && 'notified' in data && data.notified && told.push(data.clipId)),
    });
    const order = { pictureId, motion: 'breathing', seconds: 3, engine: 'seedance' } as const;
    const clips = await Promise.all(Array.from({ length: CLIPS }, () => reverie.clips.create(order)));
    const drawn = await reverie.clips.create({ ...order, engine: 'local' });
    const ends = Promise.all([...clips, drawn].map((clip) => clip.done()));
    ends.catch(() => undefined);
    await until(async () => (await drawn.refresh()).state === 'rendering');
    await until(async () => (await Promise.all(clips.map((clip) => clip.refresh()))).some(({ state }) => state === 'rendering'));

    // the window that is open does not hold the stop, and what is being drawn is handed back
    const stopped = await Promise.all([web.stop(), ...workers.map((worker) => worker.stop())]);
    expect(stopped.map(({ code }) => code)).toEqual([0, 0, 0]);
    const [webAgain, workerAgain] = await Promise.all([start('serve'), start('work')]);

    const ready = await ends;
    expect(ready.map(({ state }) => state)).toEqual(Array(CLIPS + 1).fill('ready'));
    for (const [index, { file }] of ready.entries()) {
      const bytes = Buffer.from(await (await (clips[index] ?? drawn).download()).arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    }
    const tasks = (await (await fetch(new URL('/__sim/tasks', vendor.address))).json()) as object;
    expect(Object.values(tasks).flat()).toHaveLength(CLIPS);
    expect(await reverie.wallet.get()).toMatchObject({ credits: 5, heldCredits: 0 });
    const notices = (await reverie.notifications.list({ limit: 100 }).page()).items.map(({ kind, clipId }) => `${kind} ${clipId}`);
    expect(notices.sort()).toEqual(ready.map(({ id }) => `clip-ready ${id}`).sort());
    expect(told.sort()).toEqual(ready.map(({ id }) => id).sort());
    const verify = promisify(execFile)(process.execPath, ['bin/reverie.mjs', 'ledger', 'verify'], { env: environment });
    expect((await verify).stdout).toMatch(/^Exact:/);

    const ended = await Promise.all([webAgain.stop(), workerAgain.stop()]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    // a stream that is waited for would take all of the ten seconds of grace
    expect(stopped[0]?.seconds).toBeLessThan(9);
    leave.abort();
    await following;
  });
});

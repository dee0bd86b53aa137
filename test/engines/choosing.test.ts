import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advanceAttempt } from '../../src/app/clips/advance-attempt.ts';
import { hearOfAttempt } from '../../src/app/clips/hear-of-attempt.ts';
import type { EngineHouse } from '../../src/app/ports/engine-house.ts';
import { hostedEngines } from '../../src/composition/hosted-engines.ts';
import { readConfig } from '../../src/config/config.ts';
import { createCallbackTokens } from '../../src/http/hooks/callback-token.ts';
import { engineHook } from '../../src/http/hooks/engine-hook.ts';
import { createRequestCounter, metricsText } from '../../src/ops/metrics.ts';
import { startFalSimulator } from '../simulators/fal/simulator.ts';
import { type SeedanceSimulator, startSeedanceSimulator } from '../simulators/seedance/simulator.ts';
import { type ClipStage, openClipStage } from '../support/clip-stage.ts';
import { houseOf, openTestWorld, type TestWorld } from '../support/test-world.ts';

const KEY = 'a-key-that-nobody-may-see';

let world: TestWorld;
let folder: string;
let seedance: SeedanceSimulator;
let fal: Awaited<ReturnType<typeof startFalSimulator>>;
beforeAll(async () => {
  world = await openTestWorld();
  folder = await mkdtemp(join(tmpdir(), 'reverie-choosing-'));
  const clock = { key: KEY, nowSeconds: () => world.now().getTime() / 1000 };
  seedance = await startSeedanceSimulator(clock);
  fal = await startFalSimulator(clock);
});
afterAll(async () => {
  await seedance?.close();
  await fal?.close();
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The engines of these settings, as the program opens them, on the stage. */
async function stageOf(settings: Readonly<Record<string, string>>) {
  const environment = {
    ...{ REVERIE_SEEDANCE_KEY: KEY, REVERIE_SEEDANCE_URL: seedance.baseUrl, REVERIE_FAL_KEY: KEY, REVERIE_FAL_URL: fal.address },
    ...settings,
  };
  const config = readConfig(environment);
  const housed = hostedEngines({ config, fetch, onBroken: (error) => expect.fail(String(error)) });
  const [first, ...others] = housed.map(({ engine }) => engine);
  if (first === undefined) throw new Error('no engine is set up');
  const stage = await openClipStage(world, first);
  for (const other of others) {
    for (const [id, house] of await houseOf(world, other))
      (stage.worker.engines as Map<string, ReturnType<EngineHouse['get']> & object>).set(id, house);
  }
  const { order, whenFaceRefused } = config.engines;
  return { ...stage, worker: Object.assign(stage.worker, { choice: { orderFor: () => order, whenFaceRefused } }) };
}
const told = async ({ person }: ClipStage) => (await world.stores.notifications.list(person.id, { most: 1 }))[0]?.sentence;

describe('with engines set up by their settings', () => {
  it('a face that Seedance refuses is made by fal when the operator says so, and the person hears by whom', async () => {
    const stage = await stageOf({ REVERIE_FACE_REFUSED: 'next' });
    seedance.next('create:face-refused');
    const clip = await stage.order();
    expect(await stage.end(clip)).toBe('ready');
    expect(await told(stage)).toBe('Your clip of Mira is ready. Seedance at fal made it, because Seedance could not.');
    expect([seedance.billed().length, fal.billed().length]).toEqual([0, 1]);
    await stage.close();
  });

  it('otherwise the person is told, and decides', async () => {
    const stage = await stageOf({});
    seedance.next('create:face-refused');
    expect(await stage.end(await stage.order())).toBe('refused: face-refused');
    expect(await told(stage)).toMatch(/this face looks too real to it/);
    await stage.close();
  });

  it('the words of the presets are those of the operator, where there are some', async () => {
    const path = join(folder, 'prompts.json');
    await writeFile(path, JSON.stringify({ version: 2, presets: { 'smile-and-blink': { beats: 'grins widely.', cameraFixed: false } } }));
    const stage = await stageOf({ REVERIE_PROMPTS: path });
    expect(await stage.end(await stage.order())).toBe('ready');
    const { order } = [...seedance.book.tasks.values()].at(-1) ?? {};
    expect(order?.text).toMatch(/^The character in the picture grins widely\. The movement is natural\. The camera does not move\./);
    await stage.close();
  });
});

describe('a vendor that knocks', () => {
  it('is heard at an address that nobody can guess, and asked for the truth, long before somebody would have asked by themselves', async () => {
    const stage = await stageOf({});
    const tokens = createCallbackTokens({ secret: 'a secret of the service, of some length' });
    const knocks: string[] = [];
    const app = engineHook({
      tokens,
      hear: async (attemptId, signedMessage) => {
        knocks.push(attemptId);
        await hearOfAttempt(stage.worker, attemptId, signedMessage);
      },
      verifiers: new Map(),
      onBroken: (error) => expect.fail(String(error)),
    });
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const callbackUrl = (engine: string, attemptId: string) => `http://127.0.0.1:${port}${tokens.pathOf(engine, attemptId)}`;
    Object.assign(stage.worker, { callbackUrl });

    const clip = await stage.order();
    await stage.pass(0);
    const attempt = await world.stores.attempts.latestOf(clip.id);
    // nobody is to ask before the vendor tells
    await world.stores.attempts.move(attempt?.id ?? '', ['working'], { nextAt: new Date(world.now().getTime() + 3_600_000) });
    world.sent.length = 0;
    for (const seconds of [3, 31]) {
      world.advanceClock(seconds);
      seedance.book.tick();
      await seedance.toldAll();
    }
    expect(new Set(knocks)).toEqual(new Set([attempt?.id]));
    for (const job of world.sent.splice(0)) if (job.name === 'advance') await advanceAttempt(stage.worker, job.payload.attemptId);
    expect((await world.stores.clips.find(clip.id))?.state).toBe('ready');
    server.close();
    await stage.close();
  });
});

it('what clips cost and which engines are away is there for whoever watches the service', async () => {
  const stage = await stageOf({});
  const watched = () => metricsText(world.stores, stage.worker.engines, createRequestCounter(), { rss: 1 }, world.now());
  const cost = (text: string) => Number(/reverie_engine_cost_dollars\{engine="seedance"\} ([\d.]+)/.exec(text)?.[1] ?? 0);
  const before = cost(await watched());
  expect(await stage.end(await stage.order())).toBe('ready');
  await world.stores.engines.noteTroubles('fal', 4, new Date(world.now().getTime() + 60_000));
  const text = await watched();
  // 110,110 tokens at a dollar per million
  expect(cost(text) - before).toBeCloseTo(0.11011, 6);
  expect(text).toContain('reverie_engine_unknown_costs{engine="seedance"} 0\n');
  expect(text).toContain('reverie_engine_away{engine="fal"} 1\n');
  expect(text).toContain('reverie_engine_away{engine="seedance"} 0\n');
  await stage.close();
});

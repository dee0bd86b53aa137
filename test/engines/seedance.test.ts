import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../src/app/ports/stores/clip-store.ts';
import { END_REASONS } from '../../src/domain/clip/end-reason.ts';
import { PROMPTS } from '../../src/engines/http/prompts.ts';
import { namedModel, STANDARD_SEEDANCE_MODEL } from '../../src/engines/seedance/models.ts';
import { probeSeedanceModels } from '../../src/engines/seedance/probe-models.ts';
import { createSeedanceEngine, type SeedanceOptions } from '../../src/engines/seedance/seedance-engine.ts';
import { itBehavesLikeAVideoEngine } from '../contracts/video-engine.ts';
import { ALL_SCENARIOS, type Scenario } from '../simulators/seedance/scenario.ts';
import { type SeedanceSimulator, startSeedanceSimulator } from '../simulators/seedance/simulator.ts';
import type { SimulatedTask } from '../simulators/seedance/task-book.ts';
import { type ClipStage, openClipStage } from '../support/clip-stage.ts';
import { openTestWorld, type TestWorld } from '../support/test-world.ts';

const KEY = 'a-key-that-nobody-may-see';
const PRICE = 120_000;
const alarms: string[] = [];
const models = (...names: string[]) => names.map((name) => namedModel(name)).filter((model) => model !== undefined);

const engineAt = (simulator: SeedanceSimulator, options: Partial<SeedanceOptions> = {}) =>
  createSeedanceEngine({
    ...{ fetch, baseUrl: simulator.baseUrl, key: KEY, models: models(STANDARD_SEEDANCE_MODEL), prompts: PROMPTS },
    ...{ resultHosts: ['volces.com'], onAlarm: (words: string) => alarms.push(words) },
    ...options,
  });

itBehavesLikeAVideoEngine('seedance', async () => {
  let seconds = Date.now() / 1000;
  const simulator = await startSeedanceSimulator({ key: KEY, nowSeconds: () => seconds });
  return {
    open: () => engineAt(simulator),
    finishWork: async () => {
      for (const step of [5, 60]) {
        seconds += step;
        simulator.book.tick();
      }
    },
    now: () => new Date(seconds * 1000),
    neverGiven: (ticket) => ({ ...ticket, taskId: 'cgt-20260101000000-aaaaa' }),
    secret: KEY,
    close: simulator.close,
  };
});

let world: TestWorld;
let simulator: SeedanceSimulator;
let stage: ClipStage;
beforeAll(async () => {
  world = await openTestWorld();
  simulator = await startSeedanceSimulator({ key: KEY, nowSeconds: () => world.now().getTime() / 1000, slowMilliseconds: 5 });
  stage = await openClipStage(world, engineAt(simulator), { slots: 20, startTimeoutSeconds: 1 });
  // a list that has nothing in it proves nothing
  expect(await stage.end(await stage.order())).toBe('ready');
});
afterAll(async () => {
  await stage?.close();
  await simulator?.close();
  await world?.close();
});
afterEach(() => {
  simulator.calm();
  alarms.length = 0;
});

const balance = () => world.stores.ledger.balance(stage.person.id);
const latestNotice = async () => (await world.stores.notifications.list(stage.person.id, { most: 1 }))[0];
const tasks = (): SimulatedTask[] => [...simulator.book.tasks.values()];

interface Story {
  readonly end: string;
  /** Tasks that the vendor made of it, of which at most one for each attempt may be billed. */
  readonly made: readonly SimulatedTask[];
  readonly clip: Clip;
}

async function story(...happens: Scenario[]): Promise<Story> {
  simulator.next(...happens);
  const [before, had] = [tasks().length, await balance()];
  const clip = await stage.order();
  const end = await stage.end(clip);
  const made = tasks().slice(before);
  expect(new Set(made.map(({ order }) => order.seed)).size, 'tasks of one attempt').toBe(made.length);
  const paid = end === 'ready' ? PRICE : 0;
  expect(await balance(), 'credits').toEqual({ walletCredits: had.walletCredits - paid, heldCredits: 0 });
  const reason = (await world.stores.clips.find(clip.id))?.endReason;
  const told = reason === undefined ? 'Your clip of Mira is ready.' : END_REASONS[reason].sentence;
  expect(await latestNotice()).toMatchObject({ clipId: clip.id, sentence: told });
  return { end, made, clip };
}

describe('a clip by Seedance, whatever the vendor does', () => {
  /** What happens, how the clip ends, how many tasks were made for it, and whether the operator is told of something new. */
  const STORIES: readonly (readonly [scenario: Scenario, end: string, tasks: number, alarm?: 'alarm'])[] = [
    ['create:unauthorized', 'failed: engine-unavailable', 0],
    ['create:no-such-model', 'failed: engine-unavailable', 0],
    ['create:model-not-open', 'failed: engine-unavailable', 0],
    ['create:no-such-task', 'failed: engine-unavailable', 0],
    ['create:running', 'failed: engine-unavailable', 0, 'alarm'],
    ['create:never-heard-of', 'failed: engine-unavailable', 0, 'alarm'],
    ['create:empty-404', 'failed: engine-unavailable', 0, 'alarm'],
    ['create:trial-over', 'failed: engine-unavailable', 0],
    ['create:spending-limit', 'failed: engine-unavailable', 0],
    ['create:overdue', 'failed: engine-unavailable', 0],
    ['create:overloaded', 'ready', 1],
    ['create:rpm', 'ready', 1],
    ['create:queue-full', 'ready', 1],
    ['create:endpoint-closed', 'ready', 1],
    ['create:output-refused', 'ready', 1],
    ['create:text-refused', 'refused: text-refused', 0],
    ['create:text-severe', 'refused: text-refused', 0],
    ['create:image-refused', 'refused: picture-refused', 0],
    ['create:face-refused', 'refused: face-refused', 0],
    // nobody can tell from the answer whether there is a task: it is looked for, and never ordered twice
    ['create:internal', 'ready', 1],
    ['create:reset-before', 'ready', 1],
    ['create:html-502-before', 'ready', 1],
    ['create:reset-after', 'ready', 1],
    ['create:hang-after', 'ready', 1],
    ['create:error-after', 'ready', 1],
    ['create:html-502-after', 'ready', 1],
    ['create:garbage-after', 'ready', 1],
    ['task:output-refused', 'ready', 2],
    ['task:go-words', 'ready', 2],
    ['task:image-refused', 'refused: picture-refused', 1],
    ['task:face-refused', 'refused: face-refused', 1],
    ['task:internal', 'ready', 2],
    ['task:never-heard-of', 'ready', 2, 'alarm'],
    ['task:vanishes', 'ready', 2],
    ['task:no-url', 'ready', 2, 'alarm'],
    ['task:words-for-numbers', 'ready', 1],
    ['task:expires', 'failed: timed-out', 1],
    ['task:stuck', 'failed: timed-out', 1],
    ['get:error-500', 'ready', 1],
    ['get:garbage', 'ready', 1],
    ['get:reset', 'ready', 1],
    ['get:empty-404', 'ready', 1],
    ['file:not-ready', 'ready', 1],
    ['file:slow', 'ready', 1],
    ['file:cut-off', 'ready', 1],
    ['file:wrong-type', 'ready', 1],
    ['file:page', 'ready', 1],
    ['file:expired', 'ready', 1],
    ['file:reset', 'ready', 1],
    // the last, since it is asked for, and told of, for an hour
    ['task:new-state', 'failed: timed-out', 1, 'alarm'],
  ];
  it.each(STORIES.map(([scenario, end, count, alarm]) => ({ scenario, end, count, alarm })))(
    '$scenario: $end',
    async ({ scenario, end, count, alarm }) => {
      const told = await story(scenario);
      expect(told.end).toBe(end);
      expect(told.made).toHaveLength(count);
      expect(alarms.length > 0 ? 'alarm' : undefined).toBe(alarm);
    },
  );

  it('is told for everything that the simulator can do', () => {
    const told = new Set(STORIES.map(([scenario]) => scenario));
    // the list is asked in the stories of doubts below; an answer that hangs takes thirty seconds: npm run chaos
    expect(ALL_SCENARIOS.filter((scenario) => !told.has(scenario))).toEqual(['get:hang', 'list:empty', 'list:error-500']);
  });

  it('looks for a lost order until the list can be read', async () => {
    const { end, made } = await story('create:reset-after', 'list:error-500', 'list:error-500');
    expect([end, made.length]).toEqual(['ready', 1]);
  });

  it('fetches a clip that is not given out yet after 5, 10, 20 and 40 seconds, and keeps it once', async () => {
    const told = await story('file:not-ready', 'file:not-ready', 'file:not-ready', 'file:not-ready');
    expect(told).toMatchObject({ end: 'ready' });
    expect(told.made).toHaveLength(1);
  });

  it('gives a preset one more try with another seed when its result was refused, not two', async () => {
    const { end, made } = await story('task:output-refused', 'task:output-refused');
    expect(end).toBe('refused: result-refused');
    expect(new Set(made.map(({ order }) => order.seed)).size).toBe(2);
  });

  it('ends a clip whose order nobody can find and returns its credits; what turns up later is a gift', async () => {
    const { end, made, clip } = await story('create:reset-after', 'list:empty');
    expect([end, made.length]).toEqual(['failed: outcome-unknown', 1]);
    const had = await balance();
    await stage.pass(3700);
    await stage.pass(10);
    expect((await world.stores.clips.find(clip.id))?.state).toBe('ready');
    expect(await balance()).toEqual(had);
    expect(await latestNotice()).toMatchObject({ kind: 'clip-late' });
  });

  it('looks for an order as long as it may still show itself, and returns the credits when it does not', async () => {
    // a running task does not tell its seed
    const { end, made } = await story('create:reset-after', 'task:stuck');
    expect([end, made.length]).toEqual(['failed: outcome-unknown', 1]);
  });

  it('keeps what each clip cost: 832x1120 pixels of 121 frames, a dollar per million tokens', async () => {
    const { clip } = await story();
    const [row] = await world.database.query<{ cost_micro_dollars: number }>('select cost_micro_dollars from attempt where clip = $1', [
      clip.id,
    ]);
    expect(row?.cost_micro_dollars).toBe(110_110);
  });

  it('stops a clip that still waits there, and says that it was too late for one that runs', async () => {
    const waiting = await stage.order();
    await stage.pass(1);
    await world.stores.clips.askToCancel(waiting.id, world.now());
    await stage.worker.world.transaction(({ jobs, attempts }) =>
      attempts.latestOf(waiting.id).then((attempt) => jobs.send('advance', { attemptId: attempt?.id ?? '' })),
    );
    await stage.pass(0);
    expect((await world.stores.clips.find(waiting.id))?.state).toBe('cancelled');
    expect(tasks().at(-1)?.status).toBe('cancelled');
    const running = await stage.order();
    await stage.pass(1);
    await stage.pass(5);
    await world.stores.clips.askToCancel(running.id, world.now());
    expect(await stage.end(running)).toBe('ready');
  });

  it('tells the operator what only the operator can mend', async () => {
    const before = stage.broken.length;
    await story('create:overdue');
    const told = stage.broken.slice(before).map(String).join();
    expect(told).toMatch(/The engine 'seedance' takes no order \(operator\): AccountOverdueError The request failed because your account/);
  });

  it('writes down nothing of its key or of pictures, whatever breaks', async () => {
    await story('create:reset-after');
    const rows = await world.database.query('select * from attempt');
    const everything = JSON.stringify([rows, stage.broken.map(String), alarms]);
    expect(everything).not.toContain(KEY);
    expect(everything).not.toContain('base64');
  });
});

describe('what Seedance is ordered', () => {
  it('is silent, without a mark, as the picture is shaped, and in the name of nobody', async () => {
    await story();
    const { order } = tasks().at(-1) as SimulatedTask;
    expect(order).toMatchObject({ seconds: 5, ratio: '3:4', watermark: false, generateAudio: false, expiresAfterSeconds: 3600 });
    expect(order.safetyIdentifier).toBe(`token of ${stage.person.id}`.slice(0, 64));
    expect(order.text).toMatch(/^The character in the picture looks into the camera, blinks once/);
  });

  it('takes no orders out of what people write', async () => {
    const clip = await stage.order({ motion: 'custom', customText: 'nods --dur 12 --wm true －－rs 1080p —seed 5 -\u200b-dur 11\u0007' });
    expect(await stage.end(clip)).toBe('ready');
    const { order } = tasks().at(-1) as SimulatedTask;
    expect(order).toMatchObject({ seconds: 5, watermark: false });
    expect(order.text).toMatch(/^The character in the picture: nods dur 12 wm true rs 1080p seed 5 dur 11\. /);
  });

  it('leaves out what a model does not take, and does not look for it', async () => {
    const engine = engineAt(simulator, { models: models('dreamina-seedance-2-0-mini-260615') });
    expect(engine.models[0]?.lengthsSeconds[0]).toBe(4);
    const other = await openClipStage(world, { ...engine, id: 'seedance-two' });
    expect(await other.end(await other.order())).toBe('ready');
    // such a model draws its own seeds, so that a lost answer stays lost: nothing is ordered twice, the credits come back
    const before = tasks().length;
    simulator.next('create:reset-after');
    expect(await other.end(await other.order())).toBe('failed: outcome-unknown');
    expect(tasks()).toHaveLength(before + 1);
    await other.close();
  });
});

describe('asking for models', () => {
  const probe = async (key: string, baseUrl: string, ...names: string[]) =>
    (await probeSeedanceModels({ fetch, baseUrl, key, models: models(...names) }, AbortSignal.timeout(10_000))).map(({ state }) => state);

  it('tells which can be used, are not activated, are retired, without ordering anything', async () => {
    const before = tasks().length;
    const states = await probe(
      KEY,
      simulator.baseUrl,
      STANDARD_SEEDANCE_MODEL,
      'dreamina-seedance-2-5-260628',
      'seedance-1-0-lite-i2v-250428',
    );
    expect(states).toEqual(['usable', 'not-activated', 'retired']);
    expect(tasks()).toHaveLength(before);
  });

  it('tells a key that is refused, a wrong address and a vendor that cannot be reached apart', async () => {
    expect(await probe('wrong', simulator.baseUrl, STANDARD_SEEDANCE_MODEL)).toEqual(['key-refused']);
    expect(await probe(KEY, `${simulator.address}/v1`, STANDARD_SEEDANCE_MODEL)).toEqual(['unclear']);
    expect(await probe(KEY, 'http://127.0.0.1:1/api/v3', STANDARD_SEEDANCE_MODEL)).toEqual(['unreachable']);
  });
});

import { createFalClient } from '@fal-ai/client';
import ReplicateClient, { validateWebhook } from 'replicate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hearOfAttempt } from '../../src/app/clips/hear-of-attempt.ts';
import type { JsonObject, VideoEngine } from '../../src/app/ports/video-engine.ts';
import { END_REASONS } from '../../src/domain/clip/end-reason.ts';
import { createFalEngine } from '../../src/engines/fal/fal-engine.ts';
import { FAL_MODELS } from '../../src/engines/fal/models.ts';
import { probeFal } from '../../src/engines/fal/probe-fal.ts';
import { createFalCallbackVerifier } from '../../src/engines/fal/verify-fal-callback.ts';
import type { ModelProbe } from '../../src/engines/http/model-probe.ts';
import { PROMPTS } from '../../src/engines/http/prompts.ts';
import { REPLICATE_MODELS } from '../../src/engines/replicate/models.ts';
import { probeReplicate } from '../../src/engines/replicate/probe-replicate.ts';
import { createReplicateEngine } from '../../src/engines/replicate/replicate-engine.ts';
import { createReplicateCallbackVerifier } from '../../src/engines/replicate/verify-replicate-callback.ts';
import { itBehavesLikeAVideoEngine } from '../contracts/video-engine.ts';
import { startFalSimulator } from '../simulators/fal/simulator.ts';
import { startReplicateSimulator } from '../simulators/replicate/simulator.ts';
import { type ClipStage, openClipStage, portrait } from '../support/clip-stage.ts';
import { openTestWorld, type TestWorld } from '../support/test-world.ts';

const KEY = 'a-key-that-nobody-may-see';
const PRICE = 120_000;
const alarms: string[] = [];
const common = { ...{ fetch, key: KEY, prompts: PROMPTS, resultHosts: [] }, onAlarm: (words: string) => alarms.push(words) };

/** What a simulator of another host can be told and asked. */
interface Simulator {
  readonly address: string;
  next(...scenarios: never[]): unknown;
  ids(): string[];
  billed(): readonly unknown[];
  signedCallback(id: string): { readonly body: string; readonly headers: Readonly<Record<string, string>> };
  close(): Promise<void>;
}

interface Host {
  readonly name: string;
  readonly start: (options: { key: string; nowSeconds: () => number }) => Promise<Simulator>;
  readonly engineAt: (baseUrl: string) => VideoEngine;
  readonly verifierAt: (address: string, now: () => Date) => (headers: Headers, body: string) => Promise<boolean>;
  readonly probe: (key: string, baseUrl: string, model: string) => Promise<ModelProbe[]>;
  readonly neverGiven: (ticket: Readonly<Record<string, unknown>>) => Record<string, string>;
  /** What the vendor's message is changed in, so that its signature does not fit any more. */
  readonly signedHeader: string;
  /** What each clip of five seconds costs, in millionths of a dollar; `null` when nobody tells. */
  readonly costMicroDollars: number | null;
  /** What happens, how the clip ends, how many are billed. */
  readonly stories: readonly (readonly [scenario: unknown, end: string, billed: number])[];
}

const refusal = (what: string, msg: string) => ({ type: 'content_policy_violation', loc: ['body', what], msg });

const FAL: Host = {
  name: 'fal',
  start: startFalSimulator,
  engineAt: (baseUrl) => createFalEngine({ ...common, baseUrl, models: FAL_MODELS }),
  verifierAt: (address, now) => createFalCallbackVerifier({ fetch, jwksUrl: `${address}/.well-known/jwks.json`, now }),
  probe: (key, baseUrl, id) =>
    probeFal({ fetch, key, baseUrl, models: [{ ...(FAL_MODELS[0] as (typeof FAL_MODELS)[0]), id }] }, AbortSignal.timeout(5000)),
  neverGiven: ({ statusUrl }) => ({ statusUrl: `${String(statusUrl).slice(0, -15)}0/status` }),
  signedHeader: 'x-fal-webhook-user-id',
  // by its price: a dollar per million tokens, 832x1120 pixels of 121 frames
  costMicroDollars: 110_110,
  stories: [
    [undefined, 'ready', 1],
    [401, 'failed: engine-unavailable', 0],
    [402, 'failed: engine-unavailable', 0],
    [404, 'failed: engine-unavailable', 0],
    [429, 'ready', 1],
    // it has no list in which an order could be found again: the credits go back, nothing is ordered twice
    [500, 'failed: outcome-unknown', 0],
    ['reset-after', 'failed: outcome-unknown', 1],
    ['garbage-after', 'failed: outcome-unknown', 1],
    [refusal('prompt', 'flagged'), 'refused: text-refused', 0],
    [refusal('image_url', 'flagged'), 'refused: picture-refused', 0],
    [{ ...refusal('image_url', 'may contain a real person'), type: 'partner_validation_failed' }, 'refused: face-refused', 0],
    [refusal('', 'output flagged'), 'ready', 1],
    [{ type: 'downstream_service_error', loc: ['body'], msg: 'oops' }, 'ready', 1],
  ],
};

const REPLICATE: Host = {
  name: 'Replicate',
  start: startReplicateSimulator,
  engineAt: (baseUrl) => createReplicateEngine({ ...common, baseUrl, models: REPLICATE_MODELS }),
  verifierAt: (baseUrl, now) => createReplicateCallbackVerifier({ fetch, baseUrl, key: KEY, now }),
  probe: (key, baseUrl, id) =>
    probeReplicate(
      { fetch, key, baseUrl, models: [{ ...(REPLICATE_MODELS[0] as (typeof REPLICATE_MODELS)[0]), id }] },
      AbortSignal.timeout(5000),
    ),
  neverGiven: () => ({ predictionId: '00aa' }),
  signedHeader: 'webhook-id',
  costMicroDollars: null,
  stories: [
    [undefined, 'ready', 1],
    [401, 'failed: engine-unavailable', 0],
    [402, 'failed: engine-unavailable', 0],
    [422, 'failed: engine-unavailable', 0],
    [429, 'ready', 1],
    // that it is not in the list proves nothing
    [500, 'failed: outcome-unknown', 0],
    // what is in the list is found by its seed
    ['reset-after', 'ready', 1],
    ['garbage-after', 'ready', 1],
    [{ fails: 'The input or output was flagged as sensitive. Please try again (E005)' }, 'ready', 1],
    [{ fails: 'The input text was flagged as sensitive' }, 'refused: text-refused', 0],
    [{ fails: 'Output flagged as nsfw' }, 'ready', 1],
    [{ fails: 'the image may contain a real person' }, 'refused: face-refused', 0],
    [{ fails: 'CUDA out of memory' }, 'ready', 1],
  ],
};

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world?.close());

for (const host of [FAL, REPLICATE]) {
  itBehavesLikeAVideoEngine(host.name, async () => {
    let seconds = Date.now() / 1000;
    const simulator = await host.start({ key: KEY, nowSeconds: () => seconds });
    return {
      open: () => host.engineAt(simulator.address),
      finishWork: async () => {
        seconds += 60;
      },
      now: () => new Date(seconds * 1000),
      ...{ neverGiven: host.neverGiven, secret: KEY, close: simulator.close },
    };
  });
}

describe.each([FAL, REPLICATE])('a clip by $name', (host) => {
  let simulator: Simulator;
  let stage: ClipStage;
  beforeAll(async () => {
    simulator = await host.start({ key: KEY, nowSeconds: () => world.now().getTime() / 1000 });
    stage = await openClipStage(world, host.engineAt(simulator.address), { slots: 30 });
  });
  afterAll(async () => {
    await stage.close();
    await simulator.close();
  });
  const balance = () => world.stores.ledger.balance(stage.person.id);
  const latestNotice = async () => (await world.stores.notifications.list(stage.person.id, { most: 1 }))[0]?.sentence;

  it.each(host.stories.map(([scenario, end, billed]) => ({ scenario, end, billed })))(
    'that meets $scenario ends as $end, with the credits where they belong, and its owner hears so',
    async ({ scenario, end, billed }) => {
      if (scenario !== undefined) simulator.next(scenario as never);
      const [had, before] = [await balance(), simulator.billed().length];
      const clip = await stage.order();
      expect(await stage.end(clip)).toBe(end);
      expect(simulator.billed().length - before).toBe(billed);
      expect(await balance()).toEqual({ walletCredits: had.walletCredits - (end === 'ready' ? PRICE : 0), heldCredits: 0 });
      const reason = (await world.stores.clips.find(clip.id))?.endReason;
      expect(await latestNotice()).toBe(reason === undefined ? 'Your clip of Mira is ready.' : END_REASONS[reason].sentence);
    },
  );

  it('costs what is kept with it, or says nothing of it', async () => {
    const clip = await stage.order();
    expect(await stage.end(clip)).toBe('ready');
    const [attempt] = await world.database.query('select cost_micro_dollars from attempt where clip = $1', [clip.id]);
    expect(attempt).toEqual({ cost_micro_dollars: host.costMicroDollars });
  });

  it('is heard of only when the vendor signed it, now, over this very body', async () => {
    const verify = host.verifierAt(simulator.address, () => world.now());
    const { body, headers } = simulator.signedCallback(simulator.ids()[0] ?? '');
    expect(await verify(new Headers(headers), body)).toBe(true);
    expect(await verify(new Headers(headers), `${body} `)).toBe(false);
    expect(await verify(new Headers({ ...headers, [host.signedHeader]: 'other' }), body)).toBe(false);
    expect(await verify(new Headers(), body)).toBe(false);
    world.advanceClock(301);
    expect(await verify(new Headers(headers), body)).toBe(false);
  });

  it('is found again by the message that the vendor signs when it is done, also when it was given up meanwhile', async () => {
    for (const waitSeconds of [40, 700]) {
      simulator.next('reset-after' as never);
      const clip = await stage.order();
      await stage.pass(0);
      const attempt = await world.stores.attempts.latestOf(clip.id);
      const { body } = simulator.signedCallback(simulator.ids().at(-1) ?? '');
      await stage.pass(waitSeconds);
      const had = await balance();
      // what nobody signed changes nothing
      await hearOfAttempt(stage.worker, attempt?.id ?? '', undefined);
      await hearOfAttempt(stage.worker, attempt?.id ?? '', body);
      await hearOfAttempt(stage.worker, attempt?.id ?? '', body);
      expect(await stage.end(clip).then(() => stage.pass(60))).toBeUndefined();
      expect((await world.stores.clips.find(clip.id))?.state).toBe('ready');
      expect((await balance()).walletCredits).toBe(had.walletCredits);
    }
  });

  it('is announced in words: whether the key is taken, the vendor reached, and the model there', async () => {
    const [model = ''] = host.engineAt(simulator.address).models.map(({ id }) => id);
    const states = async (...asked: Parameters<Host['probe']>) => (await host.probe(...asked)).map(({ state }) => state);
    const before = simulator.ids().length;
    expect(await states(KEY, simulator.address, model)).toEqual([host === FAL ? 'untold' : 'usable']);
    expect(await states('wrong', simulator.address, model)).toEqual(['key-refused']);
    expect(await states(KEY, 'http://127.0.0.1:1', model)).toEqual(['unreachable']);
    if (host === REPLICATE) expect(await states(KEY, simulator.address, 'bytedance/seedance-0-lite')).toEqual(['retired']);
    expect(simulator.ids()).toHaveLength(before);
  });
});

it('a prediction at Replicate is stopped while it waits and while it runs, and is gone an hour later', async () => {
  let seconds = 1000;
  const simulator = await startReplicateSimulator({ key: KEY, nowSeconds: () => seconds });
  const engine = REPLICATE.engineAt(simulator.address);
  const signal = AbortSignal.timeout(30_000);
  const [waiting, running, finished] = [await ticketAt(engine), await ticketAt(engine), await ticketAt(engine)];
  expect(await engine.cancel(waiting, { signal })).toBe('cancelled');
  seconds += 5;
  expect(await engine.cancel(running, { signal })).toBe('cancelled');
  expect(await engine.check(running, { signal })).toMatchObject({ kind: 'failed', trouble: { kind: 'gone' } });
  seconds += 30;
  expect(await engine.cancel(finished, { signal })).toBe('too-late');
  expect(await engine.check(finished, { signal })).toMatchObject({ kind: 'finished' });
  seconds += 3600;
  alarms.length = 0;
  expect(await engine.check(finished, { signal })).toMatchObject({ kind: 'failed', trouble: { vendorCode: 'no-output' } });
  expect(alarms).toHaveLength(1);
  await simulator.close();
});

async function ticketAt(engine: VideoEngine): Promise<JsonObject> {
  const picture = { widthPixels: 720, heightPixels: 960, contentType: 'image/png', bytes: portrait };
  const order = { attemptId: crypto.randomUUID(), modelId: engine.models[0]?.id ?? '', seed: 1, userToken: 'x', picture };
  const wish = { lengthSeconds: 5, motion: { id: 'breathing', customText: '' }, strength: 'normal' } as const;
  const start = await engine.start({ ...order, ...wish }, { signal: AbortSignal.timeout(30_000) });
  if (start.kind !== 'started') throw new Error(start.kind);
  return start.ticket;
}

it('a request at fal is stopped while it waits there, and not afterwards', async () => {
  let seconds = 0;
  const simulator = await startFalSimulator({ key: KEY, nowSeconds: () => seconds });
  const engine = FAL.engineAt(simulator.address);
  const signal = AbortSignal.timeout(30_000);
  const [waiting, running] = [await ticketAt(engine), await ticketAt(engine)];
  expect(await engine.cancel(waiting, { signal })).toBe('cancelled');
  seconds += 5;
  expect(await engine.cancel(running, { signal })).toBe('too-late');
  await simulator.close();
});

describe('the simulators', () => {
  const MODEL = 'fal-ai/bytedance/seedance/v1/pro/fast/image-to-video';

  it('have what the client of fal expects', async () => {
    const simulator = await startFalSimulator({ key: 'id:secret', queueSeconds: 0, renderSeconds: 0.2 });
    const fetchHere: typeof fetch = (url, init) => fetch(String(url).replace('https://queue.fal.run', simulator.address), init);
    const fal = createFalClient({ credentials: 'id:secret', fetch: fetchHere });
    const input = { prompt: 'smiles', image_url: 'https://example.com/a.png', duration: '5', resolution: '720p', seed: 7 } as const;
    const { data } = await fal.subscribe(MODEL, { input, pollInterval: 50 });
    expect(data).toMatchObject({ video: { content_type: 'video/mp4' }, seed: 7 });
    await expect(fal.subscribe(MODEL, { input: { ...input, duration: 'long' as '5' } })).rejects.toMatchObject({ status: 422 });
    await simulator.close();
  });

  it('have what the client of Replicate expects, which also believes signatures that are old', async () => {
    const simulator = await startReplicateSimulator({ startSeconds: 0, renderSeconds: 0.2 });
    const replicate = new ReplicateClient({ auth: 'simulated-key', baseUrl: `${simulator.address}/v1`, useFileOutput: false });
    const input = { prompt: 'smiles', image: 'https://example.com/a.png', duration: 5, seed: 7 };
    const output = await replicate.run('bytedance/seedance-1-pro-fast', { input, wait: { mode: 'poll', interval: 50 } });
    expect(String(output)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/files\/\w+\.mp4$/);
    await expect(replicate.run('bytedance/seedance-1-pro-fast', { input: {} })).rejects.toThrow(/prompt is required/);
    const { results } = await replicate.predictions.list();
    expect(results).toMatchObject([{ status: 'succeeded', input: { seed: 7 } }]);
    expect(await replicate.models.get('bytedance', 'seedance-1-pro-fast')).toMatchObject({ name: 'seedance-1-pro-fast' });
    const { body, headers } = simulator.signedCallback(simulator.ids()[0] ?? '');
    const hook = { id: headers['webhook-id'], timestamp: headers['webhook-timestamp'], signature: headers['webhook-signature'] };
    expect(await validateWebhook({ ...hook, body, secret: simulator.secret })).toBe(true);
    await simulator.close();
  });
});

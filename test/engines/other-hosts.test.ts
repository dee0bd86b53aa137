import { createFalClient } from '@fal-ai/client';
import ReplicateClient, { validateWebhook } from 'replicate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VideoEngine } from '../../src/app/ports/video-engine.ts';
import { createFalEngine } from '../../src/engines/fal/fal-engine.ts';
import { FAL_MODELS } from '../../src/engines/fal/models.ts';
import { createFalCallbackVerifier } from '../../src/engines/fal/verify-fal-callback.ts';
import { PROMPTS } from '../../src/engines/http/prompts.ts';
import { REPLICATE_MODELS } from '../../src/engines/replicate/models.ts';
import { createReplicateEngine } from '../../src/engines/replicate/replicate-engine.ts';
import { createReplicateCallbackVerifier } from '../../src/engines/replicate/verify-replicate-callback.ts';
import { itBehavesLikeAVideoEngine } from '../contracts/video-engine.ts';
import { startFalSimulator } from '../simulators/fal/simulator.ts';
import { startReplicateSimulator } from '../simulators/replicate/simulator.ts';
import { type ClipStage, openClipStage } from '../support/clip-stage.ts';
import { openTestWorld, type TestWorld } from '../support/test-world.ts';

const KEY = 'a-key-that-nobody-may-see';
const PRICE = 120_000;
const alarms: string[] = [];
const common = { ...{ fetch, key: KEY, prompts: PROMPTS, resultHosts: [] }, onAlarm: (words: string) => alarms.push(words) };
const falAt = (baseUrl: string) => createFalEngine({ ...common, baseUrl, models: FAL_MODELS });
const replicateAt = (baseUrl: string) => createReplicateEngine({ ...common, baseUrl, models: REPLICATE_MODELS });

let seconds = Date.now() / 1000;
const clock = { key: KEY, nowSeconds: () => seconds };
const trial = <Simulator extends { address: string; close: () => Promise<void> }>(
  simulator: Simulator,
  open: (address: string) => VideoEngine,
  neverGiven: (ticket: Record<string, unknown>) => Record<string, string>,
) => ({
  open: () => open(simulator.address),
  finishWork: async () => {
    seconds += 60;
  },
  now: () => new Date(seconds * 1000),
  ...{ neverGiven, secret: KEY, close: simulator.close },
});

itBehavesLikeAVideoEngine('fal', async () =>
  trial(await startFalSimulator(clock), falAt, (ticket) => ({ statusUrl: `${String(ticket.statusUrl).slice(0, -15)}0/status` })),
);
itBehavesLikeAVideoEngine('replicate', async () =>
  trial(await startReplicateSimulator(clock), replicateAt, () => ({ predictionId: '00aa' })),
);

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world?.close());

/** How a clip ends for its owner, whose credits are looked after, and how many clips the vendor bills. */
async function story(stage: ClipStage, billed: () => readonly unknown[]): Promise<[end: string, billed: number]> {
  const balance = () => world.stores.ledger.balance(stage.person.id);
  const [had, before] = [await balance(), billed().length];
  const end = await stage.end(await stage.order());
  const paid = end === 'ready' ? PRICE : 0;
  expect(await balance()).toEqual({ walletCredits: had.walletCredits - paid, heldCredits: 0 });
  return [end, billed().length - before];
}

describe('a clip by fal', () => {
  let simulator: Awaited<ReturnType<typeof startFalSimulator>>;
  let stage: ClipStage;
  beforeAll(async () => {
    simulator = await startFalSimulator({ key: KEY, nowSeconds: () => world.now().getTime() / 1000 });
    stage = await openClipStage(world, falAt(simulator.address), { slots: 30 });
  });
  afterAll(async () => {
    await stage.close();
    await simulator.close();
  });

  it.each([
    [undefined, 'ready', 1],
    [401, 'failed: engine-unavailable', 0],
    [402, 'failed: engine-unavailable', 0],
    [404, 'failed: engine-unavailable', 0],
    [429, 'ready', 1],
    // it has no list in which an order could be found again: the credits go back, nothing is ordered twice
    [500, 'failed: outcome-unknown', 0],
    ['reset-after', 'failed: outcome-unknown', 1],
    ['garbage-after', 'failed: outcome-unknown', 1],
    [{ type: 'content_policy_violation', loc: ['body', 'prompt'], msg: 'flagged' }, 'refused: text-refused', 0],
    [{ type: 'content_policy_violation', loc: ['body', 'image_url'], msg: 'flagged' }, 'refused: picture-refused', 0],
    [{ type: 'partner_validation_failed', loc: ['body', 'image_url'], msg: 'may contain a real person' }, 'refused: face-refused', 0],
    [{ type: 'content_policy_violation', loc: ['body'], msg: 'output flagged' }, 'ready', 1],
    [{ type: 'downstream_service_error', loc: ['body'], msg: 'oops' }, 'ready', 1],
  ] as const)('that meets %j ends as %s', async (scenario, end, billed) => {
    if (scenario !== undefined) simulator.next(scenario as never);
    expect(await story(stage, simulator.billed)).toEqual([end, billed]);
  });

  it('is stopped while it waits there, and not afterwards', async () => {
    const engine = falAt(simulator.address);
    const { id } = [...simulator.requests.values()].at(-1) ?? { id: '' };
    const base = `${simulator.address}/fal-ai/bytedance/requests/${id}`;
    const ticket = { statusUrl: `${base}/status`, cancelUrl: `${base}/cancel`, responseUrl: base };
    expect(await engine.cancel(ticket, { signal: AbortSignal.timeout(5000) })).toBe('too-late');
  });

  it('is heard of only when fal signed it, now, over this very body', async () => {
    const now = () => world.now();
    const verify = createFalCallbackVerifier({ fetch, jwksUrl: `${simulator.address}/.well-known/jwks.json`, now });
    const id = [...simulator.requests.keys()][0] ?? '';
    const { body, headers } = simulator.signedCallback(id);
    expect(await verify(new Headers(headers), body)).toBe(true);
    expect(await verify(new Headers(headers), `${body} `)).toBe(false);
    expect(await verify(new Headers({ ...headers, 'x-fal-webhook-user-id': 'other' }), body)).toBe(false);
    expect(await verify(new Headers(), body)).toBe(false);
    world.advanceClock(301);
    expect(await verify(new Headers(headers), body)).toBe(false);
  });
});

describe('a clip by Replicate', () => {
  let simulator: Awaited<ReturnType<typeof startReplicateSimulator>>;
  let stage: ClipStage;
  beforeAll(async () => {
    simulator = await startReplicateSimulator({ key: KEY, nowSeconds: () => world.now().getTime() / 1000 });
    stage = await openClipStage(world, replicateAt(simulator.address), { slots: 30 });
  });
  afterAll(async () => {
    await stage.close();
    await simulator.close();
  });

  it.each([
    [undefined, 'ready', 1],
    [401, 'failed: engine-unavailable', 0],
    [402, 'failed: engine-unavailable', 0],
    [422, 'failed: engine-unavailable', 0],
    [429, 'ready', 1],
    [500, 'failed: outcome-unknown', 0],
    ['reset-after', 'failed: outcome-unknown', 1],
    ['garbage-after', 'failed: outcome-unknown', 1],
    [{ fails: 'The input or output was flagged as sensitive. Please try again (E005)' }, 'ready', 1],
    [{ fails: 'The input text was flagged as sensitive' }, 'refused: text-refused', 0],
    [{ fails: 'Output flagged as nsfw' }, 'ready', 1],
    [{ fails: 'the image may contain a real person' }, 'refused: face-refused', 0],
    [{ fails: 'CUDA out of memory' }, 'ready', 1],
  ] as const)('that meets %j ends as %s', async (scenario, end, billed) => {
    if (scenario !== undefined) simulator.next(scenario as never);
    expect(await story(stage, simulator.billed)).toEqual([end, billed]);
  });

  it('is heard of only when Replicate signed it, now, over this very body, as its own client finds too', async () => {
    const verify = createReplicateCallbackVerifier({ fetch, baseUrl: simulator.address, key: KEY, now: () => world.now() });
    const { body, headers } = simulator.signedCallback([...simulator.predictions.keys()][0] ?? '');
    expect(await verify(new Headers(headers), body)).toBe(true);
    const hook = { id: headers['webhook-id'], timestamp: headers['webhook-timestamp'], signature: headers['webhook-signature'] };
    expect(await validateWebhook({ ...hook, body, secret: simulator.secret })).toBe(true);
    expect(await verify(new Headers(headers), `${body} `)).toBe(false);
    expect(await verify(new Headers({ ...headers, 'webhook-id': 'other' }), body)).toBe(false);
    expect(await verify(new Headers(), body)).toBe(false);
    // its own client would still believe it
    world.advanceClock(301);
    expect(await verify(new Headers(headers), body)).toBe(false);
    expect(await validateWebhook({ ...hook, body, secret: simulator.secret })).toBe(true);
  });
});

describe('the simulators', () => {
  it('have what the client of fal expects', async () => {
    const simulator = await startFalSimulator({ key: 'id:secret', queueSeconds: 0, renderSeconds: 0.2 });
    const fetchHere: typeof fetch = (url, init) => fetch(String(url).replace('https://queue.fal.run', simulator.address), init);
    const fal = createFalClient({ credentials: 'id:secret', fetch: fetchHere });
    const model = 'fal-ai/bytedance/seedance/v1/pro/fast/image-to-video';
    const input = { prompt: 'smiles', image_url: 'https://example.com/a.png', duration: '5', resolution: '720p', seed: 7 } as const;
    const { data } = await fal.subscribe(model, { input, pollInterval: 50 });
    expect(data).toMatchObject({ video: { content_type: 'video/mp4' }, seed: 7 });
    await expect(fal.subscribe(model, { input: { ...input, duration: 'long' as '5' } })).rejects.toMatchObject({ status: 422 });
    await simulator.close();
  });

  it('have what the client of Replicate expects', async () => {
    const simulator = await startReplicateSimulator({ startSeconds: 0, renderSeconds: 0.2 });
    const replicate = new ReplicateClient({ auth: 'simulated-key', baseUrl: `${simulator.address}/v1`, useFileOutput: false });
    const input = { prompt: 'smiles', image: 'https://example.com/a.png', duration: 5 };
    const output = await replicate.run('bytedance/seedance-1-pro-fast', { input, wait: { mode: 'poll', interval: 50 } });
    expect(String(output)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/files\/\w+\.mp4$/);
    await expect(replicate.run('bytedance/seedance-1-pro-fast', { input: {} })).rejects.toThrow(/prompt is required/);
    await simulator.close();
  });
});

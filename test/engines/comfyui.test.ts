import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createComfyuiEngine, probeComfyui } from '../../src/engines/comfyui/comfyui-engine.ts';
import { measuresOf, readWorkflow } from '../../src/engines/comfyui/workflow.ts';
import { PROMPTS } from '../../src/engines/http/prompts.ts';
import { itBehavesLikeAVideoEngine } from '../contracts/video-engine.ts';
import { startComfyuiSimulator } from '../simulators/comfyui/simulator.ts';
import { type ClipStage, openClipStage } from '../support/clip-stage.ts';
import { openTestWorld, type TestWorld } from '../support/test-world.ts';

const shipped = (name: string) => readWorkflow(name, readFileSync(new URL(`../../workflows/${name}.json`, import.meta.url), 'utf8'));
const WAN = shipped('wan-2.2');
const engineAt = (baseUrl: string, workflow = WAN) => createComfyuiEngine({ fetch, baseUrl, workflow, prompts: PROMPTS, clientId: 'test' });

itBehavesLikeAVideoEngine('comfyui', async () => {
  const simulator = await startComfyuiSimulator();
  return {
    open: () => engineAt(simulator.address),
    finishWork: async () => simulator.finish(),
    now: () => new Date(),
    neverGiven: () => ({ promptId: 'a0000000-0000-4000-8000-000000000000' }),
    secret: 'there is none',
    close: simulator.close,
  };
});

describe('a clip by ComfyUI', () => {
  let world: TestWorld;
  let simulator: Awaited<ReturnType<typeof startComfyuiSimulator>>;
  let stage: ClipStage;
  beforeAll(async () => {
    world = await openTestWorld();
    simulator = await startComfyuiSimulator();
    stage = await openClipStage(world, engineAt(simulator.address), { slots: 1 });
  });
  afterAll(async () => {
    await stage.close();
    await simulator.close();
    await world.close();
  });

  const state = async ({ id }: { id: string }) => (await world.stores.clips.find(id))?.state;
  const heldCredits = async () => (await world.stores.ledger.balance(stage.person.id)).heldCredits;

  it('is made of the uploaded picture in its own shape, and shows how far it is', async () => {
    const clip = await stage.order();
    await stage.pass(0);
    const [prompt] = [...simulator.prompts.values()];
    expect(prompt?.graph.latent?.inputs).toMatchObject({ width: 832, height: 1088, length: 121 });
    expect(prompt?.graph.positive?.inputs.text).toMatch(/^The character in the picture/);
    expect(prompt?.graph.sampled?.inputs.seed).toEqual(expect.any(Number));
    for (let tries = 0; tries < 100 && (await world.stores.clips.find(clip.id))?.progressPercent !== 40; tries++) {
      simulator.run(40);
      await sleep(20);
      await stage.pass(5);
    }
    expect((await world.stores.clips.find(clip.id))?.progressPercent).toBe(40);
    simulator.finish();
    await stage.pass(5);
    expect(await state(clip)).toBe('ready');
  });

  it('is made anew after a restart that forgot it, and nothing is paid twice', async () => {
    const clip = await stage.order();
    await stage.pass(0);
    simulator.restart();
    await stage.pass(5);
    await stage.pass(10);
    simulator.finish();
    await stage.pass(5);
    expect(await state(clip)).toBe('ready');
    expect(await heldCredits()).toBe(0);
  });

  it.each([['reset-after'], ['error-after']] as const)('is found again by its own id when %s', async (scenario) => {
    simulator.next(scenario);
    const before = simulator.prompts.size;
    const clip = await stage.order();
    await stage.pass(0);
    await stage.pass(91);
    simulator.finish();
    await stage.pass(10);
    expect(await state(clip)).toBe('ready');
    expect(simulator.prompts.size).toBe(before + 1);
  });

  it('waits when the picture cannot be brought there, ends when a model is missing, is tried again without memory', async () => {
    simulator.next('upload-fails');
    const waiting = await stage.order();
    await stage.pass(0);
    expect(await state(waiting)).toBe('queued');
    await stage.pass(16);
    simulator.finish();
    await stage.pass(5);
    expect(await state(waiting)).toBe('ready');
    simulator.next('missing-model');
    expect(await stage.end(await stage.order())).toBe('failed: engine-unavailable');
    simulator.next('out-of-memory');
    const heavy = await stage.order();
    await stage.pass(0);
    simulator.finish();
    await stage.pass(5);
    expect(await state(heavy)).toBe('queued');
    await stage.pass(11);
    simulator.finish();
    await stage.pass(5);
    expect(await state(heavy)).toBe('ready');
  });

  it('is stopped while it waits and while it runs, and nothing of others is', async () => {
    const engine = engineAt(simulator.address);
    const signal = AbortSignal.timeout(5000);
    const clip = await stage.order();
    await stage.pass(0);
    const ours = [...simulator.prompts.keys()].at(-1) ?? '';
    const theirs = { id: 'theirs', graph: {}, clientId: undefined, state: 'running' as const };
    simulator.prompts.set('theirs', theirs);
    const running = { ...simulator.prompts.get(ours), state: 'running' };
    simulator.prompts.set(ours, running as typeof theirs);
    expect(await engine.cancel({ promptId: ours }, { signal })).toBe('cancelled');
    expect(running.state).toBe('interrupted');
    expect(theirs.state).toBe('running');
    expect(await engine.cancel({ promptId: ours }, { signal })).toBe('too-late');
    simulator.prompts.delete('theirs');
    await stage.pass(5);
    await stage.pass(11);
    simulator.finish();
    await stage.pass(5);
    expect(await state(clip)).toBe('ready');
  });
});

describe('workflows', () => {
  it.each(['wan-2.2', 'ltx-2'])('%s is shipped whole, and a ComfyUI is asked whether it has what it takes', async (name) => {
    const workflow = shipped(name);
    const there = await startComfyuiSimulator();
    const old = await startComfyuiSimulator({ lacks: ['SaveVideo'] });
    const probe = (baseUrl: string) => probeComfyui({ fetch, baseUrl, workflow }, AbortSignal.timeout(5000));
    expect(await probe(there.address)).toMatchObject({ state: 'usable' });
    expect(await probe(old.address)).toMatchObject({ state: 'not-activated', sentence: expect.stringContaining('lacks SaveVideo') });
    expect(await probe('http://127.0.0.1:1')).toMatchObject({ state: 'unreachable' });
    await there.close();
    await old.close();
  });

  it('have sides and counts of frames that their model can do', () => {
    const upright = { widthPixels: 720, heightPixels: 1280 };
    expect(measuresOf(WAN, upright, 5)).toEqual({ width: 704, height: 1280, frames: 121 });
    expect(measuresOf(shipped('ltx-2'), upright, 3)).toEqual({ width: 704, height: 1280, frames: 73 });
  });

  it('of an operator are refused with what is wrong', () => {
    const broken = (change: (text: string) => string) => () => readWorkflow('mine', change(JSON.stringify({ ...WAN, id: undefined })));
    expect(broken((text) => text.replace('{{prompt}}', 'a fixed text'))).toThrow('{{prompt}} is missing');
    expect(broken((text) => text.replace('{{seed}}', '{{sed}}'))).toThrow('no placeholder {{sed}}');
    expect(broken(() => '{')).toThrow();
  });
});

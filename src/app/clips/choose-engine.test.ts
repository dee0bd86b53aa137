import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Script, type ScriptedEngine, scriptedEngine } from '../../../test/support/scripted-engine.ts';
import { houseOf, openTestWorld, type TestWorld, workerOf } from '../../../test/support/test-world.ts';
import { END_REASONS } from '../../domain/clip/end-reason.ts';
import { credits } from '../../domain/credits/credits.ts';
import type { EngineTroubleKind } from '../../domain/engine/engine-trouble.ts';
import type { EngineChoice } from '../ports/engine-choice.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { Person } from '../ports/stores/person-store.ts';
import type { EngineStart } from '../ports/video-engine.ts';
import { advanceAttempt } from './advance-attempt.ts';
import { wishedEngine } from './choose-engine.ts';
import { dispatchClips } from './dispatch-clips.ts';
import { estimateClip } from './estimate-clip.ts';
import { type ClipWish, requestClip } from './request-clip.ts';
import { sweepClips } from './sweep-clips.ts';

const PRICE = 120_000;
const FUNDS = 1_000_000;
const refuses = (kind: EngineTroubleKind): Script => ({ starts: [{ kind: 'refused', trouble: { kind } }] });

let world: TestWorld;
let person: Person;
let pictureId: string;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  person = await world.addPerson({ creditsGiven: FUNDS });
  pictureId = (await world.addPicture(await world.addCharacter(person))).id;
  world.sent.length = 0;
});

/** A house of engines in this order, each with a script. */
async function stage(scripts: Script[], { whenFaceRefused = 'ask' }: Partial<EngineChoice> = {}) {
  const made: ScriptedEngine[] = scripts.map((script) => scriptedEngine(script));
  const engines = new Map((await Promise.all(made.map((engine) => houseOf(world, engine)))).flatMap((house) => [...house]));
  const choice: EngineChoice = { orderFor: () => made.map(({ id }) => id), whenFaceRefused };
  const standardEngine = { engine: made[0]?.id ?? '', model: 'one' };
  const ports = { world, engines, choice, standardEngine, safety: { judge: async () => ({ allowed: true }) as const } };
  return { made, ports, worker: { ...workerOf(world, engines), choice } };
}
type Stage = Awaited<ReturnType<typeof stage>>;

async function order({ ports }: Stage, wish: Partial<ClipWish> = {}): Promise<Clip> {
  const outcome = await requestClip(ports, person, {
    ...{ pictureId, motion: 'breathing', customText: '', lengthSeconds: 5, strength: 'normal', idempotencyKey: crypto.randomUUID() },
    ...(await wishedEngine(ports, person, { lengthSeconds: 5 })),
    ...wish,
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.clip;
}

async function pass({ worker }: Stage, seconds: number): Promise<void> {
  world.advanceClock(seconds);
  await sweepClips(world);
  const next = (): number => world.sent.findIndex(({ dueAt }) => dueAt <= world.now());
  for (let index = next(); index >= 0; index = next()) {
    const [job] = world.sent.splice(index, 1);
    if (job?.name === 'dispatch') await dispatchClips(worker, job.payload.engine);
    if (job?.name === 'advance') await advanceAttempt(worker, job.payload.attemptId);
  }
}

const now = async ({ id }: Clip) => (await world.stores.clips.find(id)) as Clip;
const wallet = () => world.stores.ledger.balance(person.id);
const told = async () => (await world.stores.notifications.list(person.id, { most: 1 }))[0]?.sentence;

describe('a clip whose engine cannot make it', () => {
  it.each(['operator', 'configuration'] as const)(
    'is made by the next one for the same price when it says %s, and its owner is told',
    async (kind) => {
      const on = await stage([refuses(kind), {}]);
      const clip = await order(on);
      await pass(on, 0);
      await pass(on, 5);
      const [first, second] = on.made;
      expect(await now(clip)).toMatchObject({ state: 'ready', engine: second?.id, askedEngine: first?.id, priceCredits: PRICE });
      expect([first?.orders.length, second?.orders.length]).toEqual([1, 1]);
      expect(await wallet()).toEqual({ walletCredits: FUNDS - PRICE, heldCredits: 0 });
      expect(await told()).toBe('Your clip of Mira is ready. Scripted engine made it, because Scripted engine could not.');
    },
  );

  it('is never made by one that costs more', async () => {
    const on = await stage([refuses('operator'), {}]);
    const price = { engine: on.made[1]?.id ?? '', model: 'one', lengthSeconds: 5, priceCredits: credits(PRICE + 1) };
    await world.stores.prices.setPrice({ ...price, id: world.newId(), effectiveFrom: world.now(), setBy: undefined });
    const clip = await order(on);
    await pass(on, 0);
    expect(await now(clip)).toMatchObject({ state: 'failed', endReason: 'engine-unavailable' });
    expect(await wallet()).toEqual({ walletCredits: FUNDS, heldCredits: 0 });
  });

  it('costs nothing when the next one is free, at once', async () => {
    const on = await stage([refuses('operator'), {}]);
    const price = { engine: on.made[1]?.id ?? '', model: 'one', lengthSeconds: 5, priceCredits: credits(0) };
    await world.stores.prices.setPrice({ ...price, id: world.newId(), effectiveFrom: world.now(), setBy: undefined });
    const clip = await order(on);
    await pass(on, 0);
    expect(await wallet()).toEqual({ walletCredits: FUNDS, heldCredits: 0 });
    await pass(on, 5);
    expect(await now(clip)).toMatchObject({ state: 'ready', priceCredits: 0 });
    expect(await told()).toMatch(/It costs nothing: your credits are back\.$/);
  });

  it('is given on for a face only when the operator says so, and never for what people asked for', async () => {
    const asks = await stage([refuses('moderation-face'), {}]);
    const next = await stage([refuses('moderation-face'), {}], { whenFaceRefused: 'next' });
    const text = await stage([refuses('moderation-text'), {}], { whenFaceRefused: 'next' });
    const clips = [await order(asks), await order(next), await order(text)];
    for (const on of [asks, next, text]) await pass(on, 0);
    for (const on of [asks, next, text]) await pass(on, 5);
    const ends = await Promise.all(clips.map(async (clip) => (await now(clip)).endReason ?? 'ready'));
    expect(ends).toEqual(['face-refused', 'ready', 'text-refused']);
  });

  it('goes from one to the next and ends when none is left', async () => {
    const on = await stage([refuses('operator'), refuses('operator'), refuses('operator')]);
    const clip = await order(on);
    await pass(on, 0);
    expect(await now(clip)).toMatchObject({ state: 'failed', endReason: 'engine-unavailable' });
    expect(on.made.map(({ orders }) => orders.length)).toEqual([1, 1, 1]);
    expect(await wallet()).toEqual({ walletCredits: FUNDS, heldCredits: 0 });
  });
});

describe('an engine that is away', () => {
  it('gets no order until one finds out that it is well, and meanwhile others are asked', async () => {
    const well: EngineStart = { kind: 'started', ticket: { task: 'x' } };
    const on = await stage([{ starts: [{ kind: 'refused', trouble: { kind: 'operator' } }, well] }, {}]);
    const [first, second] = on.made;
    await order(on);
    await pass(on, 0);
    expect(await wishedEngine(on.ports, person, { lengthSeconds: 5 })).toEqual({ engine: second?.id, model: 'one' });
    // somebody insists, and is given on
    const insisting = await order(on, { engine: first?.id ?? '' });
    await pass(on, 0);
    expect((await now(insisting)).engine).toBe(second?.id);
    expect(first?.orders).toHaveLength(1);
    await pass(on, 61);
    expect(await wishedEngine(on.ports, person, { lengthSeconds: 5 })).toEqual({ engine: first?.id, model: 'one' });
    const [probe, other] = [await order(on), await order(on)];
    await pass(on, 0);
    expect(first?.orders).toHaveLength(2);
    await pass(on, 5);
    expect(await now(probe)).toMatchObject({ state: 'ready', engine: first?.id });
    expect(await now(other)).toMatchObject({ state: 'ready', engine: second?.id });
    const after = [await order(on), await order(on)];
    await pass(on, 0);
    expect((await Promise.all(after.map(now))).map(({ engine }) => engine)).toEqual([first?.id, first?.id]);
  });

  it('is left alone longer every time, and asked by one order alone', async () => {
    const on = await stage([refuses('operator')]);
    const [only] = on.made;
    const clips = [await order(on)];
    await pass(on, 0);
    clips.push(await order(on), await order(on));
    await pass(on, 0);
    expect(only?.orders).toHaveLength(1);
    await pass(on, 61);
    expect(only?.orders).toHaveLength(2);
    await pass(on, 61);
    expect(only?.orders).toHaveLength(2);
    await pass(on, 900);
    expect(only?.orders).toHaveLength(3);
    expect(await Promise.all(clips.map(async (clip) => (await now(clip)).state))).toEqual(['failed', 'failed', 'failed']);
    expect(await wallet()).toEqual({ walletCredits: FUNDS, heldCredits: 0 });
  });

  it('keeps nobody waiting for more than ten minutes, says so, and gives the credits back', async () => {
    const on = await stage([refuses('operator')]);
    await order(on);
    await pass(on, 0);
    const clip = await order(on);
    const orderedAt = world.now();
    await pass(on, 59);
    const estimate = await estimateClip(world.stores, on.ports.engines, await now(clip), world.now());
    expect(estimate).toMatchObject({ likelySeconds: undefined, waitsForEngineUntil: new Date(orderedAt.getTime() + 600_000) });
    // it is found out again and again that it is not over
    const stillAway = () => world.stores.engines.noteTroubles(on.made[0]?.id ?? '', 4, new Date(world.now().getTime() + 500_000));
    await stillAway();
    await pass(on, 300);
    const later = await order(on);
    await stillAway();
    await pass(on, 240);
    expect((await now(clip)).state).toBe('queued');
    await pass(on, 2);
    expect(await now(clip)).toMatchObject({ state: 'failed', endReason: 'engine-unavailable' });
    expect(await told()).toBe(END_REASONS['engine-unavailable'].sentence);
    expect((await now(later)).state).toBe('queued');
    expect(await wallet()).toEqual({ walletCredits: FUNDS - PRICE, heldCredits: PRICE });
  });

  it('ends what it was too busy for, for ten minutes, and gives the credits back', async () => {
    const busy: EngineStart = { kind: 'retry-later', afterSeconds: 20, trouble: { kind: 'overloaded' } };
    const on = await stage([{ starts: [busy] }]);
    const clip = await order(on);
    await pass(on, 0);
    for (let waited = 0; waited < 1200 && (await now(clip)).endedAt === undefined; waited += 21) await pass(on, 21);
    expect(await now(clip)).toMatchObject({ state: 'failed', endReason: expect.stringMatching(/^engine-(overloaded|unavailable)$/) });
    expect((await now(clip)).endedAt?.getTime()).toBeLessThan(clip.createdAt.getTime() + 700_000);
    expect(await wallet()).toEqual({ walletCredits: FUNDS, heldCredits: 0 });
  });

  it('is away after four overloads in a row, not after one', async () => {
    const busy: EngineStart = { kind: 'retry-later', afterSeconds: 20, trouble: { kind: 'overloaded' } };
    const on = await stage([{ starts: [busy] }, {}]);
    const clip = await order(on);
    await pass(on, 0);
    for (let round = 0; round < 2; round++) await pass(on, 21);
    expect((await now(clip)).engine).toBe(on.made[0]?.id);
    await pass(on, 21);
    expect(await world.stores.engines.isAway(on.made[0]?.id ?? '', world.now())).toBe(true);
    await pass(on, 2);
    await pass(on, 21);
    expect(await world.stores.engines.isAway(on.made[0]?.id ?? '', world.now())).toBe(true);
  });
});

it('the same wish gets the same answer, also when another engine took over meanwhile', async () => {
  const on = await stage([refuses('operator'), {}]);
  const key = crypto.randomUUID();
  const clip = await order(on, { idempotencyKey: key });
  await pass(on, 0);
  const again = await wishedEngine(on.ports, person, { lengthSeconds: 5, idempotencyKey: key });
  expect(again.engine).toBe(on.made[0]?.id);
  expect((await order(on, { ...again, idempotencyKey: key })).id).toBe(clip.id);
});

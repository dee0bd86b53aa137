import { afterAll, beforeAll, expect, it } from 'vitest';
import { scriptedEngine } from '../../../test/support/scripted-engine.ts';
import { houseOf, openTestWorld, type TestWorld, workerOf } from '../../../test/support/test-world.ts';
import { credits } from '../../domain/credits/credits.ts';
import { type Owned, ownedClip } from '../permissions.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import { advanceAttempt } from './advance-attempt.ts';
import { dispatchClips } from './dispatch-clips.ts';
import { draftClip } from './draft-clip.ts';
import { requestClip } from './request-clip.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.close());

async function pass(worker: ReturnType<typeof workerOf>, seconds: number): Promise<void> {
  world.advanceClock(seconds);
  const next = (): number => world.sent.findIndex(({ dueAt }) => dueAt <= world.now());
  for (let index = next(); index >= 0; index = next()) {
    const [job] = world.sent.splice(index, 1);
    if (job?.name === 'dispatch') await dispatchClips(worker, job.payload.engine);
    if (job?.name === 'advance') await advanceAttempt(worker, job.payload.attemptId);
  }
}

it('a draft plays for nothing while its clip is being made, for its owner alone, and goes when the clip is there', async () => {
  const person = await world.addPerson();
  const picture = await world.addPicture(await world.addCharacter(person));
  const slow = scriptedEngine({ checks: [{ kind: 'working' }] });
  const quick = { ...scriptedEngine(), generative: false, models: [{ id: 'draft', lengthsSeconds: [5], quality: 'draft' as const }] };
  const engines = new Map([...(await houseOf(world, slow)), ...(await houseOf(world, quick, { pollSeconds: 0 }))]);
  const free = { engine: quick.id, model: 'draft', lengthSeconds: 5, priceCredits: credits(0) };
  await world.stores.prices.setPrice({ ...free, id: world.newId(), effectiveFrom: world.now(), setBy: undefined });
  const ports = { world, engines, safety: { judge: async () => ({ allowed: true }) as const } };
  const worker = workerOf(world, engines);
  const outcome = await requestClip(ports, person, {
    ...{ pictureId: picture.id, motion: 'breathing', customText: '', lengthSeconds: 5, strength: 'normal' },
    ...{ engine: slow.id, model: 'one', idempotencyKey: crypto.randomUUID() },
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  const find = async (id: string) => (await world.stores.clips.find(id)) as Clip;
  const mine = async () => ownedClip(person, await find(outcome.clip.id)) as Owned<Clip>;

  const draft = await draftClip(ports, person, await mine());
  if (!draft.ok) throw new Error(draft.reason);
  expect(await draftClip(ports, person, await mine())).toMatchObject({ isNew: false, clip: { id: draft.clip.id } });
  await pass(worker, 0);
  expect(await find(draft.clip.id)).toMatchObject({ state: 'ready', visibility: 'private', priceCredits: 0, draftOf: outcome.clip.id });
  expect((await mine()).state).toBe('rendering');
  expect(await world.stores.notifications.list(person.id, { most: 5 })).toEqual([]);
  expect((await world.stores.clips.listOfOwner(person.id, { most: 5 })).map(({ id }) => id)).toEqual([outcome.clip.id]);
  expect(await world.stores.clips.countLiving(person.id)).toBe(1);
  expect(await world.stores.ledger.balance(person.id)).toEqual({ walletCredits: 880_000, heldCredits: 120_000 });
  expect(await draftClip(ports, person, ownedClip(person, await find(draft.clip.id)) as Owned<Clip>)).toMatchObject({ ok: false });

  slow.check = quick.check;
  await pass(worker, 5);
  expect((await mine()).state).toBe('ready');
  expect((await find(draft.clip.id)).deletedAt).toEqual(world.now());
  const shown = await world.stores.gallery.list({ characterId: picture.characterId, viewerId: person.id, show: 'clips', most: 5 });
  expect(shown.map(({ clipId }) => clipId)).toEqual([outcome.clip.id]);
  expect(await draftClip(ports, person, await mine())).toMatchObject({ ok: false, reason: 'nothing-to-wait-for' });
});

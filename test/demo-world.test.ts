import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advanceAttempt } from '../src/app/clips/advance-attempt.ts';
import { dispatchClips } from '../src/app/clips/dispatch-clips.ts';
import type { FileStorage } from '../src/app/ports/file-storage.ts';
import type { Person } from '../src/app/ports/stores/person-store.ts';
import { DEMO_CHARACTERS } from '../src/demo/characters.ts';
import { makeDemoClips } from '../src/demo/world/demo-clips.ts';
import { demoCharacterId, demoPictureId } from '../src/demo/world/demo-ids.ts';
import { seedDemoWorld } from '../src/demo/world/seed-demo-world.ts';
import { openDiskStorage } from '../src/storage/disk-storage.ts';
import { FINISHED, scriptedEngine } from './support/scripted-engine.ts';
import { houseOf, openTestWorld, type TestWorld, workerOf } from './support/test-world.ts';

const picturesFolder = join(import.meta.dirname, '..', 'dist', 'demo', 'pictures');
const everything = { most: 200 };

let world: TestWorld;
let folder: string;
let storage: FileStorage;
let subscriber: Person;
let free: Person;
const seed = () => seedDemoWorld({ world, storage, picturesFolder, personAs: async (as) => (as === 'free' ? free : subscriber) });

beforeAll(async () => {
  world = await openTestWorld();
  folder = await mkdtemp(join(tmpdir(), 'reverie-demo-'));
  storage = await openDiskStorage({ folder });
  subscriber = await world.addPerson();
  free = await world.addPerson({ plan: 'free', creditsGiven: 0 });
}, 60_000);
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

describe('the demo world', () => {
  it('is made once, and left as people made it afterwards', async () => {
    expect(await seed()).toBe(true);
    const before = await world.stores.moments.list(everything);
    await world.stores.moments.setDeleted(before[0]!.id, world.now());
    expect(await seed()).toBe(false);
    expect(await world.stores.moments.list(everything)).toHaveLength(before.length - 1);
    await world.stores.moments.setDeleted(before[0]!.id, null);
  });

  it('shows six adults in their order, each with a portrait, four pictures whose files are there, and words of their own', async () => {
    const characters = await world.stores.characters.listFor(undefined, everything);
    expect(characters.map(({ id }) => id)).toEqual(DEMO_CHARACTERS.map(({ id }) => demoCharacterId(id)));
    for (const character of characters) {
      expect(character).toMatchObject({ declaredAge: 'adult', visibility: 'public' });
      expect(character.persona.length).toBeGreaterThan(100);
      expect(character.greeting.length).toBeGreaterThan(20);
      const items = await world.stores.gallery.list({ characterId: character.id, viewerId: undefined, show: 'pictures', ...everything });
      expect(items).toHaveLength(4);
      expect(items.map(({ pictureId }) => pictureId)).toContain(character.avatarPictureId);
      for (const { pictureId } of items) {
        const picture = await world.stores.pictures.find(pictureId!);
        expect(picture).toMatchObject({ origin: 'ai_generated', madeBy: 'Reverie demo artist', widthPixels: 960, heightPixels: 1280 });
        expect(await storage.find(picture!.storageKey)).toMatchObject({ sha256: picture!.sha256, contentType: 'image/webp' });
      }
    }
  });

  it('has a feed and chats of the last days, in the order in which they happened, none of it in the future', async () => {
    const moments = await world.stores.moments.list(everything);
    expect(moments.length).toBeGreaterThanOrEqual(10);
    const chats = await world.stores.chats.listOf(subscriber.id, everything);
    expect(chats.length).toBeGreaterThanOrEqual(4);
    const talks = await Promise.all(chats.map(({ id }) => world.stores.chats.listMessages(id, everything)));
    for (const list of [moments, ...talks]) {
      const times = list.map(({ createdAt }) => createdAt.getTime());
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(times[0]).toBeLessThanOrEqual(world.now().getTime());
      expect(times.at(-1)).toBeGreaterThan(world.now().getTime() - 7 * 24 * 3_600_000);
    }
    for (const talk of talks) expect(talk.some(({ attachments }) => attachments[0]?.pictureId !== undefined)).toBe(true);
    expect((await world.stores.chats.listOf(free.id, everything)).length).toBeGreaterThan(0);
  });

  it('lets the subscriber see the button although the feature is in labs', async () => {
    expect((await world.stores.people.find(subscriber.id))?.settings.imageToVideo).toBe(true);
  });

  it('comes to life with clips in a chat, in moments and as an avatar, each made once', async () => {
    const file = (await world.stores.pictures.find(demoPictureId('mira')))!;
    expect(file.ownerId).toBe(subscriber.id);
    const engine = scriptedEngine({ checks: [FINISHED] });
    const engines = await houseOf(world, engine);
    const worker = workerOf(world, engines);
    const pause = async () => {
      for (let job = world.sent.shift(); job !== undefined; job = world.sent.shift()) {
        if (job.name === 'dispatch') await dispatchClips(worker, job.payload.engine);
        if (job.name === 'advance') await advanceAttempt(worker, job.payload.attemptId);
        world.advanceClock(5);
      }
    };
    const parts = { world, engines, person: subscriber, pause, safety: { judge: async () => ({ allowed: true }) as const } };
    const make = () => makeDemoClips({ ...parts, engine: { engine: engine.id, model: 'one' } });
    expect(await make()).toEqual(['ready', 'ready', 'ready', 'ready']);
    const mira = await world.stores.characters.find(demoCharacterId('mira'));
    expect(mira?.avatarClipId).toBeDefined();
    const feed = await world.stores.moments.list(everything);
    expect(feed.filter(({ attachments }) => attachments[0]?.clipId !== undefined)).toHaveLength(2);
    expect(feed[0]?.attachments[0]?.clipId).toBeDefined();
    const chat = await world.stores.chats.open({ id: world.newId(), personId: subscriber.id, characterId: mira!.id });
    const [last] = await world.stores.chats.listMessages(chat.id, { most: 1 });
    expect(last).toMatchObject({ author: 'character', attachments: [{ clipId: expect.any(String) }] });
    expect(await make()).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(engine.orders).toHaveLength(4);
    expect(await world.stores.moments.list(everything)).toHaveLength(feed.length);
  });

  it('says why a clip could not be ordered, and goes on', async () => {
    const parts = { world, engines: new Map(), person: free, pause: async () => {} };
    const safety = { judge: async () => ({ allowed: true }) as const };
    const outcomes = await makeDemoClips({ ...parts, safety, engine: { engine: 'local', model: 'draft' } });
    expect(outcomes).toEqual(['needs-plan', 'needs-plan', 'needs-plan', 'needs-plan']);
  });
});

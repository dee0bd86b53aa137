import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWorld, type TestWorld } from '../../../test/support/test-world.ts';
import { credits } from '../../domain/credits/credits.ts';
import { openDiskStorage } from '../../storage/disk-storage.ts';
import { expireCredits } from '../credits/expire-credits.ts';
import { giveCredits } from '../credits/give-credits.ts';
import { holdCredits, settleHold } from '../credits/hold-credits.ts';
import type { FileStorage } from '../ports/file-storage.ts';
import type { Picture } from '../ports/stores/character-store.ts';
import { forgetOld } from './forget-old.ts';

const DAY_SECONDS = 24 * 3600;

let world: TestWorld;
let storage: FileStorage;
let folder: string;
beforeEach(async () => {
  world = await openTestWorld();
  folder = await mkdtemp(join(tmpdir(), 'reverie-retention-'));
  storage = await openDiskStorage({ folder });
});
afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const put = (key: string) => storage.put(key, { bytes: Buffer.from('x') }, 'video/mp4');
const isThere = async (key: string): Promise<boolean> => (await storage.find(key)) !== undefined;

async function addPicture(): Promise<Picture> {
  const character = await world.addCharacter(await world.addPerson(), { id: world.newId() });
  const picture = await world.addPicture(character);
  await put(picture.storageKey);
  return picture;
}

async function addVoice(ownerId: string) {
  const id = world.newId();
  const voice = { id, ownerId, storageKey: `voices/${id}.wav`, contentType: 'audio/wav', createdAt: world.now() };
  await world.stores.voices.add({ ...voice, lengthSeconds: 1, sizeBytes: 1, sha256: '00' });
  await put(voice.storageKey);
  return voice;
}

/** A clip that was paid, is in the gallery and is the face of its character, with a copy for sharing. */
async function addClip(picture: Picture) {
  const id = world.newId();
  const { ownerId, characterId, visibility } = picture;
  const keys = [`clips/${id}/clip.mp4`, `clips/${id}/poster.jpg`, `clips/${id}/moving.gif`] as const;
  for (const key of keys) await put(key);
  await world.transaction(async (stores) => {
    await stores.clips.add(
      {
        ...{ id, ownerId, characterId, pictureId: picture.id, visibility, idempotencyKey: id, priority: 0 },
        ...{ motion: 'custom', customText: 'nods', strength: 'normal', frame: 'as-is', lengthSeconds: 4 },
        ...{ engine: 'local', model: 'one', priceCredits: credits(100) },
      },
      { now: world.now(), deadlineAt: world.now(), fairTurn: 0 },
    );
    await holdCredits(world, stores, { personId: ownerId, clipId: id, price: credits(100) });
    const file = { widthPixels: 1, heightPixels: 1, sizeBytes: 1, sha256: '00', clipKey: keys[0], posterKey: keys[1] };
    await stores.clips.move(id, ['queued'], { state: 'ready', endedAt: world.now(), file });
    await settleHold(world, stores, id, 'captured');
    await stores.gallery.add({
      ...{ id: world.newId(), characterId, ownerId, visibility },
      ...{ kind: 'clip', clipId: id, pictureId: undefined },
    });
    await stores.characters.change(characterId, { avatarClipId: id });
  });
  return { id, keys, ownerId, characterId };
}

describe('what was deleted', () => {
  it('can be brought back for 30 days, and is gone after them with all its files', async () => {
    const picture = await addPicture();
    const [clip, voice] = [await addClip(picture), await addVoice(picture.ownerId)];
    await world.stores.clips.setDeleted(clip.id, world.now());
    await world.stores.pictures.setDeleted(picture.id, world.now());
    await world.stores.voices.setDeleted(voice.id, world.now());
    const files = [...clip.keys, picture.storageKey, voice.storageKey];

    world.advanceClock(30 * DAY_SECONDS - 1);
    await forgetOld(world, storage);
    expect(await Promise.all(files.map(isThere))).toEqual(files.map(() => true));
    expect(await world.stores.clips.find(clip.id)).toBeDefined();

    world.advanceClock(2);
    await forgetOld(world, storage);
    await forgetOld(world, storage);
    expect(await Promise.all(files.map(isThere))).toEqual(files.map(() => false));
    expect(await world.stores.voices.find(voice.id)).toBeUndefined();
    expect(await world.stores.clips.find(clip.id)).toBeUndefined();
    expect(await world.stores.pictures.find(picture.id)).toBeUndefined();
    expect(await world.stores.characters.find(clip.characterId)).toMatchObject({ avatarClipId: undefined });
    expect(await world.database.query('select custom_text from clip')).toEqual([{ custom_text: '' }]);
    expect(await world.database.query('select 1 from gallery_item')).toEqual([]);
    expect(await world.database.query('select 1 from doomed_file')).toEqual([]);
  });

  it('leaves the movements of credits and whatever was not deleted', async () => {
    const picture = await addPicture();
    const [clip, other] = [await addClip(picture), await addClip(picture)];
    await world.stores.clips.setDeleted(clip.id, world.now());
    world.advanceClock(31 * DAY_SECONDS);
    await forgetOld(world, storage);
    expect(await world.stores.ledger.differences()).toEqual([]);
    const lines = await world.stores.ledger.statement(clip.ownerId, { most: 10 });
    expect(lines.filter((line) => line.clip?.id === clip.id)).toHaveLength(2);
    expect(await Promise.all([...other.keys, picture.storageKey].map(isThere))).toEqual([true, true, true, true]);
  });

  it('stays noted until its files are gone, also when the storage is away for a while', async () => {
    const clip = await addClip(await addPicture());
    await world.stores.clips.setDeleted(clip.id, world.now());
    world.advanceClock(31 * DAY_SECONDS);
    const away = { ...storage, delete: () => Promise.reject(new Error('away')) };
    await expect(forgetOld(world, away)).rejects.toThrow('away');
    await world.stores.clips.setDeleted(clip.id, null);
    expect(await world.stores.clips.find(clip.id)).toBeUndefined();
    await forgetOld(world, storage);
    expect(await Promise.all(clip.keys.map(isThere))).toEqual([false, false, false]);
  });
});

describe('what is kept for a while', () => {
  it('is forgotten when its time is over: answers, news, quotes, renders', async () => {
    const { id } = await world.addPerson();
    const { database } = world;
    const count = async (table: string) => (await database.query(`select 1 from ${table}`)).length;
    for (const daysAgo of [0.5, 2, 5, 8]) {
      const at = new Date(world.now().getTime() - daysAgo * DAY_SECONDS * 1000);
      await database.query("insert into idempotent_answer (person, route, key, request_hash, created_at) values ($1, 'r', $2, '', $3)", [
        id,
        `key-${daysAgo}`,
        at,
      ]);
      await world.stores.events.tell(id, 'wallet', {}, at);
      const price = { engine: 'local', model: 'one', lengthSeconds: 4, priceCredits: credits(1) };
      await world.stores.prices.addQuote({ ...price, id: world.newId(), personId: id, expiresAt: at });
      await database.query("insert into local_render (attempt, machine, state, beat_at) values ($1, 'm', 'finished', $2)", [
        world.newId(),
        at,
      ]);
    }
    await forgetOld(world, storage);
    const tables = ['idempotent_answer', 'live_event', 'quote', 'local_render'];
    expect(await Promise.all(tables.map(count))).toEqual([3, 2, 1, 3]);
  });

  it('is, of credits, taken however many grants end at the same time', async () => {
    const { id: personId } = await world.addPerson({ creditsGiven: 0 });
    const expiresAt = new Date(world.now().getTime() + 1000);
    await world.transaction(async (stores) => {
      for (let number = 0; number < 101; number++) {
        const gift = { personId, source: 'promo', businessKey: `gift-${number}`, note: '', expiresAt } as const;
        await giveCredits(world, stores, { ...gift, amount: credits(1) });
      }
    });
    world.advanceClock(2);
    expect(await expireCredits(world)).toBe(101);
    expect(await world.stores.ledger.balance(personId)).toEqual({ walletCredits: 0, heldCredits: 0 });
    expect(await world.stores.ledger.differences()).toEqual([]);
  });
});

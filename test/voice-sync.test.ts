import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advanceAttempt } from '../src/app/clips/advance-attempt.ts';
import { dispatchClips } from '../src/app/clips/dispatch-clips.ts';
import { showsMouth } from '../src/app/pictures/picture-frames.ts';
import type { Person } from '../src/app/ports/stores/person-store.ts';
import { MOST_VOICES } from '../src/app/voices/keep-voice.ts';
import { createLocalRenderBoard } from '../src/db/stores/local-render-board.ts';
import { createLocalAnimator } from '../src/engines/local/local-animator.ts';
import { createLocalVideoEngine } from '../src/engines/local/local-video-engine.ts';
import { inspectClip } from '../src/media/inspect-clip.ts';
import { createPictureReader } from '../src/media/read-picture.ts';
import { createVoiceReader } from '../src/media/read-voice.ts';
import { createClipWriter } from '../src/media/write-clip.ts';
import { ask } from './support/ask.ts';
import { demoPicture } from './support/pictures.ts';
import { scriptedEngine } from './support/scripted-engine.ts';
import { speakSounds, wavOf } from './support/synthetic-voice.ts';
import { openTestService, type TestService } from './support/test-service.ts';
import { houseOf, workerOf } from './support/test-world.ts';

const spoken = (seconds: number): Buffer => wavOf(speakSounds([{ seconds, makes: [780, 1250] }]));

/** A service with one engine that speaks, and one, the standard, that does not. */
async function openSpeakingService(showsMouth = true): Promise<{ service: TestService; person: Person; speaks: string }> {
  const speaking = { ...scriptedEngine(), voices: true };
  const service = await openTestService({ alsoEngines: [speaking], parts: { showsMouth: async () => showsMouth } });
  const person = await service.world.addPerson({ creditsGiven: 1_000_000 });
  await service.world.stores.people.changeSettings(person.id, { imageToVideo: true });
  return { service, person, speaks: speaking.id };
}

describe('a recording', () => {
  let at: Awaited<ReturnType<typeof openSpeakingService>>;
  beforeAll(async () => {
    at = await openSpeakingService();
  });
  afterAll(() => at.service.close());
  const send = (body: Buffer, key?: string) => ask(at, 'POST', '/voices', body, key);

  it('is taken in once, written anew with nothing but its sound, and listed', async () => {
    const [sound, tag] = [spoken(1.5), Buffer.from('LIST\x12\0\0\0INFOICMTat home\0\0')];
    const sent = Buffer.concat([sound, tag]);
    const made = await send(sent, 'one-and-the-same');
    expect(made).toMatchObject({ status: 201, body: { seconds: 1.5 } });
    expect(await send(sent, 'one-and-the-same')).toEqual(made);
    expect(await send(spoken(1), 'one-and-the-same')).toMatchObject({ status: 409, body: { code: 'key-used-for-another-request' } });
    expect((await ask(at, 'GET', '/voices')).body.items).toEqual([made.body]);
    const kept = await at.service.parts.storage.open(`voices/${made.body.id}.wav`);
    const bytes = Buffer.from(await new Response(kept).arrayBuffer());
    expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
    expect(bytes.includes('at home')).toBe(false);
  });

  it.each([
    ['a text', Buffer.from('To be, or not to be'), 422, 'voice-not-usable', 'not-a-voice'],
    ['eleven seconds', spoken(11), 422, 'voice-not-usable', 'too-long'],
    ['silence', wavOf(new Float32Array(16_000)), 422, 'voice-not-usable', 'silent'],
    ['nine megabytes', Buffer.alloc(9 * 1024 * 1024), 413, 'too-large', 'too-many-bytes'],
  ])('that is %s is refused with what to do', async (_, sent, status, code, reason) => {
    expect(await send(sent)).toMatchObject({ status, body: { code, reason, detail: expect.stringMatching(/\.$/) } });
  });

  it('can be deleted and brought back, and is nobody else’s', async () => {
    const { body } = await send(spoken(1));
    const other = { ...at, person: await at.service.world.addPerson() };
    for (const [method, path] of [
      ['DELETE', ''],
      ['POST', '/restore'],
    ] as const) {
      expect((await ask(other, method, `/voices/${body.id}${path}`)).status).toBe(404);
      expect((await ask(at, method, `/voices/${body.id}${path}`)).status).toBe(204);
    }
    expect((await ask(at, 'GET', '/voices')).body.items).toContainEqual(body);
  });

  it('is refused when a person keeps enough of them', async () => {
    const { world } = at.service;
    const person = await world.addPerson();
    await world.stores.people.changeSettings(person.id, { imageToVideo: true });
    const file = { ownerId: person.id, contentType: 'audio/wav', lengthSeconds: 1, sizeBytes: 1, sha256: '00', createdAt: world.now() };
    for (let count = 0; count < MOST_VOICES; count++) await world.stores.voices.add({ id: world.newId(), storageKey: 'x', ...file });
    expect(await ask({ ...at, person }, 'POST', '/voices', spoken(1))).toMatchObject({ status: 409, body: { code: 'too-many-voices' } });
  });

  it('is only for people who turned the experiment on themselves, in every stage', async () => {
    const { world } = at.service;
    const person = await world.addPerson();
    for (const stage of ['general', 'labs'] as const) {
      await world.stores.settings.setStage(stage, undefined);
      const refused = await ask({ ...at, person }, 'POST', '/voices', spoken(1));
      expect(refused).toMatchObject({ status: 403, body: { code: 'voice-sync-off', nextStep: expect.stringContaining('Labs') } });
    }
    await world.stores.settings.setStage('general', undefined);
  });
});

describe('a clip that speaks', () => {
  let at: Awaited<ReturnType<typeof openSpeakingService>>;
  let [pictureId, voiceId] = ['', ''];
  beforeAll(async () => {
    at = await openSpeakingService();
    const { world } = at.service;
    pictureId = (await world.addPicture(await world.addCharacter(at.person))).id;
    voiceId = (await ask(at, 'POST', '/voices', spoken(3.5))).body.id as string;
  });
  afterAll(() => at.service.close());
  const order = (wish: object, by: Parameters<typeof ask>[0] = at, key?: string) =>
    ask(by, 'POST', '/clips', { pictureId, motion: 'speak', voiceId, seconds: 4, ...wish }, key);

  it('goes to an engine that speaks, says whether it is heard, and shows its recording to its owner alone', async () => {
    const key = crypto.randomUUID();
    const made = await order({ withSound: true }, at, key);
    const about = { motion: 'speak', voiceId, hasSound: true, engine: { id: at.speaks } };
    expect(made).toMatchObject({ status: 201, body: about });
    expect(await order({ withSound: true }, at, key)).toMatchObject({ status: 200, body: { id: made.body.id } });
    expect(await order({ withSound: false }, at, key)).toMatchObject({ status: 409 });
    await at.service.work();
    await at.service.workLater(20);
    const other = { ...at, person: await at.service.world.addPerson() };
    const seen = await ask(other, 'GET', `/clips/${made.body.id}`);
    expect(seen.body).toMatchObject({ state: 'ready', hasSound: true, voiceId: null });
    expect((await order({})).body).toMatchObject({ hasSound: false });
  });

  it.each([
    ['the recording is longer than the clip', { seconds: 3 }, 422, 'voice-too-long'],
    ['no recording is named', { voiceId: undefined }, 404, 'not-found'],
    ['the recording is not there', { voiceId: crypto.randomUUID() }, 404, 'not-found'],
  ])('is refused before the charge when %s', async (_, wish, status, code) => {
    const before = await at.service.world.stores.ledger.balance(at.person.id);
    expect(await order(wish)).toMatchObject({ status, body: { code } });
    expect(await at.service.world.stores.ledger.balance(at.person.id)).toEqual(before);
  });

  it('is refused at an engine that cannot, with somebody else’s recording, and without the experiment', async () => {
    const { world, engine } = at.service;
    expect(await order({ engine: engine.id })).toMatchObject({ status: 422, body: { code: 'motion-not-played' } });
    const other = { ...at, person: await world.addPerson() };
    expect(await order({}, other)).toMatchObject({ status: 403, body: { code: 'voice-sync-off' } });
    await world.stores.people.changeSettings(other.person.id, { imageToVideo: true });
    expect(await order({}, other)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('ends with its credits back when the recording is deleted before it is made', async () => {
    const { id } = (await ask(at, 'POST', '/voices', spoken(1))).body;
    const clip = (await order({ voiceId: id })).body;
    await ask(at, 'DELETE', `/voices/${id}`);
    await at.service.workLater(1);
    expect((await ask(at, 'GET', `/clips/${clip.id}`)).body).toMatchObject({ state: 'failed', end: { code: 'voice-deleted' } });
  });

  it('is refused when the picture shows no mouth that can be opened', async () => {
    const mute = await openSpeakingService(false);
    const { world } = mute.service;
    const picture = await world.addPicture(await world.addCharacter(mute.person));
    const voice = await ask(mute, 'POST', '/voices', spoken(1));
    const wish = { pictureId: picture.id, motion: 'speak', voiceId: voice.body.id, seconds: 4 };
    expect(await ask(mute, 'POST', '/clips', wish)).toMatchObject({ status: 422, body: { code: 'mouth-not-found' } });
    await mute.service.close();
  });
});

describe('a mouth', () => {
  it('is looked for in the part of the picture that the clip shows', async () => {
    const { service, person } = await openSpeakingService();
    const { world } = service;
    const picture = await world.addPicture(await world.addCharacter(person), { widthPixels: 1440, heightPixels: 1920 });
    const face = { centreX: 0.5, centreY: 0.3, heightPixels: 90, heightShare: 0.1 };
    const [whole, closer] = ['whole', 'closer'].map((text) => Buffer.from(text));
    const looking = {
      world,
      readPicture: async () => whole!,
      cut: async () => ({ bytes: closer!, contentType: 'image/png' }),
      pictures: {
        read: async ({ bytes }: { bytes: Buffer }) => ({ ok: true, canvas: bytes, sourceWidthPixels: 1440, sourceHeightPixels: 1920 }),
      },
      // too small to be told in the whole picture
      animator: { warmUp: () => {}, look: async (canvas: Buffer) => ({ face: { ...face, mouthTrusted: canvas === closer } }) },
    };
    expect(await showsMouth(looking as never, picture, 'as-is')).toBe(false);
    expect(await showsMouth(looking as never, picture, 'closer')).toBe(true);
    await service.close();
  });
});

describe('the built-in engine', () => {
  it('draws an ordered voice, to be heard', { timeout: 120_000 }, async () => {
    const { service, person } = await openSpeakingService();
    const { world, parts, broken } = service;
    const { storage } = parts;
    const read = async (key: string) => new Uint8Array(await new Response(await storage.open(key)).arrayBuffer());
    const local = createLocalVideoEngine({
      ...{ storage, board: createLocalRenderBoard(world.database), machine: 'this', mostRenders: 1, now: world.now },
      ...{ pictures: createPictureReader(), animator: createLocalAnimator(), clips: createClipWriter() },
      ...{ voices: createVoiceReader(), onBroken: (error) => void broken.push(error) },
    });
    const engines = await houseOf(world, local);
    for (const [id, house] of engines) (parts.engines as Map<string, typeof house>).set(id, house);
    const demo = await demoPicture('mira');
    const storageKey = 'pictures/mira.png';
    await storage.put(storageKey, { path: demo.path }, 'image/png');
    const picture = await world.addPicture(await world.addCharacter(person), { storageKey });
    const voice = await ask({ service, person }, 'POST', '/voices', spoken(1.2));
    const wish = { pictureId: picture.id, motion: 'speak', voiceId: voice.body.id, withSound: true, seconds: 3 };
    const { body } = await ask({ service, person }, 'POST', '/clips', { ...wish, engine: local.id });
    const readKept = ({ storageKey: key }: { readonly storageKey: string }) => read(key);
    const worker = { ...workerOf(world, engines, broken), readPicture: readKept, readVoice: readKept };
    await dispatchClips(worker, local.id);
    const [attempt] = await world.database.query<{ id: string }>('select id from attempt where clip = $1', [body.id]);
    const clip = async () => world.stores.clips.find(body.id as string);
    while ((await clip())?.endedAt === undefined) {
      await advanceAttempt(worker, attempt?.id ?? '');
      await sleep(100);
    }
    const folder = await mkdtemp(join(tmpdir(), 'reverie-spoken-'));
    const path = join(folder, 'clip.mp4');
    await writeFile(path, await read((await clip())?.file?.clipKey ?? ''));
    expect(await inspectClip(path)).toMatchObject({ frameCount: 72, soundTracks: 1, soundFormat: 'mp4a' });
    expect(broken).toEqual([]);
    await local.close();
    await rm(folder, { recursive: true });
    await service.close();
  });
});

import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { ClipWorker } from '../../src/app/clips/clip-worker.ts';
import { giveCredits } from '../../src/app/credits/give-credits.ts';
import type { EngineHouse, EnginePolicy } from '../../src/app/ports/engine-house.ts';
import type { JobName } from '../../src/app/ports/jobs.ts';
import type { Database } from '../../src/app/ports/sql.ts';
import type { Character, Picture } from '../../src/app/ports/stores/character-store.ts';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import type { VideoEngine } from '../../src/app/ports/video-engine.ts';
import type { World } from '../../src/app/ports/world.ts';
import { createWorld } from '../../src/db/world.ts';
import { credits } from '../../src/domain/credits/credits.ts';
import { standardPrice } from '../../src/domain/price/price-list.ts';
import { openTestDatabase } from './test-database.ts';

/** A job that was sent and not done yet. */
export interface SentJob {
  readonly name: JobName;
  readonly payload: { readonly engine: string } & { readonly attemptId: string };
  readonly dueAt: Date;
}

/** A world on a real database whose clock stands still until it is moved, and whose jobs are done when a test says so. */
export interface TestWorld extends World {
  readonly database: Database;
  readonly sent: SentJob[];
  advanceClock(seconds: number): void;
  /** Gives a member, with credits and a plan unless told otherwise. */
  addPerson(options?: { creditsGiven?: number; plan?: string | undefined; role?: Person['role'] }): Promise<Person>;
  addCharacter(owner: Person, options?: Partial<Character>): Promise<Character>;
  addPicture(character: Character, options?: Partial<Picture>): Promise<Picture>;
  close(): Promise<void>;
}

export async function openTestWorld(open = openTestDatabase): Promise<TestWorld> {
  const database = await open();
  const sent: SentJob[] = [];
  let nowMilliseconds = Date.UTC(2026, 10, 24, 12);
  const now = () => new Date(nowMilliseconds);
  const send = async (name: JobName, payload: object, { afterSeconds = 0 } = {}) => {
    sent.push({ name, payload: payload as SentJob['payload'], dueAt: new Date(nowMilliseconds + afterSeconds * 1000) });
  };
  const world = createWorld({ database, jobsThrough: () => ({ send }), now, randomBytes });
  await setUpService(world);
  return {
    ...world,
    database,
    sent,
    advanceClock: (seconds) => {
      nowMilliseconds += seconds * 1000;
    },
    addPerson: (options) => addPerson(world, options),
    addCharacter: (owner, options) => addCharacter(world, owner, options),
    addPicture: (character, options) => addPicture(world, character, options),
    close: () => database.close(),
  };
}

async function setUpService(world: World): Promise<void> {
  await world.stores.settings.setStage('general', undefined);
}

async function addPerson(
  world: World,
  {
    creditsGiven = 1_000_000,
    plan = 'premium',
    role = 'member',
  }: { creditsGiven?: number; plan?: string | undefined; role?: Person['role'] } = {},
): Promise<Person> {
  const subject = randomUUID();
  const person = await world.stores.people.addWithLogin(
    { id: world.newId(), name: 'Robin', role },
    { provider: 'test', subject },
  );
  await world.stores.ledger.openWallet(person.id);
  if (plan !== 'free') {
    const news = {
      planId: plan,
      status: 'active',
      periodEnd: undefined,
      source: 'host',
      sourceAt: world.now(),
    } as const;
    await world.stores.entitlements.put(person.id, news);
  }
  if (creditsGiven > 0) {
    const gift = {
      personId: person.id,
      source: 'promo',
      businessKey: subject,
      amount: credits(creditsGiven),
      expiresAt: undefined,
    } as const;
    await world.transaction((stores) => giveCredits(world, stores, { ...gift, note: 'Welcome' }));
  }
  return person;
}

async function addCharacter(world: World, owner: Person, options: Partial<Character> = {}): Promise<Character> {
  const character = { id: world.newId(), ownerId: owner.id, name: 'Mira', tagline: '', persona: '', greeting: '' };
  await world.stores.characters.add({ ...character, declaredAge: 'adult', visibility: 'public', ...options });
  return (await world.stores.characters.find(options.id ?? character.id)) as Character;
}

async function addPicture(world: World, character: Character, options: Partial<Picture> = {}): Promise<Picture> {
  const id = world.newId();
  const file = {
    storageKey: `pictures/${id}/picture.png`,
    contentType: 'image/png',
    widthPixels: 720,
    heightPixels: 960,
  };
  const picture: Picture = {
    ...file,
    id,
    ownerId: character.ownerId,
    characterId: character.id,
    visibility: 'public',
    origin: 'ai_generated',
    madeBy: 'test',
    rating: 'general',
    description: '',
    sizeBytes: 1,
    sha256: '00',
    facePoints: undefined,
    createdAt: world.now(),
    deletedAt: undefined,
    ...options,
  };
  await world.stores.pictures.add(picture);
  await world.stores.gallery.add({
    ...{ id: world.newId(), characterId: character.id, ownerId: picture.ownerId, visibility: picture.visibility },
    ...{ kind: 'picture', pictureId: id, clipId: undefined },
  });
  return picture;
}

const TEST_POLICY: EnginePolicy = {
  slots: 2,
  everySeconds: 0.001,
  burst: 1000,
  pollSeconds: 5,
  startTimeoutSeconds: 30,
  doubtSeconds: 90,
  watchSeconds: 3600,
};

/** A house of one engine, with slots and standard prices in the database. */
export async function houseOf(
  world: World,
  engine: VideoEngine,
  policy: Partial<EnginePolicy> = {},
): Promise<EngineHouse> {
  const whole = { ...TEST_POLICY, ...policy };
  await world.stores.engines.setSlots(engine.id, whole.slots);
  for (let lengthSeconds = 3; lengthSeconds <= 10; lengthSeconds++) {
    await world.stores.prices.setPrice({
      ...{
        id: world.newId(),
        engine: engine.id,
        model: '*',
        lengthSeconds,
        priceCredits: standardPrice(lengthSeconds),
      },
      ...{ effectiveFrom: new Date(0), setBy: undefined },
    });
  }
  return new Map([[engine.id, { engine, policy: whole }]]);
}

/** Someone who carries clips with these engines; `broken` collects what broke. */
export function workerOf(world: World, engines: EngineHouse, broken: unknown[] = []): ClipWorker {
  return {
    world,
    engines,
    results: {
      keep: async (clipId, result) => {
        if (result.kind === 'stored') return { ok: true, file: result.file };
        return { ok: false, reason: 'not-usable', detail: `${clipId} has no stored file` };
      },
    },
    readPicture: async () => new Uint8Array([1]),
    readVoice: async () => new Uint8Array([1]),
    userToken: (personId) => `token of ${personId}`,
    newSeed: () => randomInt(2 ** 32),
    onBroken: (error) => broken.push(error),
    signal: new AbortController().signal,
  };
}

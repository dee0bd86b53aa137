import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { scriptedVoice } from '../../src/app/chats/scripted-voice.ts';
import { advanceAttempt } from '../../src/app/clips/advance-attempt.ts';
import type { ClipWorker } from '../../src/app/clips/clip-worker.ts';
import { dispatchClips } from '../../src/app/clips/dispatch-clips.ts';
import { sweepClips } from '../../src/app/clips/sweep-clips.ts';
import type { EnginePolicy } from '../../src/app/ports/engine-house.ts';
import { type Identity, type Principal, SCOPES, type Scope } from '../../src/app/ports/identity.ts';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import type { VideoEngine } from '../../src/app/ports/video-engine.ts';
import { openLiveEvents } from '../../src/db/live-events.ts';
import { createApi } from '../../src/http/v1/api.ts';
import type { ServiceParts } from '../../src/http/v1/service-parts.ts';
import { createPictureIntake } from '../../src/media/picture-intake.ts';
import { createVoiceReader } from '../../src/media/read-voice.ts';
import { createShareCopies } from '../../src/media/share-copies.ts';
import { createSmallCopies } from '../../src/media/small-copies.ts';
import { createVoiceIntake } from '../../src/media/voice-intake.ts';
import { chooseFfmpeg } from '../../src/media/write-clip.ts';
import { createSafetyChecks } from '../../src/safety/create-safety-checks.ts';
import { createTextSeal } from '../../src/safety/text-seal.ts';
import { openDiskStorage } from '../../src/storage/disk-storage.ts';
import { createSignedLinks } from '../../src/storage/signed-links.ts';
import { type Script, type ScriptedEngine, scriptedEngine } from './scripted-engine.ts';
import { houseOf, openTestWorld, type TestWorld, workerOf } from './test-world.ts';

/** Where the service is reached in process; nothing listens there. */
export const TEST_ORIGIN = 'http://reverie.test';

/** The whole API on a real database and a real folder, with an engine that follows a script and jobs that wait for the test. */
export interface TestService {
  readonly world: TestWorld;
  readonly parts: ServiceParts;
  readonly engine: ScriptedEngine;
  /** Everything that broke and was answered with "unexpected" or tried again. */
  readonly broken: unknown[];
  /** `fetch` that reaches this service and nothing else. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** A bearer token for a person; all scopes that they may have, unless named. */
  signIn(person: Person, options?: { scopes?: readonly Scope[]; via?: Principal['via'] }): string;
  /** Does the jobs that are due, as the queue would, until none is left. */
  work(): Promise<void>;
  /** Moves the clock, sweeps, and works. */
  workLater(seconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface TestServiceOptions {
  readonly script?: Script;
  readonly policy?: Partial<EnginePolicy>;
  /** Engines besides the scripted one. */
  readonly alsoEngines?: readonly VideoEngine[];
  /** Parts to put in place of the usual ones. */
  readonly parts?: Partial<ServiceParts> | ((world: TestWorld) => Promise<Partial<ServiceParts>>);
}

export async function openTestService({
  script,
  policy,
  alsoEngines = [],
  parts,
}: TestServiceOptions = {}): Promise<TestService> {
  const world = await openTestWorld();
  const folder = await mkdtemp(join(tmpdir(), 'reverie-service-'));
  const storage = await openDiskStorage({ folder });
  const engine = scriptedEngine(script);
  const houses = await Promise.all([engine, ...alsoEngines].map((each) => houseOf(world, each, policy)));
  const engines = new Map(houses.flatMap((house) => [...house]));
  const broken: unknown[] = [];
  const onBroken = (error: unknown): void => void broken.push(error);
  const liveEvents = await openLiveEvents({ database: world.database, events: world.stores.events, onBroken });
  const tokens = new Map<string, Token>();
  const all: ServiceParts = {
    world,
    engines,
    standardEngine: { engine: engine.id, model: 'one' },
    choice: { orderFor: () => [engine.id], whenFaceRefused: 'ask' },
    safety: { judge: async () => ({ allowed: true }) },
    safetyDesk: safetyDesk(),
    storage,
    intake: createPictureIntake({ storage }),
    voiceIntake: createVoiceIntake({ storage, voices: createVoiceReader(), ffmpeg: () => chooseFfmpeg({}) }),
    showsMouth: async () => true,
    shareCopies: createShareCopies({
      ...{ storage, ffmpeg: () => chooseFfmpeg({ ffmpegCommand: 'ffmpeg' }), signal: new AbortController().signal },
      mark: async () => undefined,
    }),
    smallCopies: createSmallCopies({ storage }),
    voice: scriptedVoice,
    identity: identityByTokens(world, tokens),
    rates: { take: async () => undefined },
    liveEvents,
    links: createSignedLinks({ secret: randomBytes(32).toString('hex') }),
    adviseOn: async () => [],
    framesOf: async () => [],
    randomBytes,
    sha256: (text) => createHash('sha256').update(text).digest(),
    onBroken,
    ...(typeof parts === 'function' ? await parts(world) : parts),
  };
  const app = new Hono().route('/v1', createApi(all, () => '127.0.0.1').app);
  const worker = workerOf(world, engines, broken);
  const work = (): Promise<void> => doDueJobs(world, worker);
  return {
    ...{ world, parts: all, engine, broken, work },
    fetch: async (input, init) => app.fetch(new Request(input, init)),
    signIn: (person, { scopes = scopesOf(person), via = 'key' } = {}) => {
      const token = `token-${randomUUID()}`;
      tokens.set(token, { personId: person.id, scopes: new Set(scopes), via });
      return token;
    },
    workLater: async (seconds) => {
      world.advanceClock(seconds);
      await sweepClips(world);
      await work();
    },
    close: async () => {
      await liveEvents.close();
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Token extends Pick<Principal, 'scopes' | 'via'> {
  readonly personId: string;
}

const scopesOf = ({ role }: Person): readonly Scope[] =>
  SCOPES.filter((scope) => scope !== 'admin' || role === 'operator');

/** Knows the tokens that a test gave out; the service's own ways of signing in have their own tests. */
function identityByTokens({ stores }: TestWorld, tokens: ReadonlyMap<string, Token>): Identity {
  return {
    authenticate: async ({ headers }) => {
      const header = headers.get('authorization');
      if (header === null) return 'none';
      const token = tokens.get(header.replace('Bearer ', ''));
      const person = token && (await stores.people.find(token.personId));
      return person === undefined
        ? 'invalid'
        : { person, scopes: token?.scopes ?? new Set(), via: token?.via ?? 'key' };
    },
  };
}

async function doDueJobs(world: TestWorld, worker: ClipWorker): Promise<void> {
  const isDue = ({ dueAt }: { dueAt: Date }): boolean => dueAt <= world.now();
  for (let index = world.sent.findIndex(isDue); index >= 0; index = world.sent.findIndex(isDue)) {
    const [job] = world.sent.splice(index, 1);
    if (job?.name === 'dispatch') await dispatchClips(worker, job.payload.engine);
    if (job?.name === 'advance') await advanceAttempt(worker, job.payload.attemptId);
  }
}

/** Advice of the real rules; texts of decisions are sealed with a secret of this process. */
export const TEST_TEXT_SEAL = createTextSeal(randomBytes(32).toString('hex'));

function safetyDesk(): ServiceParts['safetyDesk'] {
  const classifier = { name: 'none', scoreOf: async () => 0, close: async () => undefined };
  return {
    advise: createSafetyChecks({ classifier, customTextNeeds: 'plain-words' }).adviseOnMotion,
    openText: TEST_TEXT_SEAL.open,
  };
}

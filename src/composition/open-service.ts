/** Everything the web side and the workers have in common: settings -> adapters -> the parts that use cases work with. */
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { scriptedVoice } from '../app/chats/scripted-voice.ts';
import type { ClipWorker } from '../app/clips/clip-worker.ts';
import { adviseOnPicture } from '../app/pictures/advise-on-picture.ts';
import { framePicture, framesOfPicture, showsMouth } from '../app/pictures/picture-frames.ts';
import type { EngineChoice } from '../app/ports/engine-choice.ts';
import type { FileStorage } from '../app/ports/file-storage.ts';
import type { RgbPicture, SafetyStanding } from '../app/ports/safety-check.ts';
import type { Database } from '../app/ports/sql.ts';
import type { Picture } from '../app/ports/stores/character-store.ts';
import { ensurePrices } from '../app/prices/ensure-prices.ts';
import { forgetDecisions } from '../app/safety/forget-decisions.ts';
import { openStripeBilling } from '../billing/stripe/open-stripe-billing.ts';
import type { Config } from '../config/config.ts';
import { openLiveEvents } from '../db/live-events.ts';
import { createRateLimiter } from '../db/rate-limiter.ts';
import { createWorld } from '../db/world.ts';
import { sourceTypeOf } from '../domain/provenance/source-type.ts';
import { createLocalAnimator } from '../engines/local/local-animator.ts';
import { type CallbackTokens, createCallbackTokens } from '../http/hooks/callback-token.ts';
import type { ServiceParts } from '../http/v1/service-parts.ts';
import { createIdentity, type IdentitySettings } from '../identity/create-identity.ts';
import { readOrMakeSecret } from '../identity/secret.ts';
import { cutPicture } from '../media/cut-picture.ts';
import { createClipDownload } from '../media/guarded-download.ts';
import { createPictureIntake } from '../media/picture-intake.ts';
import { pixelsOf } from '../media/picture-pixels.ts';
import { keptIdentity } from '../media/provenance/kept-identity.ts';
import { createProvenanceMark } from '../media/provenance/mark-provenance.ts';
import { createPictureReader } from '../media/read-picture.ts';
import { createVoiceReader } from '../media/read-voice.ts';
import { createResultStore, type FramesVerdict } from '../media/result-store.ts';
import { createShareCopies } from '../media/share-copies.ts';
import { createSmallCopies } from '../media/small-copies.ts';
import { createVoiceIntake } from '../media/voice-intake.ts';
import { chooseFfmpeg } from '../media/write-clip.ts';
import type { Log } from '../ops/log.ts';
import { createJobQueue, type JobQueue } from '../queue/job-queue.ts';
import { createSafetyGate } from '../safety/create-safety-gate.ts';
import { createTextSeal } from '../safety/text-seal.ts';
import { createSignedLinks } from '../storage/signed-links.ts';
import { createModelArtist } from '../voices/model-artist.ts';
import { createModelVoice } from '../voices/model-voice.ts';
import { openEngines } from './engines.ts';
import { openDatabase, openStorage } from './open-storage.ts';
import { openPush } from './push.ts';
import { openSafetyChecks } from './safety-checks.ts';

/** The opened service. The roles make it reachable (`web-role.ts`) and carry its clips (`work-role.ts`). */
export interface Service {
  readonly config: Config;
  readonly log: Log;
  readonly database: Database;
  readonly queue: JobQueue;
  /** What the API works with. */
  readonly parts: ServiceParts;
  /** What those who carry clips work with; its signal is aborted when the service closes. */
  readonly worker: ClipWorker;
  /** Addresses at which engines may knock. */
  readonly callbackTokens: CallbackTokens;
  readonly safetyStandings: () => readonly SafetyStanding[];
  /** Old sessions, counters and the like. */
  readonly tidyUp: () => Promise<void>;
  close(): Promise<void>;
}

/** Opens everything the settings name. Whatever cannot be opened closes what was opened before and throws. */
export async function openService(config: Config, log: Log): Promise<Service> {
  const opened: (() => Promise<unknown>)[] = [];
  const stop = new AbortController();
  const close = async (): Promise<void> => {
    stop.abort();
    while (opened.length > 0) await opened.pop()?.();
  };
  try {
    return { ...(await assemble(config, log, stop.signal, (closing) => opened.push(closing))), close };
  } catch (error) {
    await close().catch(log.broken);
    throw error;
  }
}

async function assemble(
  config: Config,
  log: Log,
  signal: AbortSignal,
  onClose: (close: () => Promise<unknown>) => void,
): Promise<Omit<Service, 'close'>> {
  const onBroken = log.broken;
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const secret = config.secret ?? (await readOrMakeSecret(config.dataFolder));
  const database = await openDatabase(config, onBroken);
  onClose(() => database.close());
  const queue = createJobQueue({ database, onBroken });
  const world = createWorld({
    database,
    jobsThrough: (sql) => queue.through(sql, { inTransaction: sql !== database }),
    now: () => new Date(),
    randomBytes,
  });
  const storage = await openStorage(config);
  const readPicture = (picture: Picture): Promise<Uint8Array> => bytesOf(storage, picture.storageKey);

  const pictures = createPictureReader();
  const voices = createVoiceReader({ ffmpegCommand: config.ffmpegCommand });
  const animator = createLocalAnimator({ workers: config.localRenders.perMachine });
  const looking = { world, pictures, animator, readPicture, cut: cutPicture };
  const engines = openEngines({ config, database, storage, pictures, animator, voices, now: world.now, onBroken });
  // the local engine closes the animator, after what it draws
  onClose(() => Promise.all([...engines.values()].map(({ engine }) => engine.close())));
  await ensurePrices(world, engines);
  for (const [id, { policy }] of engines) await world.stores.engines.setSlots(id, policy.slots);

  const textSeal = createTextSeal(secret);
  const checks = openSafetyChecks(config);
  onClose(() => checks.close());
  const pixels = async (picture: Picture): Promise<RgbPicture> => pixelsOf(await readPicture(picture));
  const gate = createSafetyGate({ checks, world, readPicture: pixels, seal: textSeal.seal, onBroken });
  let chosen: ReturnType<typeof chooseFfmpeg> | undefined;
  const ffmpeg = () => {
    chosen ??= chooseFfmpeg(config);
    return chosen;
  };
  const markAs = createProvenanceMark({ identity: keptIdentity(config.dataFolder, world.now), onBroken });
  const mark = async (path: string, clipId: string): Promise<void> => {
    const clip = await world.stores.clips.find(clipId);
    const engineIsGenerative = engines.get(clip?.engine ?? '')?.engine.generative ?? true;
    await markAs(path, sourceTypeOf({ engineIsGenerative }));
  };

  const people = await createIdentity({ database, world, settings: identitySettings(config, secret), fetch });
  const billing = config.stripe && (await openStripeBilling({ world, fetch, onBroken, ...config.stripe }));
  const liveEvents = await openLiveEvents({ database, events: world.stores.events, onBroken });
  onClose(() => liveEvents.close());
  const rates = createRateLimiter(database, world.now);
  const links = createSignedLinks({ secret });
  const push = openPush({ secret, publicOrigin: config.publicOrigin, onBroken });
  onClose(() => push.close());
  const callbackTokens = createCallbackTokens({ secret });
  const { order, orderByPlan, whenFaceRefused } = config.engines;
  const choice: EngineChoice = { orderFor: (planId) => orderByPlan.get(planId) ?? order, whenFaceRefused };
  const [standard] = engines.values();
  if (standard?.engine.models[0] === undefined) throw new Error('no engine is set up');

  return {
    ...{ config, log, database, queue, callbackTokens },
    safetyStandings: () => checks.describe(),
    tidyUp: async () => {
      await people.sweep();
      await rates.sweep();
      await world.stores.windows.forgetBefore(new Date(Date.now() - 3_600_000));
      await forgetDecisions(world);
    },
    parts: {
      ...{
        world,
        engines,
        safety: gate,
        safetyDesk: { advise: checks.adviseOnMotion, openText: textSeal.open },
        storage,
        rates,
        liveEvents,
        links,
        randomBytes,
        onBroken,
      },
      ...{ identity: people.identity, accounts: people.accounts, demoPeople: people.demoPeople },
      ...{ billing, push, publicOrigin: config.publicOrigin },
      choice,
      standardEngine: { engine: standard.engine.id, model: standard.engine.models[0].id },
      intake: createPictureIntake({ storage }),
      voiceIntake: createVoiceIntake({ storage, voices, ffmpeg }),
      shareCopies: createShareCopies({ storage, ffmpeg, mark, signal }),
      smallCopies: createSmallCopies({ storage }),
      voice: config.chatModel ? createModelVoice({ ...config.chatModel, fetch }) : scriptedVoice,
      artist: config.imageModel && createModelArtist({ ...config.imageModel, fetch }),
      adviseOn: (picture) => adviseOnPicture(looking, picture),
      framesOf: (picture) => framesOfPicture(looking, picture),
      showsMouth: (picture, frame) => showsMouth(looking, picture, frame),
      sha256: (text) => createHash('sha256').update(text).digest(),
    },
    worker: {
      ...{ world, engines, choice, readPicture, onBroken, signal, recordRefusal: gate.recordRefusal },
      readVoice: ({ storageKey }) => bytesOf(storage, storageKey),
      framePicture: (picture, frame) => framePicture(looking, picture, frame),
      results: createResultStore({
        ...{ storage, ffmpeg, mark },
        download: createClipDownload(),
        judgeFrames: (clipId, frames) => judgeFrames(clipId, frames),
      }),
      userToken: (personId) => createHmac('sha256', secret).update(`user\n${personId}`).digest('hex'),
      ...(config.publicOrigin !== undefined && {
        callbackUrl: (engine: string, attemptId: string) =>
          config.publicOrigin + callbackTokens.pathOf(engine, attemptId),
      }),
      newSeed: () => randomInt(2 ** 32),
    },
  };

  async function judgeFrames(clipId: string, frames: readonly RgbPicture[]): Promise<FramesVerdict> {
    const clip = await world.stores.clips.find(clipId);
    if (clip === undefined) return { allowed: false, detail: 'there is no such clip' };
    const engineIsGenerative = engines.get(clip.engine)?.engine.generative ?? true;
    const verdict = await gate.judgeFrames({ clip, frames, engineIsGenerative }, { signal });
    if (verdict.allowed) return verdict;
    if (verdict.retryable) throw new Error(`the frames of clip ${clipId} could not be judged now`);
    return { allowed: false, detail: verdict.code };
  }
}

function identitySettings(config: Config, secret: string): IdentitySettings {
  const { host, publicOrigin, proxies, hostTokens, operatorKey } = config;
  const https = publicOrigin?.startsWith('https:') ?? false;
  // nobody but this machine can reach a loopback address, unless a proxy in front of it lets others in
  const demo = config.demo && publicOrigin === undefined && proxies === 0;
  const about = { secret, https, listenHost: host, demo, operatorKey };
  return { ...about, hostIssuers: hostTokens.issuers, hostAudience: hostTokens.audience };
}

async function bytesOf(storage: FileStorage, key: string): Promise<Uint8Array> {
  const stream = await storage.open(key);
  if (stream === undefined) throw new Error(`${key} is not in the storage`);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

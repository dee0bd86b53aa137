import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { advanceAttempt } from '../../src/app/clips/advance-attempt.ts';
import type { ClipWorker } from '../../src/app/clips/clip-worker.ts';
import { dispatchClips } from '../../src/app/clips/dispatch-clips.ts';
import { requestClip } from '../../src/app/clips/request-clip.ts';
import { sweepClips } from '../../src/app/clips/sweep-clips.ts';
import type { EnginePolicy } from '../../src/app/ports/engine-house.ts';
import type { Clip } from '../../src/app/ports/stores/clip-store.ts';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import type { VideoEngine } from '../../src/app/ports/video-engine.ts';
import { createClipDownload } from '../../src/media/guarded-download.ts';
import { FILE } from './scripted-engine.ts';
import { houseOf, type TestWorld, workerOf } from './test-world.ts';

/** One engine on the real clip service: people order, jobs are done, time goes on as the test says. */
export interface ClipStage {
  readonly worker: ClipWorker;
  readonly broken: unknown[];
  readonly person: Person;
  order(wish?: Partial<Pick<Clip, 'motion' | 'customText' | 'lengthSeconds'>>): Promise<Clip>;
  /** Lets so many seconds pass, then does all that is due. */
  pass(seconds: number): Promise<void>;
  /** Lets time pass until the clip has ended, forty minutes at the most. */
  toTheEnd(clip: Clip): Promise<Clip>;
  /** `ready`, or `STATE: REASON`. */
  end(clip: Clip): Promise<string>;
  close(): Promise<void>;
}

export async function openClipStage(
  world: TestWorld,
  engine: VideoEngine,
  policy: Partial<EnginePolicy> = {},
): Promise<ClipStage> {
  const [broken, folder] = [[] as unknown[], await mkdtemp(join(tmpdir(), 'reverie-stage-'))];
  const engines = await houseOf(world, engine, policy);
  const picture = await portrait();
  const download = createClipDownload();
  const worker: ClipWorker = {
    ...workerOf(world, engines, broken),
    readPicture: async () => picture,
    results: {
      keep: async (clipId, result, { signal }) => {
        if (result.kind === 'stored') return { ok: true, file: result.file };
        await download(result, join(folder, `${clipId}.mp4`), signal);
        return { ok: true, file: FILE };
      },
    },
  };
  const person = await world.addPerson({ creditsGiven: 10_000_000 });
  const ordered = await world.addPicture(await world.addCharacter(person));
  const allow = { judge: async () => ({ allowed: true }) as const };
  const stage: ClipStage = {
    ...{ worker, broken, person },
    order: async (wish = {}) => {
      // each story begins with an account that works, whatever the one before did to it
      await world.stores.engines.noteTroubles(engine.id, 0, new Date(0));
      const outcome = await requestClip({ world, engines, safety: allow }, person, {
        ...{ pictureId: ordered.id, motion: 'smile-and-blink', customText: '', lengthSeconds: 5, strength: 'normal' },
        ...{ engine: engine.id, model: engine.models[0]?.id ?? '', idempotencyKey: crypto.randomUUID() },
        ...wish,
      });
      if (!outcome.ok) throw new Error(outcome.reason);
      return outcome.clip;
    },
    pass: async (seconds) => {
      world.advanceClock(seconds);
      await sweepClips(world);
      await doDueJobs(world, worker);
    },
    toTheEnd: async ({ id }) => {
      await doDueJobs(world, worker);
      for (let passed = 0, step = 10; passed < 2400; passed += step) {
        const now = await world.stores.clips.find(id);
        if (now?.endedAt !== undefined) return now;
        // what has not ended by then waits for something slow
        if (passed >= 300) step = 60;
        await stage.pass(step);
      }
      throw new Error('the clip never ended');
    },
    end: async (clip) => {
      const { state, endReason } = await stage.toTheEnd(clip);
      return endReason === undefined ? state : `${state}: ${endReason}`;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
  return stage;
}

async function doDueJobs(world: TestWorld, worker: ClipWorker): Promise<void> {
  const next = (): number => world.sent.findIndex(({ dueAt }) => dueAt <= world.now());
  for (let index = next(); index >= 0; index = next()) {
    const [job] = world.sent.splice(index, 1);
    if (job?.name === 'dispatch') await dispatchClips(worker, job.payload.engine);
    // the queue tells of handlers that threw, and the sweeper sends what they left
    if (job?.name === 'advance') await advanceAttempt(worker, job.payload.attemptId).catch(worker.onBroken);
  }
}

/** A real picture, as large as the test world says. */
export async function portrait(): Promise<Buffer> {
  return sharp({ create: { width: 720, height: 960, channels: 3, background: '#7a6a58' } })
    .png()
    .toBuffer();
}

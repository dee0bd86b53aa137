import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { createLocalRenderBoard } from '../../src/db/stores/local-render-board.ts';
import { createLocalAnimator } from '../../src/engines/local/local-animator.ts';
import { createLocalVideoEngine } from '../../src/engines/local/local-video-engine.ts';
import { createPictureReader } from '../../src/media/read-picture.ts';
import { createVoiceReader } from '../../src/media/read-voice.ts';
import { createClipWriter } from '../../src/media/write-clip.ts';
import { openDiskStorage } from '../../src/storage/disk-storage.ts';
import { itBehavesLikeAVideoEngine } from '../contracts/video-engine.ts';
import { scriptedEngine } from '../support/scripted-engine.ts';
import { openTestDatabase } from '../support/test-database.ts';

// it draws, encodes and stores for real
itBehavesLikeAVideoEngine('local', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reverie-local-'));
  const database = await openTestDatabase();
  const storage = await openDiskStorage({ folder });
  const now = () => new Date();
  const shared = { storage, board: createLocalRenderBoard(database), now, mostRenders: 1 };
  const isDrawing = async () => (await database.query(`select from local_render where state = 'drawing'`)).length > 0;
  return {
    open: () =>
      createLocalVideoEngine({
        ...{ ...shared, machine: crypto.randomUUID(), onBroken: (error) => expect.fail(String(error)) },
        ...{ pictures: createPictureReader(), animator: createLocalAnimator(), clips: createClipWriter() },
        voices: createVoiceReader(),
      }),
    finishWork: async () => {
      while (await isDrawing()) await sleep(50);
    },
    ...{ now, neverGiven: () => ({ attemptId: crypto.randomUUID() }), secret: folder },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});

// what the stories of a clip's life are told with
itBehavesLikeAVideoEngine('scripted', async () => {
  const engine = scriptedEngine();
  return {
    open: () => engine,
    finishWork: async () => {},
    now: () => new Date(),
    ...{ neverGiven: () => ({ task: 'never given' }), secret: 'there is none', close: async () => {} },
  };
});

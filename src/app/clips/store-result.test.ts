import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownedThings } from '../../../test/support/owned-things.ts';
import { FINISHED } from '../../../test/support/scripted-engine.ts';
import { openTestService, type TestService } from '../../../test/support/test-service.ts';
import { workerOf } from '../../../test/support/test-world.ts';
import { openDiskStorage } from '../../storage/disk-storage.ts';
import type { FileStorage } from '../ports/file-storage.ts';
import type { Attempt } from '../ports/stores/attempt-store.ts';
import { forgetOld } from '../retention/forget-old.ts';
import { storeResult } from './store-result.ts';

let service: TestService;
let folder: string;
let storage: FileStorage;
beforeEach(async () => {
  service = await openTestService();
  folder = await mkdtemp(join(tmpdir(), 'reverie-store-'));
  storage = await openDiskStorage({ folder });
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

/** A clip whose engine has finished, and those who keep it: each run makes a file of its own, as encoders and marks do. */
async function finishedClip() {
  const { world, parts } = service;
  const { id: clipId } = await ownedThings(service, await world.addPerson()).waitingClip('public');
  await world.stores.clips.move(clipId, ['queued'], { state: 'storing' });
  const result = { kind: 'stored', file: { ...FINISHED.result.file, clipKey: `clips/${clipId}/made.mp4` } } as const;
  await storage.put(result.file.clipKey, { bytes: Buffer.from('as it was drawn') }, 'video/mp4');
  const attempt = { id: world.newId(), clipId, result, endedAt: world.now() } as unknown as Attempt;
  const keptBy = (name: string, goOn: Promise<void> = Promise.resolve()) => {
    const worker = workerOf(world, parts.engines);
    const keep: typeof worker.results.keep = async (_, __, { clipKey }) => {
      await goOn;
      const { sizeBytes, sha256 } = await storage.put(clipKey, { bytes: Buffer.from(`kept by ${name}`) }, 'video/mp4');
      return { ok: true, file: { ...result.file, clipKey, sizeBytes, sha256 } };
    };
    return storeResult({ ...worker, results: { keep } }, attempt);
  };
  return { clipId, keptBy, drawn: result.file.clipKey };
}

async function shownBytes(clipId: string): Promise<Buffer> {
  const file = (await service.world.stores.clips.find(clipId))?.file;
  const bytes = Buffer.from(await new Response(await storage.open(file?.clipKey ?? '')).arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
  return bytes;
}

it('shows the file of whoever was first, whole, although somebody slow keeps the same clip at the same time', async () => {
  const { clipId, keptBy } = await finishedClip();
  let goOn = (): void => undefined;
  const slow = keptBy(
    'the slow one',
    new Promise((resolve) => {
      goOn = resolve;
    }),
  );
  await keptBy('the quick one');
  goOn();
  await slow;
  expect(String(await shownBytes(clipId))).toBe('kept by the quick one');
});

it('leaves no file behind that no clip shows: not of the slow one, not of one who died, not of the engine', async () => {
  const { clipId, keptBy, drawn } = await finishedClip();
  const { world } = service;
  await keptBy('the one');
  const late = `clips/${clipId}/${randomUUID()}/clip.mp4`;
  await storage.put(late, { bytes: Buffer.from('by one who died') }, 'video/mp4');
  await world.stores.retention.doomFiles([late], new Date(world.now().getTime() + 3600_000));

  await forgetOld(world, storage);
  expect([await storage.find(drawn), await storage.find(late)]).toEqual([undefined, expect.anything()]);
  world.advanceClock(3601);
  await forgetOld(world, storage);
  expect(await storage.find(late)).toBeUndefined();
  expect(String(await shownBytes(clipId))).toBe('kept by the one');
});

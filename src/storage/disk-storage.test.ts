import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepsFiles } from '../../test/contracts/file-storage.ts';
import { openDiskStorage } from './disk-storage.ts';

describe('a folder as storage', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reverie-storage-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  keepsFiles(() => openDiskStorage({ folder }));

  it('lets only its own user read, and leaves nothing unfinished', async () => {
    const storage = await openDiskStorage({ folder });
    await storage.put('clips/mine/clip.mp4', { bytes: Buffer.from('x') }, 'video/mp4');
    expect((await stat(join(folder, 'clips/mine/clip.mp4'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
  });

  it('says where nothing can be written', async () => {
    const storage = await openDiskStorage({ folder });
    await rm(join(folder, 'unfinished'), { recursive: true });
    await writeFile(join(folder, 'unfinished'), 'in the way');
    await expect(storage.probe()).rejects.toThrow(`Nothing can be written into ${folder}`);
  });
});

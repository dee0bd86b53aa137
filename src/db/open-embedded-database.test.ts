import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../app/ports/sql.ts';
import { lockFolder } from './embedded/lock-folder.ts';
import { openEmbeddedDatabase } from './open-embedded-database.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-database-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function open(): Promise<Database> {
  const onBroken = (error: unknown): never => {
    throw error;
  };
  return openEmbeddedDatabase({ folder, onBroken });
}

/** Another process that has the folder until it is killed. It runs the build. */
async function lockElsewhere(): Promise<ChildProcess> {
  const built = JSON.stringify(new URL('../../dist/db/embedded/lock-folder.js', import.meta.url).href);
  const program = `const { lockFolder } = await import(${built});
    await lockFolder(${JSON.stringify(folder)});
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('an embedded database', () => {
  it('begins with the whole schema, and keeps what it was told', async () => {
    const first = await open();
    await first.query("update service_setting set value = '\"general\"' where key = 'stage'");
    await first.close();
    const second = await open();
    expect(await second.query("select value from service_setting where key = 'stage'")).toEqual([{ value: 'general' }]);
    const settings = await second.query(
      "select name || '=' || setting as is from pg_settings where name in ('fsync', 'shared_buffers', 'wal_sync_method') order by 1",
    );
    expect(settings).toEqual([{ is: 'fsync=on' }, { is: 'shared_buffers=2048' }, { is: 'wal_sync_method=fsync' }]);
    await second.close();
  });

  it('begins as one that was shut down: nothing is recovered, for which each of its files would be synced again', async () => {
    const syncs = vi.spyOn(fs, 'fsyncSync');
    const first = await open();
    expect(syncs.mock.calls.length).toBeLessThan(30);
    syncs.mockRestore();
    await first.close();
  });

  it('is used by one process: another one hears which folder, whose it is and what to do', async () => {
    const owner = await lockElsewhere();
    await expect(open()).rejects.toThrow(
      new RegExp(`${folder} is in use by process ${owner.pid} on .+, since 2.+ stop that one, .+REVERIE_DATA_DIR.+DATABASE_URL`),
    );
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    await (await open()).close();
  });

  it('is used by one container of those that share a volume, as long as it gives signs of life', async () => {
    const owner = join(folder, 'owner.json');
    const isElsewhere = () => writeFile(owner, JSON.stringify({ pid: 1, place: 'elsewhere', since: '2026-11-25' }));
    await isElsewhere();
    let beats = 0;
    const beat = async () => {
      beats += 1;
      if (beats === 3) await utimes(owner, new Date(), new Date(0));
    };
    await expect(lockFolder(folder, beat)).rejects.toThrow('in use by process 1 on elsewhere');
    await isElsewhere();
    const { unlock } = await lockFolder(folder, async () => {});
    await unlock();
  });

  it('acknowledges nothing any more once the disk failed to sync', async () => {
    const database = await open();
    const failing = vi
      .spyOn(fs, 'fdatasync')
      .mockImplementationOnce(((_: number, done: (error: Error) => void) => done(new Error('EIO: i/o error, fdatasync'))) as never);
    const change = () => database.query('update service_setting set changed_at = now()');
    await expect(change()).rejects.toMatchObject({ name: 'DatabaseError', message: expect.stringContaining('EIO') });
    await expect(change()).rejects.toThrow();
    expect(failing).toHaveBeenCalledTimes(1);
    failing.mockRestore();
    await database.close().catch(() => undefined);
  });

  it('says so when another version made it', async () => {
    await mkdir(join(folder, 'cluster'));
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '17\n');
    await expect(open()).rejects.toThrow('was made by PostgreSQL 17; this version of Reverie Motion brings PostgreSQL 18');
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedDatabase } from '../open-embedded-database.ts';

let folder: string;
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

describe('an embedded database that runs for a while', () => {
  it('makes checkpoints and vacuums tired tables by itself', async () => {
    folder = await mkdtemp(join(tmpdir(), 'reverie-upkeep-'));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const broken: unknown[] = [];
    const database = await openEmbeddedDatabase({ folder, onBroken: (error) => broken.push(error) });
    await database.query('create table tired as select i from generate_series(1, 100) i');
    await database.query('update tired set i = i + 1');
    const state = async () => {
      // statistics are written once a second at the most
      await database.query('select pg_stat_force_next_flush()');
      const [row] = await database.query<{ redo: string; dead: number }>(
        `select redo_lsn::text as redo, n_dead_tup as dead from pg_control_checkpoint(), pg_stat_user_tables where relname = 'tired'`,
      );
      return row;
    };
    const before = await state();
    expect(before?.dead).toBe(100);
    vi.advanceTimersByTime(5 * 60 * 1000);
    await vi.waitFor(async () => expect((await state())?.redo).not.toBe(before?.redo), { timeout: 20_000 });
    expect((await state())?.dead).toBe(0);
    expect(broken).toEqual([]);
    await database.close();
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Filesystem } from '@electric-sql/pglite/basefs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FilesInMemory } from '../../../test/support/files-in-memory.ts';
import { RecordedDisk } from '../../../test/support/recorded-disk.ts';
import type { Database } from '../../app/ports/sql.ts';
import { seededRandom } from '../../domain/seeded-random.ts';
import { createEmbeddedDatabase } from '../embedded-database.ts';
import { readMigrations } from '../migrate.ts';
import { DurableFiles } from './durable-files.ts';
import { migratedImage } from './migrated-image.ts';
import { putNewCluster } from './new-cluster.ts';
import { START_PARAMETERS } from './start-parameters.ts';

/** A longer hunt: `POWER_LOSSES=300 npx vitest run src/db/embedded/power-loss.test.ts`. */
const LOSSES = Number(process.env.POWER_LOSSES ?? 12);
const CLIENTS = 6;
const ROUNDS = 12;
/** Rows that are kept one after the other at the end. */
const LAST_ROWS = [1001, 1002, 1003];

interface Acknowledged {
  readonly id: number;
  /** How much of the disk was recorded when the client heard that its row is kept. */
  readonly moment: number;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-power-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** So little memory that pages are written out all the time, also those whose log is not on the disk yet. */
const open = (fs: Filesystem) => PGlite.create({ fs, startParams: [...START_PARAMETERS, '-c', 'shared_buffers=256kB'] });

/** Clients that move amounts between accounts and keep rows, with checkpoints, vacuums and new tables among them. */
async function work(database: Database, acknowledge: (id: number) => void): Promise<void> {
  await database.script(`create table kept (id integer primary key, filler text);
    create table account (id integer primary key, balance integer not null);
    insert into account select i, 100 from generate_series(0, ${CLIENTS}) i;`);
  const client = async (number: number): Promise<void> => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = number * ROUNDS + round;
      await database.transaction(async (sql) => {
        await sql.query('update account set balance = balance - 1 where id = $1', [number]);
        await sql.query('insert into kept values ($1, $2)', [id, `${id}`.repeat(1500)]);
        await sql.query('update account set balance = balance + 1 where id = $1', [number + 1]);
      });
      acknowledge(id);
    }
  };
  const disturb = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await database.query(`create table passing_${round} as select i, repeat('x', 500) from generate_series(1, 400) i`);
      await database.query('vacuum kept');
      await database.query('checkpoint');
      await database.query(`drop table passing_${round}`);
    }
  };
  await Promise.all([...Array.from({ length: CLIENTS }, (_, number) => client(number)), disturb()]);
  for (const id of LAST_ROWS) {
    await database.query("insert into kept values ($1, 'small')", [id]);
    acknowledge(id);
  }
}

async function recordWork(name: string, flushes: boolean) {
  const cluster = join(folder, name);
  await putNewCluster(cluster, await migratedImage(await readMigrations()));
  const disk = new RecordedDisk(cluster);
  const files = new DurableFiles(cluster);
  const pglite = await open(files);
  const flush = flushes ? () => files.flush() : async () => {};
  const database = createEmbeddedDatabase({ pglite, flush, close: () => pglite.close() });
  const begin = disk.length;
  const acknowledged: Acknowledged[] = [];
  await work(database, (id) => acknowledged.push({ id, moment: disk.length }));
  const end = disk.length;
  disk.stop();
  await database.close();
  return { disk, begin, end, acknowledged };
}

/** What a database says that is opened after the loss. */
async function openAfterLoss(disk: RecordedDisk, moment: number, keeps: () => boolean) {
  const pglite = await open(new FilesInMemory(disk.rebuild(moment, keeps)));
  const exists = await pglite.query<{ is: boolean }>("select to_regclass('account') is not null as is");
  const found = exists.rows[0]?.is === true ? await lookAt(pglite) : undefined;
  await pglite.close();
  return found;
}

async function lookAt(pglite: PGlite) {
  const rows = await pglite.query<{ id: number }>('select id from kept order by filler');
  await pglite.query('set enable_seqscan = off');
  const byIndex = await pglite.query<{ n: number }>('select count(*)::integer as n from kept where id >= 0');
  const total = await pglite.query<{ sum: number }>('select sum(balance)::integer as sum from account');
  return { ids: new Set(rows.rows.map(({ id }) => id)), countByIndex: byIndex.rows[0]?.n, total: total.rows[0]?.sum };
}

describe('a power loss', () => {
  it('takes nothing that was acknowledged, and leaves no half of anything', async () => {
    const { disk, begin, end, acknowledged } = await recordWork('synced', true);
    expect(acknowledged).toHaveLength(CLIENTS * ROUNDS + LAST_ROWS.length);
    const random = seededRandom(7);
    for (let loss = 0; loss < LOSSES; loss++) {
      const moment = begin + Math.floor(((loss + random()) / LOSSES) * (end - begin));
      // what was not synced: lost, kept, or anything between
      const share = [0, 0.5, 0.9, 1][loss % 4] as number;
      const found = await openAfterLoss(disk, moment, () => random() < share);
      const promised = acknowledged.filter((row) => row.moment <= moment).map(({ id }) => id);
      expect(promised.filter((id) => !found?.ids.has(id))).toEqual([]);
      if (found === undefined) continue;
      expect(found.countByIndex).toBe(found.ids.size);
      expect(found.total).toBe(100 * (CLIENTS + 1));
    }
  });

  it('would take acknowledged rows if they were not synced: the loss is a real one', async () => {
    const { disk, end, acknowledged } = await recordWork('not-synced', false);
    const found = await openAfterLoss(disk, end, () => false);
    expect(acknowledged.filter(({ id }) => !found?.ids.has(id)).length).toBeGreaterThan(0);
  });
});

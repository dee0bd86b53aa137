// `npm run bench:durability`: what it costs that commits of the embedded database survive a power loss. The same transactions
// with and without syncs, beside bare syncs of the same disk, in one run: compare the ratios. On tmpfs syncs cost nothing.
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { build, install, root } from '../scripts/set-up.mjs';

install();
build();
const { createEmbeddedDatabase } = await import('../dist/db/embedded-database.js');
const { openEmbeddedDatabase } = await import('../dist/db/open-embedded-database.js');

const folder = join(root, '.cache', 'bench-durability');
const CLIENTS = [1, 8, 32];
const SECONDS = 4;

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const onBroken = (error) => {
  throw error;
};

const firstStart = await timed(() => openEmbeddedDatabase({ folder: join(folder, 'synced'), onBroken }));
await firstStart.result.close();
const start = await timed(() => openEmbeddedDatabase({ folder: join(folder, 'synced'), onBroken }));
console.log(`first start ${firstStart.milliseconds} ms, later start ${start.milliseconds} ms`);
console.log(`a bare write and fdatasync: ${await bareSyncMilliseconds()} ms`);

const pglite = await PGlite.create(join(folder, 'not-synced'));
const notSynced = createEmbeddedDatabase({ pglite, flush: async () => {}, close: () => pglite.close() });
console.log('| clients | commits/s, synced | commits/s, not synced |\n|---|---|---|');
for (const clients of CLIENTS) {
  const [synced, without] = [await commitsPerSecond(start.result, clients), await commitsPerSecond(notSynced, clients)];
  console.log(`| ${clients} | ${synced} | ${without} |`);
}
await start.result.close();
await notSynced.close();
await rm(folder, { recursive: true });

async function timed(work) {
  const startedAt = performance.now();
  const result = await work();
  return { result, milliseconds: Math.round(performance.now() - startedAt) };
}

async function bareSyncMilliseconds() {
  const file = await open(join(folder, 'bare'), 'w');
  const { milliseconds } = await timed(async () => {
    for (let written = 0; written < 200; written++) {
      await file.write(Buffer.alloc(8192), 0, 8192, 0);
      await file.datasync();
    }
  });
  await file.close();
  return (milliseconds / 200).toFixed(2);
}

/** Transactions as a hold of credits is one: a row that is locked and changed, and two that are added. */
async function commitsPerSecond(database, clients) {
  await database.script(`drop table if exists bench_account, bench_posting;
    create table bench_account (id integer primary key, balance bigint not null);
    create table bench_posting (account integer not null, amount bigint not null);
    insert into bench_account select i, 0 from generate_series(1, 100) i;`);
  const endsAt = performance.now() + SECONDS * 1000;
  let commits = 0;
  const client = async (number) => {
    while (performance.now() < endsAt) {
      await database.transaction(async (sql) => {
        await sql.query('select balance from bench_account where id = $1 for update', [number]);
        await sql.query('update bench_account set balance = balance + 1 where id = $1', [number]);
        await sql.query('insert into bench_posting values ($1, 1), ($1, -1)', [number]);
      });
      commits += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number + 1)));
  return Math.round(commits / SECONDS);
}

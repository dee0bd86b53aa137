import { randomBytes, randomInt } from 'node:crypto';
import { migrate, readMigrations } from '../../dist/db/migrate.js';
import { openEmbeddedDatabase } from '../../dist/db/open-embedded-database.js';
import { createPostgresDatabase } from '../../dist/db/postgres-database.js';
import { createWorld } from '../../dist/db/world.js';
import { createJobQueue } from '../../dist/queue/job-queue.js';
import { createVendorEngine, policyOf } from './vendor-engine.mjs';

const quiet = () => {};

/** The service around one vendor, on PostgreSQL (an address) or on the embedded database (a folder). */
export async function openChaosWorld({ database: where, vendor, slots, onBroken = quiet }) {
  const database = await openDatabase(where, onBroken);
  const queue = createJobQueue({ database, onBroken });
  const world = createWorld({
    database,
    jobsThrough: (sql) => queue.through(sql, { inTransaction: sql !== database }),
    now: () => new Date(),
    randomBytes,
  });
  const engines = new Map([['vendor', { engine: createVendorEngine(vendor), policy: policyOf(slots) }]]);
  return { database, queue, world, engines };
}

async function openDatabase(where, onBroken) {
  if (!where.startsWith('postgres')) return openEmbeddedDatabase({ folder: where, onBroken });
  const database = createPostgresDatabase({ url: where, onBroken, mostConnections: 5 });
  await migrate(database, await readMigrations());
  return database;
}

/** Someone who carries clips; results are a few bytes whose place depends on the clip alone, like those of the real store. */
export function workerOf({ world, engines }, { reached, signal, onBroken = quiet }) {
  const keep = async (clipId) => {
    const file = { clipKey: `clips/${clipId}/clip.mp4`, posterKey: `clips/${clipId}/poster.jpg`, sha256: clipId };
    return { ok: true, file: { ...file, widthPixels: 720, heightPixels: 960, sizeBytes: 1 } };
  };
  return {
    ...{ world, engines, results: { keep }, readPicture: async () => new Uint8Array([1]), userToken: (id) => id },
    ...{ newSeed: () => randomInt(2 ** 32), reached, signal, onBroken },
  };
}

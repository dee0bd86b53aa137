import { randomBytes, randomInt } from 'node:crypto';
import { migrate, readMigrations } from '../../dist/db/migrate.js';
import { openEmbeddedDatabase } from '../../dist/db/open-embedded-database.js';
import { createPostgresDatabase } from '../../dist/db/postgres-database.js';
import { createWorld } from '../../dist/db/world.js';
import { createJobQueue } from '../../dist/queue/job-queue.js';
import { seedanceVendor } from './seedance-vendor.mjs';
import { scriptedVendor } from './vendor-engine.mjs';

/** Whose clips a run makes: how the vendor is started, spoken to, and asked for its own books. */
export const VENDORS = { vendor: scriptedVendor, seedance: seedanceVendor };

const quiet = () => {};

/** The service around one vendor, on PostgreSQL (an address) or on the embedded database (a folder). */
export async function openChaosWorld({ database: where, engine: name = 'vendor', vendor, slots, onBroken = quiet }) {
  const database = await openDatabase(where, onBroken);
  const queue = createJobQueue({ database, onBroken });
  const world = createWorld({
    database,
    jobsThrough: (sql) => queue.through(sql, { inTransaction: sql !== database }),
    now: () => new Date(),
    randomBytes,
  });
  const { createEngine, policy } = VENDORS[name];
  const engine = createEngine(vendor);
  const engines = new Map([[engine.id, { engine, policy: policy(slots) }]]);
  return { database, queue, world, engines };
}

async function openDatabase(where, onBroken) {
  if (!where.startsWith('postgres')) return openEmbeddedDatabase({ folder: where, onBroken });
  const database = createPostgresDatabase({ url: where, onBroken, mostConnections: 5 });
  await migrate(database, await readMigrations());
  return database;
}

/** Someone who carries clips of a vendor and keeps what it made below a folder. */
export async function workerOf({ world, engines }, { engine, filesFolder, reached, signal, onBroken = quiet }) {
  const { openResults, readPicture } = VENDORS[engine];
  return {
    ...{ world, engines, results: await openResults(filesFolder), readPicture, userToken: (id) => id },
    ...{ newSeed: () => randomInt(2 ** 32), reached, signal, onBroken },
  };
}

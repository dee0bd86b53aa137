import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../app/ports/sql.ts';
import { asDatabaseError } from './database-error.ts';
import { DatabaseFolderError } from './embedded/database-folder-error.ts';
import { DurableFiles } from './embedded/durable-files.ts';
import { keepUp } from './embedded/keep-up.ts';
import { lockFolder } from './embedded/lock-folder.ts';
import { migratedImage } from './embedded/migrated-image.ts';
import { putNewCluster } from './embedded/new-cluster.ts';
import { START_PARAMETERS } from './embedded/start-parameters.ts';
import { createEmbeddedDatabase } from './embedded-database.ts';
import { migrate, readMigrations } from './migrate.ts';

/** The major version of PostgreSQL that PGlite is; its folders cannot be read by another one. */
const POSTGRES_MAJOR = '18';

export interface EmbeddedDatabaseOptions {
  /** Made when it is missing; belongs to the database alone. */
  readonly folder: string;
  /** Told when the upkeep between statements failed. */
  readonly onBroken: (error: unknown) => void;
}

/**
 * Opens the embedded database of a folder for this process alone, with the newest schema. What it acknowledges survives a kill
 * and a power loss.
 *
 * @throws DatabaseFolderError when another process has the folder, or another major version made it
 */
export async function openEmbeddedDatabase({ folder, onBroken }: EmbeddedDatabaseOptions): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { unlock } = await lockFolder(folder);
  try {
    const migrations = await readMigrations();
    const cluster = join(folder, 'cluster');
    const major = await majorVersionOf(cluster);
    if (major === undefined) await putNewCluster(cluster, await migratedImage(migrations));
    else if (major !== POSTGRES_MAJOR) throw otherVersion(folder, major);

    const files = new DurableFiles(cluster);
    const pglite = await PGlite.create({ fs: files, startParams: START_PARAMETERS });
    const upkeep = keepUp({ pglite, files, onBroken });
    const database = createEmbeddedDatabase({
      pglite,
      flush: () =>
        files.flush().catch((cause) => {
          throw asDatabaseError(cause, 'sync');
        }),
      close: async () => {
        try {
          await upkeep.stop();
          await pglite.close();
        } finally {
          await unlock();
        }
      },
    });
    await migrate(database, migrations);
    return database;
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function majorVersionOf(cluster: string): Promise<string | undefined> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return text?.trim();
}

function otherVersion(folder: string, major: string): DatabaseFolderError {
  return new DatabaseFolderError(
    'other-version',
    `The database in ${folder} was made by PostgreSQL ${major}; this version of Reverie Motion brings PostgreSQL ${POSTGRES_MAJOR}, which cannot read it. Write it to a file with the version that made it ('reverie db export FILE'), then read that into a new folder with this one ('reverie db import FILE').`,
  );
}

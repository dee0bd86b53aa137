/** Where the settings say that things are remembered. */
import { join } from 'node:path';
import type { FileStorage } from '../app/ports/file-storage.ts';
import type { Database } from '../app/ports/sql.ts';
import type { Config } from '../config/config.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { openEmbeddedDatabase } from '../db/open-embedded-database.ts';
import { createPostgresDatabase } from '../db/postgres-database.ts';
import { openDiskStorage } from '../storage/disk-storage.ts';
import { openS3Storage } from '../storage/s3-storage.ts';

/** The database of the settings, with the newest schema. */
export async function openDatabase(config: Config, onBroken: (error: unknown) => void): Promise<Database> {
  const database = await connectDatabase(config, onBroken);
  if (database.kind === 'postgres') await migrate(database, await readMigrations());
  return database;
}

/** The database of the settings; the schema of a server is left as it is. */
export async function connectDatabase(
  { databaseUrl, dataFolder }: Config,
  onBroken: (error: unknown) => void,
): Promise<Database> {
  return databaseUrl === undefined
    ? openEmbeddedDatabase({ folder: databaseFolder(dataFolder), onBroken })
    : createPostgresDatabase({ url: databaseUrl, onBroken });
}

export const databaseFolder = (dataFolder: string): string => join(dataFolder, 'database');

/** The files of the settings: a bucket, or a folder beside the database. */
export async function openStorage({ bucket, dataFolder }: Config): Promise<FileStorage> {
  return bucket === undefined ? openDiskStorage({ folder: join(dataFolder, 'files') }) : openS3Storage(bucket);
}

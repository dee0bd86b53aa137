import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { createEmbeddedDatabase } from '../embedded-database.ts';
import { type Migration, migrate } from '../migrate.ts';
import { SMALL_MEMORY } from './start-parameters.ts';

// src/db/embedded and dist/db/embedded stand equally deep
const CACHE_FOLDER = fileURLToPath(new URL('../../../.cache', import.meta.url));
const PGLITE_PACKAGE = join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '../package.json');

/**
 * A cluster with the schema of these migrations, as a tar: to start with it takes a second, to make it ten. It is made once for
 * each set of migrations and version of PGlite, by the build or by whoever needs it first, and kept.
 */
export async function migratedImage(migrations: readonly Migration[]): Promise<Uint8Array<ArrayBuffer>> {
  const { version } = JSON.parse(await readFile(PGLITE_PACKAGE, 'utf8')) as { version: string };
  const key = createHash('sha256')
    .update(JSON.stringify([version, migrations]))
    .digest('hex')
    .slice(0, 16);
  const path = join(CACHE_FOLDER, `database-${key}.tar`);
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    const image = await makeImage(migrations);
    await keep(path, image).catch(() => undefined); // an installed package may not be writable
    return image;
  }
}

async function makeImage(migrations: readonly Migration[]): Promise<Uint8Array<ArrayBuffer>> {
  const pglite = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, ...SMALL_MEMORY],
    // small files of the log, since each is written whole when it is begun
    initDbStartParams: ['--wal-segsize=1'],
  });
  try {
    const database = createEmbeddedDatabase({ pglite, flush: async () => {}, close: () => pglite.close() });
    await migrate(database, migrations);
    await dropTemplates(pglite);
    await database.query('checkpoint');
    return new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer());
  } finally {
    await pglite.close();
  }
}

/** Two thirds of the files of a cluster are databases to make others from; this one stays alone. */
async function dropTemplates(pglite: PGlite): Promise<void> {
  await pglite.query('update pg_database set datistemplate = false');
  for (const name of ['template0', 'template1']) await pglite.query(`drop database ${name}`);
}

/** Several processes may make it at the same time: each puts a whole one in place. */
async function keep(path: string, image: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  await writeFile(temporary, image);
  await rename(temporary, path);
}

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { createEmbeddedDatabase } from '../embedded-database.ts';
import { type Migration, migrate } from '../migrate.ts';
import { SMALL_MEMORY } from './start-parameters.ts';

// src/db/embedded and dist/db/embedded stand equally deep
const CACHE_FOLDER = fileURLToPath(new URL('../../../.cache', import.meta.url));
const PGLITE_PACKAGE = join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '../package.json');

/** Changed when images of before are not what they have to be any more. */
const IMAGE_FORM = 'shut down';

/**
 * A cluster with the schema of these migrations, as a tar: to start with it takes a second, to make it ten. It is made once for
 * each set of migrations and version of PGlite, by the build or by whoever needs it first, and kept.
 */
export async function migratedImage(migrations: readonly Migration[]): Promise<Uint8Array<ArrayBuffer>> {
  const { version } = JSON.parse(await readFile(PGLITE_PACKAGE, 'utf8')) as { version: string };
  const key = createHash('sha256')
    .update(JSON.stringify([IMAGE_FORM, version, migrations]))
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

/**
 * Files in memory of which a tar is taken after PostgreSQL has shut down: a cluster that seems to have been killed is recovered when
 * it is opened, for which each of its thousand files is synced again.
 */
class ImageFiles extends MemoryFS {
  tar: Uint8Array<ArrayBuffer> | undefined;

  override async closeFs(): Promise<void> {
    this.tar = new Uint8Array(await (await this.dumpTar('postgres', 'none')).arrayBuffer());
    await super.closeFs();
  }
}

async function makeImage(migrations: readonly Migration[]): Promise<Uint8Array<ArrayBuffer>> {
  const files = new ImageFiles();
  const pglite = await PGlite.create({
    fs: files,
    startParams: [...PGlite.defaultStartParams, ...SMALL_MEMORY],
    // small files of the log, since each is written whole when it is begun
    initDbStartParams: ['--wal-segsize=1'],
  });
  try {
    const database = createEmbeddedDatabase({ pglite, flush: async () => {}, close: () => pglite.close() });
    await migrate(database, migrations);
    await dropTemplates(pglite);
  } finally {
    await pglite.close();
  }
  if (files.tar === undefined) throw new Error('PGlite was closed without its files');
  return files.tar;
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

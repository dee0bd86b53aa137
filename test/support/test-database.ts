import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../src/app/ports/sql.ts';
import { createEmbeddedDatabase } from '../../src/db/embedded-database.ts';
import { migrate, readMigrations } from '../../src/db/migrate.ts';

const START = { startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'] };

/** A real, migrated PostgreSQL of one's own, in memory, from an image that is made once for each set of migrations. */
export async function openTestDatabase(): Promise<Database> {
  const pglite = await PGlite.create({ ...START, loadDataDir: new Blob([await migratedImage()]) });
  return createEmbeddedDatabase({ pglite, flush: async () => {}, close: () => pglite.close() });
}

async function migratedImage(): Promise<Uint8Array<ArrayBuffer>> {
  const migrations = await readMigrations();
  const version = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16);
  const path = `.cache/test-database-${version}.tar`;
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    const pglite = await PGlite.create(START);
    await migrate(createEmbeddedDatabase({ pglite, flush: async () => {}, close: () => pglite.close() }), migrations);
    const image = new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer());
    await pglite.close();
    await mkdir('.cache', { recursive: true });
    // several test files may make it at the same time: each puts a whole one in place
    const temporary = `${path}.${randomUUID()}`;
    await writeFile(temporary, image);
    await rename(temporary, path);
    return image;
  }
}

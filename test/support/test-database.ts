import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../src/app/ports/sql.ts';
import { migratedImage } from '../../src/db/embedded/migrated-image.ts';
import { SMALL_MEMORY } from '../../src/db/embedded/start-parameters.ts';
import { createEmbeddedDatabase } from '../../src/db/embedded-database.ts';
import { readMigrations } from '../../src/db/migrate.ts';

/** A real, migrated PostgreSQL of one's own, in memory. */
export async function openTestDatabase(): Promise<Database> {
  const image = await migratedImage(await readMigrations());
  const startParams = [...PGlite.defaultStartParams, ...SMALL_MEMORY];
  const pglite = await PGlite.create({ startParams, loadDataDir: new Blob([image]) });
  return createEmbeddedDatabase({ pglite, flush: async () => {}, close: () => pglite.close() });
}

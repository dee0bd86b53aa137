import { createHash, randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Database } from '../../src/app/ports/sql.ts';
import { migratedImage } from '../../src/db/embedded/migrated-image.ts';
import { SMALL_MEMORY } from '../../src/db/embedded/start-parameters.ts';
import { createEmbeddedDatabase } from '../../src/db/embedded-database.ts';
import { migrate, readMigrations } from '../../src/db/migrate.ts';
import { createPostgresDatabase } from '../../src/db/postgres-database.ts';

/** The server on which these tests run, or `undefined` for the embedded database; `vitest.config.ts` decides. */
const SERVER = process.env.TEST_DATABASE_KIND === 'postgres' ? process.env.TEST_POSTGRES_URL : undefined;

/** A real, migrated PostgreSQL of one's own: embedded and in memory, or a database of a server. */
export function openTestDatabase(): Promise<Database> {
  return SERVER === undefined ? openEmbeddedTestDatabase() : openOnServer(SERVER);
}

/** The embedded one, whatever the tests run on. */
export async function openEmbeddedTestDatabase(): Promise<Database> {
  const image = await migratedImage(await readMigrations());
  const startParams = [...PGlite.defaultStartParams, ...SMALL_MEMORY];
  const pglite = await PGlite.create({ startParams, loadDataDir: new Blob([image]) });
  return createEmbeddedDatabase({ pglite, flush: async () => {}, close: () => pglite.close() });
}

async function openOnServer(server: string): Promise<Database> {
  const template = await migratedTemplate(server);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administrate(server, `create database ${name} template ${template}`);
  const database = createPostgresDatabase({ url: databaseUrl(server, name), onBroken: () => undefined });
  return {
    ...database,
    close: async () => {
      await database.close();
      await administrate(server, `drop database ${name} with (force)`);
    },
  };
}

/** An empty database of a server, for tests of migrations; `close` removes it. */
export async function createEmptyDatabase(server: string): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administrate(server, `create database ${name}`);
  const remove = () => administrate(server, `drop database ${name} with (force)`);
  return { url: databaseUrl(server, name), remove };
}

/** Made once for each set of migrations, by whoever needs it first; the others wait for it. */
async function migratedTemplate(server: string): Promise<string> {
  const migrations = await readMigrations();
  const version = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16);
  const [name, unfinished] = [`template_${version}`, `unfinished_${version}`];
  await withClient(server, async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    const database = createPostgresDatabase({ url: databaseUrl(server, unfinished), onBroken: () => undefined });
    await migrate(database, migrations);
    await database.close();
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

const administrate = (server: string, statement: string): Promise<void> =>
  withClient(server, async (client) => {
    await client.query(statement);
  });

async function withClient(server: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

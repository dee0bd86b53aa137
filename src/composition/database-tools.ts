/** What the command line does to the database of the settings while the service rests, or beside it on PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { access, open, rename, rm } from 'node:fs/promises';
import type { Database } from '../app/ports/sql.ts';
import type { Config } from '../config/config.ts';
import { createLedgerStore } from '../db/stores/ledger-store.ts';
import { exportDatabase } from '../db/transfer/export-database.ts';
import { importDatabase } from '../db/transfer/import-database.ts';
import { connectDatabase, databaseFolder } from './open-storage.ts';

/** There is nothing to look at yet, or a file is in the way. One sentence says which. */
class DatabaseToolError extends Error {
  readonly code = 'database-tool';
  readonly retryable = false;
}

/** Adds up every posting again; tells each difference in a sentence, and how much was looked at. */
export function verifyLedger(config: Config) {
  return withDatabase(config, async (database) => {
    await assertThere(database);
    const differences = await createLedgerStore(database).differences();
    const [counts] = await database.query<{ entries: number; wallets: number }>(
      "select (select count(*) from ledger_entry) as entries, (select count(*) from ledger_account where kind = 'wallet') as wallets",
    );
    return { differences, entries: counts?.entries ?? 0, wallets: counts?.wallets ?? 0 };
  });
}

/** Writes everything into a new file, which is whole as soon as it is there. Answers with the number of rows. */
export async function exportToFile(config: Config, path: string): Promise<number> {
  if (await exists(path)) throw new DatabaseToolError(`${path} is there already; name a new file.`);
  const temporary = `${path}.${randomUUID()}`;
  return withDatabase(config, async (database) => {
    await assertThere(database);
    const file = await open(temporary, 'wx', 0o600);
    try {
      const rows = await exportDatabase(database, (line) => file.appendFile(`${line}\n`));
      await file.sync();
      await file.close();
      await rename(temporary, path);
      return rows;
    } catch (error) {
      await file.close();
      await rm(temporary, { force: true });
      throw error;
    }
  });
}

/** Reads such a file into an empty database. Answers with the number of rows. */
export async function importFromFile(config: Config, path: string): Promise<number> {
  if (!(await exists(path))) throw new DatabaseToolError(`There is no file ${path}.`);
  return withDatabase(config, (database) => importDatabase(database, linesOf(path)), { mayBeNew: true });
}

/** Opened with the first line that is asked for: lines that come before would be lost. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = await open(path);
  yield* file.readLines();
}

async function withDatabase<Result>(
  config: Config,
  work: (database: Database) => Promise<Result>,
  { mayBeNew = false } = {},
): Promise<Result> {
  const folder = databaseFolder(config.dataFolder);
  if (config.databaseUrl === undefined && !mayBeNew && !(await exists(folder))) {
    throw new DatabaseToolError(
      `There is no database in ${folder}. Name another folder (REVERIE_DATA_DIR) or DATABASE_URL.`,
    );
  }
  // whatever breaks meanwhile breaks the next statement as well, which says so
  const database = await connectDatabase(config, () => undefined);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function assertThere(database: Database): Promise<void> {
  const [found] = await database.query<{ there: boolean }>("select to_regclass('ledger_entry') is not null as there");
  if (found?.there !== true) throw new DatabaseToolError('There is nothing of Reverie Motion in this database.');
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

import { z } from 'zod';
import type { Database, Sql } from '../../app/ports/sql.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { type OwnTable, ownTables, quoted } from './own-tables.ts';
import { FORMAT, type HeaderLine, TransferError, type TransferLine } from './transfer-format.ts';

const ROWS_AT_A_TIME = 500;

/**
 * Reads an export into a database in which nothing has happened yet: all of it or nothing. An older export is read into the
 * schema it was written from, which is brought up to date then.
 *
 * @returns how many rows were read
 * @throws TransferError
 */
export async function importDatabase(database: Database, lines: AsyncIterable<string>): Promise<number> {
  const reader = lines[Symbol.asyncIterator]();
  const header = readHeader((await reader.next()).value);
  await prepareSchema(database, header);
  const rows = await database.transaction(async (sql) => {
    const tables = new Map((await ownTables(sql)).map((table) => [table.name, table]));
    return withoutRules(sql, [...tables.keys()], () => readRows(sql, tables, { [Symbol.asyncIterator]: () => reader }));
  });
  await migrate(database, await readMigrations());
  return rows;
}

const Header = z.object({ format: z.literal(FORMAT), version: z.literal(1), migrations: z.array(z.string()) });

function readHeader(line: string | undefined): HeaderLine {
  const header = Header.safeParse(parse(line ?? ''));
  if (header.success) return header.data;
  throw new TransferError('not-an-export', "This file was not written by 'reverie db export'.");
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Leaves the database empty, with the schema of the export. */
async function prepareSchema(database: Database, { migrations }: HeaderLine): Promise<void> {
  const known = await readMigrations();
  const missing = migrations.filter((name) => !known.some((migration) => migration.name === name));
  if (missing.length > 0) {
    throw new TransferError(
      'newer-export',
      `This file was written by a newer version of Reverie Motion (it has ${missing.join(', ')}). Read it with that version.`,
    );
  }
  const wanted = known.filter(({ name }) => migrations.includes(name));
  const there = await migrationsOf(database);
  if (there.length > 0) await assertUnused(database);
  if (there.length > 0 && there.join() !== migrations.join()) {
    // the folder of an embedded database is ours alone; a server's schema may hold tables of others
    if (database.kind === 'postgres') {
      throw new TransferError(
        'other-schema',
        'The tables in this database are not those of the version that wrote the file. Read it into an empty database.',
      );
    }
    await database.script('drop schema public cascade; create schema public;');
  }
  await migrate(database, wanted);
}

async function migrationsOf(database: Database): Promise<string[]> {
  const [found] = await database.query<{ there: boolean }>("select to_regclass('migration') is not null as there");
  if (found?.there !== true) return [];
  return (await database.query<{ name: string }>('select name from migration order by name collate "C"')).map(
    ({ name }) => name,
  );
}

async function assertUnused(database: Database): Promise<void> {
  const people = await database.query('select 1 from person limit 1');
  if (people.length === 0) return;
  throw new TransferError(
    'not-empty',
    'There are people in this database already. An export is read into a new one: name an empty database (DATABASE_URL) or a new folder (REVERIE_DATA_DIR).',
  );
}

/**
 * Rows come table by table, so for a moment they point at rows that are not there yet; and what triggers did when they were
 * written first must not be done again. Before the end, every foreign key is checked and every rule holds again.
 */
async function withoutRules<Result>(sql: Sql, tables: readonly string[], work: () => Promise<Result>): Promise<Result> {
  const keys = await sql.query<{ at: string; key: string }>(
    `select conrelid::regclass::text as at, quote_ident(conname) as key from pg_constraint
     where contype = 'f' and not condeferrable and connamespace = current_schema()::regnamespace`,
  );
  const all = tables.map(quoted);
  for (const { at, key } of keys) await sql.query(`alter table ${at} alter constraint ${key} deferrable`);
  for (const table of all) await sql.query(`alter table ${table} disable trigger user`);
  await sql.query(`truncate ${all.join(', ')}`);
  await sql.query('set constraints all deferred');
  const result = await work();
  await sql.query('set constraints all immediate');
  for (const table of all) await sql.query(`alter table ${table} enable trigger user`);
  for (const { at, key } of keys) await sql.query(`alter table ${at} alter constraint ${key} not deferrable`);
  return result;
}

async function readRows(
  sql: Sql,
  tables: ReadonlyMap<string, OwnTable>,
  lines: AsyncIterable<string>,
): Promise<number> {
  let table: OwnTable | undefined;
  let waiting: string[] = [];
  let count = 0;
  const insert = async (): Promise<void> => {
    if (table === undefined || waiting.length === 0) return;
    await insertRows(sql, table, waiting);
    count += waiting.length;
    waiting = [];
  };
  for await (const text of lines) {
    const line = parse(text) as TransferLine | undefined;
    if (line === undefined) break;
    if ('row' in line) {
      waiting.push(text);
      if (waiting.length >= ROWS_AT_A_TIME) await insert();
      continue;
    }
    await insert();
    if ('rows' in line) {
      if (line.rows === count) return count;
      break;
    }
    if ('table' in line) table = knownTable(tables, line);
  }
  throw new TransferError('cut-off', 'This file is not whole: its end is missing. Nothing of it was kept.');
}

function knownTable(tables: ReadonlyMap<string, OwnTable>, { table, columns }: OwnTableLine): OwnTable {
  const known = tables.get(table);
  if (known !== undefined && columns.every((column) => known.columns.includes(column))) return { name: table, columns };
  throw new TransferError('not-an-export', `This file has a table '${table}' that this database does not know.`);
}
type OwnTableLine = Extract<TransferLine, { table: string }>;

async function insertRows(sql: Sql, { name, columns }: OwnTable, lines: readonly string[]): Promise<void> {
  const list = columns.map(quoted).join(', ');
  await sql.query(
    `insert into ${quoted(name)} (${list}) select ${columns.map((column) => `r.${quoted(column)}`).join(', ')}
     from json_array_elements($1::json) line, json_populate_record(null::${quoted(name)}, line -> 'row') r`,
    [`[${lines.join(',')}]`],
  );
}

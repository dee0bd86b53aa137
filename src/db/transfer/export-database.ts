import type { Database, Sql } from '../../app/ports/sql.ts';
import { type OwnTable, ownTables, quoted } from './own-tables.ts';
import { FORMAT, type TransferLine } from './transfer-format.ts';

/** Rows that are in memory at a time. */
const ROWS_AT_A_TIME = 500;

/**
 * Writes everything the service remembers as lines of JSON, as it was at one moment, also while the service runs.
 *
 * @returns how many rows were written
 */
export async function exportDatabase(database: Database, write: (line: string) => Promise<void>): Promise<number> {
  const say = (line: TransferLine): Promise<void> => write(JSON.stringify(line));
  return database.transaction(async (sql) => {
    await sql.query('set transaction isolation level repeatable read');
    await sql.query("set local timezone = 'UTC'");
    const migrations = await sql.query<{ name: string }>('select name from migration order by name collate "C"');
    await say({ format: FORMAT, version: 1, migrations: migrations.map(({ name }) => name) });
    let rows = 0;
    for (const table of await ownTables(sql)) {
      await say({ table: table.name, columns: table.columns });
      rows += await exportRows(sql, table, write);
    }
    await say({ rows });
    return rows;
  });
}

async function exportRows(sql: Sql, { name }: OwnTable, write: (line: string) => Promise<void>): Promise<number> {
  await sql.query(
    `declare exported no scroll cursor for select json_build_object('row', to_json(t))::text as line from ${quoted(name)} t`,
  );
  let count = 0;
  for (;;) {
    const rows = await sql.query<{ line: string }>(`fetch ${ROWS_AT_A_TIME} from exported`);
    for (const { line } of rows) await write(line.replaceAll('\n', ' '));
    count += rows.length;
    if (rows.length < ROWS_AT_A_TIME) break;
  }
  await sql.query('close exported');
  return count;
}

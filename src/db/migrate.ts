import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '../app/ports/sql.ts';

// src/db and dist/db stand equally deep, so the same path serves both
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Any number will do, as long as every program that migrates this schema asks for the same one. */
const MIGRATION_LOCK = 7_210_993;

export interface Migration {
  /** `0001-people.sql` */
  readonly name: string;
  readonly text: string;
}

/** The numbered files of `migrations/`, in order. They are written once and never edited. */
export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

/**
 * Brings the schema up to date and tells which migrations ran. All of them are one transaction behind one lock, so any
 * number of programs may start at once: one migrates, the others wait and find nothing to do.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  return database.transaction(async (sql) => {
    await sql.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await sql.query(
      'create table if not exists migration (name text primary key, at timestamptz not null default now())',
    );
    const done = new Set((await sql.query<{ name: string }>('select name from migration')).map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const { name, text } of missing) {
      for (const statement of statementsOf(text)) await sql.query(statement);
      await sql.query('insert into migration (name) values ($1)', [name]);
    }
    return missing.map(({ name }) => name);
  });
}

/** Cuts a script at the semicolons that end a line, outside of `$$ … $$` bodies: the extended protocol takes one at a time. */
function statementsOf(script: string): string[] {
  const statements: string[] = [];
  let current = '';
  let insideBody = false;
  for (const line of script.split('\n')) {
    if (line.trimStart().startsWith('--')) continue;
    current += `${line}\n`;
    if ((line.split('$$').length - 1) % 2 === 1) insideBody = !insideBody;
    if (insideBody || !line.trimEnd().endsWith(';')) continue;
    statements.push(current);
    current = '';
  }
  return current.trim() === '' ? statements : [...statements, current];
}

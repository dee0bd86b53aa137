import type { Sql } from '../../app/ports/sql.ts';

export interface OwnTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * The tables whose rows are worth moving, by name. Not the list of migrations, which says how they look; not what a crash may take
 * (unlogged tables); not the jobs, which live in a schema of their own and are made anew.
 */
export function ownTables(sql: Sql): Promise<OwnTable[]> {
  return sql.query<OwnTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
       and c.relname <> 'migration'
     group by c.relname order by c.relname`,
  );
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

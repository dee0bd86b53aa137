import pg from 'pg';
import type { Database, Sql } from '../app/ports/sql.ts';
import { asDatabaseError } from './database-error.ts';

/** PostgreSQL's type number of `bigint`, which `pg` would give as text. */
const BIGINT = 20;
const types = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    type === BIGINT ? Number : pg.types.getTypeParser(type, format as 'text'),
};

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Connections of this process at the most. */
  readonly mostConnections?: number;
  /** Told when an idle connection broke; the next query opens another. */
  readonly onBroken: (error: unknown) => void;
}

/** PostgreSQL 14 or newer, for many processes on many machines. Connects with the first query. */
export function createPostgresDatabase({ url, mostConnections = 10, onBroken }: PostgresOptions): Database {
  const pool = new pg.Pool({ connectionString: url, max: mostConnections, types, connectionTimeoutMillis: 10_000 });
  pool.on('error', onBroken);
  return {
    kind: 'postgres',
    query: (text, values) => run(pool, text, values),
    script: (text) => runScript(pool, text),
    transaction: (work) => inTransaction(pool, work),
    listen: (channel, hear, lost) => listen({ url, onBroken }, channel, hear, lost),
    close: () => pool.end(),
  };
}

async function run<Row>(client: pg.Pool | pg.PoolClient, text: string, values?: readonly unknown[]): Promise<Row[]> {
  try {
    const result = values === undefined ? await client.query(text) : await client.query(text, [...values]);
    return result.rows as Row[];
  } catch (cause) {
    throw asDatabaseError(cause, text);
  }
}

async function runScript<Row>(pool: pg.Pool, text: string): Promise<Row[]> {
  const client = await connect(pool);
  let broken: Error | undefined;
  try {
    const results: unknown = await client.query(text);
    return ([results].flat() as pg.QueryResult[]).flatMap(({ rows }) => rows as Row[]);
  } catch (cause) {
    // the script may have begun a transaction; the next caller must not find itself inside of it
    await client.query('rollback').catch((error) => {
      broken = error;
    });
    throw asDatabaseError(cause, text);
  } finally {
    client.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw asDatabaseError(cause, 'connect');
  }
}

async function inTransaction<Result>(pool: pg.Pool, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const client = await connect(pool);
  let broken: Error | undefined;
  try {
    await run(client, 'begin');
    const result = await work({ query: (text, values) => run(client, text, values) });
    await run(client, 'commit');
    return result;
  } catch (cause) {
    // a connection that cannot even roll back must not serve the next caller
    await run(client, 'rollback').catch((error) => {
      broken = error;
    });
    throw cause;
  } finally {
    client.release(broken);
  }
}

/** After a lost connection we listen again, and say that something may have been missed. */
const RECONNECT_AFTER_MILLISECONDS = 1000;

async function listen(
  { url, onBroken }: Pick<PostgresOptions, 'url' | 'onBroken'>,
  channel: string,
  hear: (payload: string) => void,
  lost: () => void,
): Promise<() => Promise<void>> {
  let closed = false;
  let client: pg.Client | undefined;
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    fresh.on('notification', ({ payload }) => hear(payload ?? ''));
    fresh.on('error', onBroken);
    fresh.on('end', () => {
      if (!closed) setTimeout(reconnect, RECONNECT_AFTER_MILLISECONDS).unref();
    });
    await fresh.connect();
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = fresh;
  };
  const reconnect = (): void => {
    if (closed) return;
    connect().then(lost, (error) => {
      onBroken(error);
      setTimeout(reconnect, RECONNECT_AFTER_MILLISECONDS).unref();
    });
  };
  await connect().catch((cause) => {
    throw asDatabaseError(cause, `listen ${channel}`);
  });
  return async () => {
    closed = true;
    await client?.end();
  };
}

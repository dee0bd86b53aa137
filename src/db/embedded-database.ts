import { AsyncLocalStorage } from 'node:async_hooks';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { Database, Sql } from '../app/ports/sql.ts';
import { asDatabaseError } from './database-error.ts';

export interface EmbeddedDatabaseParts {
  readonly pglite: PGlite;
  /** Resolves when everything committed so far would survive a power loss. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Whether a transaction is still going on, for everything that is called from inside of it. */
interface Ongoing {
  isOpen: boolean;
}
const ongoing = new AsyncLocalStorage<Ongoing>();

/**
 * The embedded PostgreSQL behind the same door. It has one session: PGlite's own queue lets whole transactions and single
 * statements pass one after the other, so nothing that is asked outside of a transaction can become part of it.
 * What changes data is on disk (`flush`) before it is acknowledged. Whoever asks the database itself from inside of a
 * transaction would wait for their own end, and everybody behind them: that is an error.
 */
export function createEmbeddedDatabase({ pglite, flush, close }: EmbeddedDatabaseParts): Database {
  return {
    kind: 'embedded',
    query: async (text, values) => {
      refuseFromInside(text);
      const rows = await run<never>(pglite, text, values);
      await flush();
      return rows;
    },
    script: async (text) => {
      refuseFromInside(text);
      const rows = await runScript<never>(pglite, text);
      await flush();
      return rows;
    },
    transaction: async (work) => {
      refuseFromInside('begin');
      const result = await pglite.transaction((tx) => watched(() => work(connectionOf(tx))));
      await flush();
      return result;
    },
    listen: async (channel, hear) => {
      const stop = await pglite.listen(channel, hear);
      return () => stop();
    },
    close,
  };
}

async function watched<Result>(work: () => Promise<Result>): Promise<Result> {
  const transaction: Ongoing = { isOpen: true };
  try {
    return await ongoing.run(transaction, work);
  } finally {
    transaction.isOpen = false;
  }
}

function refuseFromInside(text: string): void {
  if (!ongoing.getStore()?.isOpen) return;
  throw new Error(
    `asked from inside of a transaction, but not through it, which would never end: ${text.slice(0, 120)}`,
  );
}

function connectionOf(transaction: Transaction): Sql {
  return { query: (text, values) => run(transaction, text, values) };
}

async function run<Row>(door: PGlite | Transaction, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  try {
    const { rows } = await door.query<Row>(text, [...values]);
    return rows;
  } catch (cause) {
    throw asDatabaseError(cause, text);
  }
}

/** Inside of a transaction, so that nobody else can come between a script that failed and its rollback. */
async function runScript<Row>(pglite: PGlite, text: string): Promise<Row[]> {
  try {
    const results = await pglite.transaction((tx) => tx.exec(text));
    return results.flatMap(({ rows }) => rows as Row[]);
  } catch (cause) {
    throw asDatabaseError(cause, text);
  }
}

import type { Database, Sql } from '../app/ports/sql.ts';

interface PoolResult {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: unknown[];
}

/** As much of a `pg.Pool` as Kysely's PostgreSQL dialect uses, over our gateway to the database. */
export interface SqlPool {
  connect(): Promise<{
    query(text: string, values?: readonly unknown[]): Promise<PoolResult>;
    release(): void;
  }>;
  end(): Promise<void>;
}

/**
 * Lets a library that wants a `pg.Pool` work through the gateway, transactions included. A transaction begins with its first
 * change: better-auth reads and then computes a password's hash inside of one, and on the embedded database everybody would
 * wait for that. What is read before the first change is read as by any transaction that is `read committed`.
 */
export function createSqlPool(database: Database): SqlPool {
  return { connect: async () => createClient(database), end: async () => {} };
}

const IS_READ = /^\s*select\b(?![\s\S]*\bfor\s+(?:update|share|no key update|key share)\b)/i;
const IS_CHANGE = /^\s*(?:insert|update|delete)\b/i;
const HAS_RETURNING = /\breturning\b/i;

function createClient(database: Database): Awaited<ReturnType<SqlPool['connect']>> {
  let begun = false;
  let transaction: OpenTransaction | undefined;
  const end = async (decision: Decision): Promise<PoolResult> => {
    const ending = transaction;
    begun = false;
    transaction = undefined;
    await ending?.end(decision);
    return nothing(decision.toUpperCase());
  };
  const doorFor = async (text: string): Promise<Sql> => {
    if (begun && !IS_READ.test(text)) transaction ??= await openTransaction(database);
    return transaction?.sql ?? database;
  };
  return {
    query: async (text, values = []) => {
      const word = text.trim().toLowerCase();
      if (word === 'commit' || word === 'rollback') return end(word);
      if (word === 'begin') {
        begun = true;
        return nothing('BEGIN');
      }
      return run(await doorFor(text), text, values);
    },
    // whoever goes without a decision has failed
    release: () => void end('rollback'),
  };
}

const nothing = (command: string): PoolResult => ({ command, rowCount: 0, rows: [] });

/** The gateway gives rows alone; how many were changed is known by letting each say so. */
async function run(sql: Sql, text: string, values: readonly unknown[]): Promise<PoolResult> {
  const command = (/^\s*(\w+)/.exec(text)?.[1] ?? '').toUpperCase();
  const isSilent = IS_CHANGE.test(text) && !HAS_RETURNING.test(text);
  const rows = await sql.query<unknown>(isSilent ? `${text} returning 1` : text, values);
  return { command, rowCount: rows.length, rows: isSilent ? [] : rows };
}

type Decision = 'commit' | 'rollback';

interface OpenTransaction {
  readonly sql: Sql;
  end(decision: Decision): Promise<void>;
}

/** Ends a transaction of the gateway, which takes back what it did when its work throws. */
class RolledBack extends Error {}

function openTransaction(database: Database): Promise<OpenTransaction> {
  return new Promise((resolve, reject) => {
    let decide: (decision: Decision) => void = () => {};
    const decided = new Promise<Decision>((settle) => {
      decide = settle;
    });
    const over = database
      .transaction(async (sql) => {
        const end = (decision: Decision): Promise<void> => {
          decide(decision);
          return over;
        };
        resolve({ sql, end });
        if ((await decided) === 'rollback') throw new RolledBack();
      })
      .catch((error) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    over.catch(reject);
  });
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { PgBoss } from 'pg-boss';
import type { JobName, JobPayloads, JobSender } from '../app/ports/jobs.ts';
import type { Database, Sql } from '../app/ports/sql.ts';

export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };

export interface JobQueue {
  /** Sends through this door: as part of its transaction, when it is one. A job that cannot be sent breaks nothing. */
  through(sql: Sql, options: { readonly inTransaction: boolean }): JobSender;
  /** Begins to send, for programs that leave the work to others. Before that, jobs wait for the sweeper. */
  send(): Promise<void>;
  /** Begins to send and to work; resolves when the first job may come. */
  work(handlers: JobHandlers): Promise<void>;
  /** Lets running handlers end, for `graceSeconds` at the most. */
  stop(graceSeconds: number): Promise<void>;
}

/** Jobs that are taken at a time: one at a time would be two a second for each process (data of the first measurements). */
const BATCH = 20;
const QUEUES = {
  dispatch: { batchSize: BATCH, localConcurrency: 1 },
  advance: { batchSize: BATCH, localConcurrency: 2 },
} as const;

/**
 * Wakes people up: pg-boss in a schema of its own, on the same database, so that a job is sent by the transaction that makes
 * it necessary. Our own tables stay the truth; whoever drops the schema `pgboss` loses some seconds, since the sweeper finds
 * everything that is due and the schema is made anew.
 */
export function createJobQueue({
  database,
  onBroken,
}: {
  readonly database: Database;
  readonly onBroken: (error: unknown) => void;
}): JobQueue {
  /** Where nobody's transaction is: what fails inside of one is mended here. */
  const outside = AsyncLocalStorage.snapshot();
  let handlers: JobHandlers | undefined;
  let boss: PgBoss | undefined;
  let starting: Promise<void> | undefined;
  let isStopped = false;

  const start = (): Promise<void> => {
    starting ??= begin().finally(() => {
      starting = undefined;
    });
    return starting;
  };
  const begin = async (): Promise<void> => {
    const old = boss;
    boss = undefined;
    await old?.stop({ graceful: false, close: false }).catch(onBroken);
    const fresh = await startBoss();
    for (const name of Object.keys(QUEUES)) {
      await fresh.createQueue(name, QUEUE_OPTIONS);
      // cancelling no job makes pg-boss know the queue: it must not have to ask for it while a transaction sends
      await fresh.cancel(name, NO_JOB);
    }
    boss = fresh;
    if (handlers !== undefined) await workOn(fresh, handlers);
  };
  /** Of several programs that start on an empty database at once one makes the schema; the others stumble over it, and come again. */
  const startBoss = async (triesLeft = 3): Promise<PgBoss> => {
    const fresh = new PgBoss(bossOptions(database));
    fresh.on('error', broke);
    try {
      await fresh.start();
      return fresh;
    } catch (error) {
      if (triesLeft === 0 || !EXISTS_ALREADY.has(codeOf(error))) throw error;
      return startBoss(triesLeft - 1);
    }
  };
  const broke = (error: unknown): void => {
    onBroken(error);
    if (isSchemaGone(error) && !isStopped) outside(start).catch(onBroken);
  };

  return {
    through: (sql, { inTransaction }) => ({
      send: async (name, payload, { afterSeconds } = {}) => {
        if (boss === undefined) return;
        const door = closedDoor(sql);
        const options = { db: door, ...(afterSeconds && { startAfter: afterSeconds }) };
        try {
          if (inTransaction) await sql.query('savepoint job');
          await boss.send(name, payload, options);
          if (inTransaction) await sql.query('release savepoint job');
        } catch (error) {
          if (inTransaction) await sql.query('rollback to savepoint job');
          broke(door.failure() ?? error);
        }
      },
    }),
    send: start,
    work: async (given) => {
      handlers = given;
      await start();
    },
    stop: async (graceSeconds) => {
      isStopped = true;
      await starting?.catch(() => undefined);
      await boss?.stop({ graceful: true, close: false, timeout: graceSeconds * 1000 });
    },
  };
}

const QUEUE_OPTIONS = { notify: true, retryLimit: 2, retryDelay: 1, heartbeatSeconds: 10, deleteAfterSeconds: 600 };

function bossOptions(database: Database) {
  return {
    db: { executeSql: executeThrough(database), listen: listenThrough(database) },
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    registerInstance: false,
  } as const;
}

async function workOn(boss: PgBoss, handlers: JobHandlers): Promise<void> {
  for (const [name, concurrency] of Object.entries(QUEUES) as [JobName, (typeof QUEUES)[JobName]][]) {
    const options = {
      ...concurrency,
      perJobResults: true,
      pollingIntervalSeconds: 0.5,
      notifyPollingIntervalSeconds: 1,
      burstWhenBatchFull: true,
    } as const;
    await boss.work<never, unknown, typeof options>(name, options, (jobs) => handleBatch(handlers[name], jobs));
  }
}

type Outcome = { readonly id: string; readonly status: 'completed' | 'failed'; readonly output?: object };

/** Each job ends on its own: one that fails takes no other with it. The same payload twice in a batch is done once. */
async function handleBatch(
  handle: (payload: never) => Promise<void>,
  jobs: readonly { readonly id: string; readonly data: never }[],
): Promise<Outcome[]> {
  const begun = new Map<string, Promise<Omit<Outcome, 'id'>>>();
  const outcomes = jobs.map(async ({ id, data }): Promise<Outcome> => {
    const key = JSON.stringify(data);
    const outcome = begun.get(key) ?? outcomeOf(handle(data));
    begun.set(key, outcome);
    return { id, ...(await outcome) };
  });
  return Promise.all(outcomes);
}

async function outcomeOf(work: Promise<void>): Promise<Omit<Outcome, 'id'>> {
  try {
    await work;
    return { status: 'completed' };
  } catch (error) {
    return { status: 'failed', output: { message: String(error) } };
  }
}

const NO_JOB = '00000000-0000-0000-0000-000000000000';

/**
 * What pg-boss sends through. A failure is kept, and pg-boss hears nothing of what it was: it would look for the reason over
 * its own door, and wait there for the very transaction it is part of.
 */
function closedDoor(sql: Sql) {
  let failure: unknown;
  return {
    executeSql: async (text: string, values?: unknown[]) => {
      try {
        return { rows: await sql.query<never>(text, values) };
      } catch (error) {
        failure = error;
        throw new Error('The job could not be sent.');
      }
    },
    failure: () => failure,
  };
}

/** Without parameters it may be several statements. */
function executeThrough(database: Database) {
  return async (text: string, values?: unknown[]) => {
    const isScript = values === undefined || values.length === 0;
    return { rows: isScript ? await database.script<never>(text) : await database.query<never>(text, values) };
  };
}

function listenThrough(database: Database) {
  return async (channel: string, onNotification: (payload: string) => void, onReconnect: () => void) => {
    const stop = await database.listen(channel, onNotification, onReconnect);
    return { close: stop };
  };
}

/** SQLSTATE of a schema, a table or a function that does not exist, and of what was made by somebody else meanwhile. */
const GONE = new Set(['3F000', '42P01', '42883']);
const EXISTS_ALREADY = new Set(['23505', '42P06', '42P07', '42710', '42723']);

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';
const isSchemaGone = (error: unknown): boolean => GONE.has(codeOf(error));

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../test/support/test-database.ts';
import type { JobPayloads, JobSender } from '../app/ports/jobs.ts';
import type { Database, Sql } from '../app/ports/sql.ts';
import { createJobQueue, type JobQueue } from './job-queue.ts';

let database: Database;
let queue: JobQueue;
let done: string[];
let broken: unknown[];

beforeEach(async () => {
  database = await openTestDatabase();
  [done, broken] = [[], []];
  queue = createJobQueue({ database, onBroken: (error) => broken.push(error) });
  await queue.work({
    dispatch: async ({ engine }) => {
      done.push(engine);
      if (engine === 'fails') throw new Error('on purpose');
    },
    advance: async ({ attemptId }) => {
      done.push(attemptId);
    },
  });
});
afterEach(async () => {
  await queue.stop(1);
  await database.close();
});

const dispatch = (engine: string): JobPayloads['dispatch'] => ({ engine });
const inTransaction = (work: (jobs: JobSender, sql: Sql) => Promise<unknown>) =>
  database.transaction((sql) => work(queue.through(sql, { inTransaction: true }), sql));

describe('the job queue', () => {
  it('does what a transaction sent once it is committed, and nothing of one that was rolled back', async () => {
    const rolledBack = inTransaction(async (jobs) => {
      await jobs.send('dispatch', dispatch('never'));
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await inTransaction((jobs) => jobs.send('dispatch', dispatch('committed')));
    await vi.waitFor(() => expect(done).toEqual(['committed']), 5000);
  });

  it('lets a job that fails take no other with it, and tries it again', async () => {
    await inTransaction(async (jobs) => {
      for (const engine of ['before', 'fails', 'after']) await jobs.send('dispatch', dispatch(engine));
    });
    await vi.waitFor(() => expect(done.filter((engine) => engine === 'fails').length).toBeGreaterThan(1), 10_000);
    expect(done.filter((engine) => engine !== 'fails').sort()).toEqual(['after', 'before']);
  });

  it('keeps a transaction whole when its own schema was dropped, and makes itself anew', async () => {
    await database.script('drop schema pgboss cascade');
    await inTransaction(async (jobs, sql) => {
      await sql.query('create table kept (id integer)');
      await jobs.send('dispatch', dispatch('lost'));
    });
    expect(await database.query('select * from kept')).toEqual([]);
    expect(broken).not.toEqual([]);
    await vi.waitFor(async () => {
      await inTransaction((jobs) => jobs.send('dispatch', dispatch('again')));
      expect(done).toContain('again');
    }, 10_000);
  });
});

describe('several programs on an empty database', () => {
  it('start at the same time, and all of them send', async () => {
    const empty = await openTestDatabase();
    const queues = Array.from({ length: 6 }, () => createJobQueue({ database: empty, onBroken: (error) => broken.push(error) }));
    await Promise.all(queues.map((one) => one.send()));
    const senders = queues.map((one) => one.through(empty, { inTransaction: false }));
    await Promise.all(senders.map((jobs, index) => jobs.send('dispatch', dispatch(`by ${index}`))));
    expect(await empty.query(`select count(*) as count from pgboss.job where name = 'dispatch'`)).toEqual([{ count: 6 }]);
    expect(broken).toEqual([]);
    await Promise.all(queues.map((one) => one.stop(1)));
    await empty.close();
  });
});

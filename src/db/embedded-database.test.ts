import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../app/ports/sql.ts';
import { createEmbeddedDatabase } from './embedded-database.ts';

let database: Database;
beforeAll(async () => {
  const pglite = await PGlite.create();
  database = createEmbeddedDatabase({ pglite, flush: async () => {}, close: () => pglite.close() });
  await database.query('create table thing (id int primary key)');
});
afterAll(() => database.close());

const count = async (): Promise<number> => (await database.query('select from thing')).length;

describe('the embedded database', () => {
  it('says so when it is asked past a transaction that would wait for the answer, instead of standing still for ever', async () => {
    const past = [() => database.query('select 1'), () => database.script('select 1'), () => database.transaction(async () => 1)];
    for (const ask of past) {
      const stuck = database.transaction(async (sql) => {
        await sql.query('insert into thing values (1)');
        await ask();
      });
      await expect(stuck).rejects.toThrow('asked from inside of a transaction');
    }
    expect(await count()).toBe(0);
  });

  it('lets others ask meanwhile, and what a transaction began go on after it', async () => {
    let later: Promise<number> = Promise.resolve(0);
    const [, others] = await Promise.all([
      database.transaction(async (sql) => {
        await sql.query('insert into thing values (2)');
        later = new Promise((resolve) => setTimeout(resolve, 50)).then(count);
      }),
      count(),
    ]);
    expect([others, await later]).toEqual([1, 1]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/test-database.ts';
import type { Database } from '../app/ports/sql.ts';
import { createSqlPool } from './sql-pool.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.query('create table thing (id int primary key)');
});
afterAll(() => database.close());

const count = async (): Promise<number> => (await database.query('select from thing')).length;

describe('a pool over the gateway', () => {
  it('keeps what is asked outside of its transaction outside', async () => {
    const client = await createSqlPool(database).connect();
    await client.query('begin');
    await client.query('insert into thing values (1)');
    const outside = database.query('insert into thing values (2)');
    await client.query('rollback');
    await outside;
    expect(await database.query('select id from thing')).toEqual([{ id: 2 }]);
  });

  it('makes nobody wait for a transaction that has only read', async () => {
    const client = await createSqlPool(database).connect();
    await client.query('begin');
    expect((await client.query('select id from thing')).rows).toEqual([{ id: 2 }]);
    expect(await count()).toBe(1);
    await client.query('insert into thing values (3)');
    expect((await client.query('select id from thing')).rows).toHaveLength(2);
    await client.query('commit');
    expect(await count()).toBe(2);
  });

  it('tells how many rows were changed', async () => {
    const client = await createSqlPool(database).connect();
    expect(await client.query('update thing set id = id + 10 where id > $1', [0])).toMatchObject({
      command: 'UPDATE',
      rowCount: 2,
      rows: [],
    });
    expect(await client.query('delete from thing where id = 12 returning id')).toMatchObject({ rowCount: 1, rows: [{ id: 12 }] });
  });

  it('takes back a transaction that failed, and one that was left without a decision', async () => {
    const pool = createSqlPool(database);
    const failing = await pool.connect();
    await failing.query('begin');
    await failing.query('insert into thing values (20)');
    await expect(failing.query('insert into thing values (20)')).rejects.toThrow('duplicate key');
    await failing.query('rollback');
    const leaving = await pool.connect();
    await leaving.query('begin');
    await leaving.query('insert into thing values (21)');
    leaving.release();
    expect(await count()).toBe(1);
  });
});

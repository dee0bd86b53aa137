import { describe, expect, it } from 'vitest';
import { createEmptyDatabase, openTestDatabase } from '../../test/support/test-database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { createPostgresDatabase } from './postgres-database.ts';

const SERVER = process.env.TEST_POSTGRES_URL;
const onBroken = (error: unknown): never => {
  throw error;
};

describe('migrations', () => {
  it('find nothing to do the second time', async () => {
    const database = await openTestDatabase();
    expect(await migrate(database, await readMigrations())).toEqual([]);
    await database.close();
  });

  it('leave nothing behind when one of them fails', async () => {
    const database = await openTestDatabase();
    const broken = { name: '9999-broken.sql', text: 'create table half (id integer);\nselect 1 / 0;\n' };
    await expect(migrate(database, [broken])).rejects.toMatchObject({ code: '22012' });
    expect(await database.query("select to_regclass('half') as half")).toEqual([{ half: null }]);
    await database.close();
  });

  it.skipIf(SERVER === undefined)('are done once by three machines that start at the same time', async () => {
    const migrations = await readMigrations();
    const empty = await createEmptyDatabase(SERVER as string);
    const machines = [1, 2, 3].map(() => createPostgresDatabase({ url: empty.url, onBroken }));
    const done = await Promise.all(machines.map((machine) => migrate(machine, migrations)));
    expect(done.map(({ length }) => length).sort()).toEqual([0, 0, migrations.length]);
    await Promise.all(machines.map((machine) => machine.close()));
    await empty.remove();
  });
});

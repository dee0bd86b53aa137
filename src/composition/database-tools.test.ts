import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveCredits } from '../app/credits/give-credits.ts';
import type { Database } from '../app/ports/sql.ts';
import { type Config, readConfig } from '../config/config.ts';
import { createWorld } from '../db/world.ts';
import { credits } from '../domain/credits/credits.ts';
import { exportToFile, importFromFile, verifyLedger } from './database-tools.ts';
import { openDatabase } from './open-storage.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-tools-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const configOf = (name: string): Config => readConfig({ REVERIE_DATA_DIR: join(folder, name) });

async function inDatabase(name: string, work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openDatabase(configOf(name), () => undefined);
  await work(database);
  await database.close();
}

async function giveSomebodyCredits(database: Database): Promise<void> {
  const jobsThrough = () => ({ send: async () => undefined });
  const world = createWorld({ database, jobsThrough, now: () => new Date(), randomBytes });
  await world.transaction(async (stores) => {
    const login = { provider: 'test', subject: 'robin' };
    const person = await stores.people.addWithLogin({ id: world.newId(), name: 'Robin', role: 'member' }, login);
    const gift = { personId: person.id, source: 'promo', businessKey: 'welcome', expiresAt: undefined } as const;
    await giveCredits(world, stores, { ...gift, amount: credits(500), note: 'Welcome' });
  });
}

describe('the tools of the command line for databases', () => {
  it('say that credits are exact, and which are not', async () => {
    await inDatabase('one', giveSomebodyCredits);
    expect(await verifyLedger(configOf('one'))).toEqual({ differences: [], entries: 1, wallets: 1 });
    await inDatabase('one', (database) => database.query("update ledger_account set balance = 501 where kind = 'wallet'"));
    const { differences } = await verifyLedger(configOf('one'));
    expect(differences).toEqual([
      expect.stringMatching(/^wallet:.+ says 501, its postings say 500$/),
      expect.stringMatching(/^wallet:.+ says 501, its grants have 500$/),
    ]);
  });

  it('move everything from one folder to another by a file that only its owner may read', async () => {
    await inDatabase('one', giveSomebodyCredits);
    const path = join(folder, 'export.jsonl');
    const rows = await exportToFile(configOf('one'), path);
    expect((await readFile(path, 'utf8')).trimEnd().split('\n').at(-1)).toBe(`{"rows":${rows}}`);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await importFromFile(configOf('two'), path)).toBe(rows);
    expect(await verifyLedger(configOf('two'))).toEqual({ differences: [], entries: 1, wallets: 1 });
  });

  it('say what is in the way', async () => {
    await expect(verifyLedger(configOf('none'))).rejects.toThrow(/There is no database in .+none/);
    await expect(importFromFile(configOf('none'), join(folder, 'missing'))).rejects.toThrow('There is no file');
    await writeFile(join(folder, 'there'), '');
    await expect(exportToFile(configOf('none'), join(folder, 'there'))).rejects.toThrow('is there already');
  });
});

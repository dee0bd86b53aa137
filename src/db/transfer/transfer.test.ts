import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createEmptyDatabase, openEmbeddedTestDatabase, openTestDatabase } from '../../../test/support/test-database.ts';
import { openTestWorld, type TestWorld } from '../../../test/support/test-world.ts';
import { holdCredits, settleHold } from '../../app/credits/hold-credits.ts';
import type { Database } from '../../app/ports/sql.ts';
import { credits } from '../../domain/credits/credits.ts';
import { createPostgresDatabase } from '../postgres-database.ts';
import { createStores } from '../stores.ts';
import { exportDatabase } from './export-database.ts';
import { importDatabase } from './import-database.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  while (open.length > 0) await open.pop()?.close();
});

async function opened<Thing extends { close(): Promise<void> }>(opening: Promise<Thing>): Promise<Thing> {
  const thing = await opening;
  open.push(thing);
  return thing;
}

/** An embedded world in which somebody paid for a clip that became the face of a character, and holds credits for another. */
async function livedIn(): Promise<TestWorld> {
  const world = await opened(openTestWorld(openEmbeddedTestDatabase));
  const { stores } = world;
  const person = await world.addPerson();
  const character = await world.addCharacter(person, { name: 'Mira "Öçk"\n🌙' });
  const picture = await world.addPicture(character);
  for (const decision of ['captured', undefined] as const) {
    const id = world.newId();
    const { ownerId, characterId, visibility } = picture;
    await world.transaction(async (within) => {
      await within.clips.add(
        {
          ...{ id, ownerId, characterId, pictureId: picture.id, visibility, idempotencyKey: id, priority: 0 },
          ...{ motion: 'smile-and-blink', customText: '', strength: 'normal', frame: 'as-is', lengthSeconds: 4 },
          ...{ engine: 'local', model: 'one', priceCredits: credits(120_000) },
        },
        { now: world.now(), deadlineAt: world.now(), fairTurn: 0.1 },
      );
      await holdCredits(world, within, { personId: person.id, clipId: id, price: credits(120_000) });
      if (decision === undefined) return;
      const file = { clipKey: 'a/b', posterKey: 'a/c', widthPixels: 1, heightPixels: 1, sizeBytes: 1, sha256: '00' };
      await within.clips.move(id, ['queued'], { state: 'ready', endedAt: world.now(), file });
      await settleHold(world, within, id, decision);
      await within.characters.change(character.id, { avatarClipId: id, avatarPictureId: picture.id });
    });
  }
  const key = { id: world.newId(), personId: person.id, name: 'key', prefix: 'rvk_', hash: randomBytes(32) };
  await stores.apiKeys.add({ ...key, scopes: ['read', 'write'], createdAt: world.now(), expiresAt: undefined });
  await stores.events.tell(person.id, 'wallet', { text: "it's" }, world.now());
  return world;
}

async function exported(database: Database): Promise<string[]> {
  const lines: string[] = [];
  await exportDatabase(database, async (line) => void lines.push(line));
  return lines;
}

async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

describe('an export', () => {
  it('is read into an empty database as it was, to the last digit, and every rule holds there again', async () => {
    const lines = await exported((await livedIn()).database);
    const target = await opened(openTestDatabase());
    expect(await importDatabase(target, from(lines))).toBe(lines.filter((line) => line.startsWith('{"row"')).length);
    expect([...(await exported(target))].sort()).toEqual([...lines].sort());
    const stores = createStores(target, { send: async () => undefined });
    expect(await stores.ledger.differences()).toEqual([]);
    await expect(target.query('delete from ledger_posting')).rejects.toThrow('append only');
    await expect(target.query('delete from character')).rejects.toMatchObject({ code: '23503' });
    const loose = "select 1 from pg_constraint where contype = 'f' and condeferrable and not condeferred";
    expect(await target.query(loose)).toEqual([]);
  });

  it('of an older version is read, and brought up to date', async () => {
    const lines = await exported((await livedIn()).database);
    const header = JSON.parse(lines[0] as string);
    const older = header.migrations.filter((name: string) => name !== '0011-admin-actions.sql');
    const asBefore = [
      JSON.stringify({ ...header, migrations: older }),
      ...lines.slice(1).filter((line) => !line.startsWith('{"table":"admin_action"')),
    ];
    const target = await opened(openEmbeddedTestDatabase());
    await importDatabase(target, from(asBefore));
    expect([...(await exported(target))].sort()).toEqual([...lines].sort());
  });

  it('that is cut off, of a newer version, or no export at all is refused, and nothing is kept of it', async () => {
    const lines = await exported((await livedIn()).database);
    const target = await opened(openTestDatabase());
    const newer = lines[0]?.replace('0001-people', '9999-people') as string;
    const refused = async (given: readonly string[]) => importDatabase(target, from(given)).catch(({ code }) => code);
    expect(await refused(lines.slice(0, -1))).toBe('cut-off');
    expect(await refused(lines.slice(0, 40).concat(lines.slice(41)))).toBe('cut-off');
    expect(await refused(lines.slice(0, -1).concat('{"rows":'))).toBe('cut-off');
    expect(await refused([newer, ...lines.slice(1)])).toBe('newer-export');
    expect(await refused(['{"format":"other"}'])).toBe('not-an-export');
    expect(await refused([])).toBe('not-an-export');
    expect(await target.query('select 1 from person')).toEqual([]);
    expect(await target.query("select 1 from ledger_account where id = 'mint'")).toHaveLength(1);
  });

  it('is never read over people who are there', async () => {
    const { database } = await livedIn();
    await expect(importDatabase(database, from(await exported(database)))).rejects.toMatchObject({ code: 'not-empty' });
  });

  it.skipIf(process.env.TEST_POSTGRES_URL === undefined)('moves an embedded service to a new PostgreSQL', async () => {
    const lines = await exported((await livedIn()).database);
    const empty = await createEmptyDatabase(process.env.TEST_POSTGRES_URL as string);
    const target = createPostgresDatabase({ url: empty.url, onBroken: () => undefined });
    await importDatabase(target, from(lines));
    expect([...(await exported(target))].sort()).toEqual([...lines].sort());
    await target.close();
    await empty.remove();
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownedThings } from '../../../test/support/owned-things.ts';
import { openTestService, TEST_ORIGIN, type TestService } from '../../../test/support/test-service.ts';
import type { Person } from '../../app/ports/stores/person-store.ts';

let service: TestService;
let person: Person;
let operator: Person;
beforeAll(async () => {
  service = await openTestService();
  person = await service.world.addPerson({ creditsGiven: 10_000_000 });
  operator = await service.world.addPerson({ role: 'operator' });
});
afterAll(async () => {
  expect(service.broken).toEqual([]);
  await service.close();
});

/** A request that creates something, and the same with one thing changed. */
interface Creation {
  readonly path: string;
  readonly body: object | Buffer;
  readonly other: object | Buffer;
  readonly as?: 'operator' | 'nobody';
  /** The table of which one row more is there afterwards. */
  readonly table: string;
}
type Things = ReturnType<typeof ownedThings>;

/** Everything that asks for an `Idempotency-Key`, but for two that have stories of their own. */
const CREATIONS: Readonly<Record<string, (things: Things) => Promise<Creation> | Creation>> = {
  character: () => {
    const body = { name: 'Nell', declaredAge: 'adult' };
    return { path: '/characters', body, other: { ...body, name: 'Nella' }, table: 'character' };
  },
  picture: async (things) => {
    const path = `/pictures?characterId=${(await things.character('public')).id}&origin=ai_generated`;
    const body = await things.pictureFile();
    // what follows the end of a PNG is not looked at, but it is another file
    return { path, body, other: Buffer.concat([body, Buffer.from('!')]), table: 'picture' };
  },
  quote: () => ({ path: '/quotes', body: { seconds: 4 }, other: { seconds: 5 }, table: 'quote' }),
  clip: async (things) => {
    const body = { pictureId: (await things.picture('public')).id, motion: 'breathing', seconds: 4 };
    return { path: '/clips', body, other: { ...body, strength: 'subtle' }, table: 'clip' };
  },
  attachment: async (things) => {
    const path = `/clips/${(await things.clip('public')).id}/attachments`;
    const [body, other] = [{ momentId: await things.moment('public') }, { momentId: await things.moment('public') }];
    return { path, body, other, table: 'attachment' };
  },
  message: async (things) => {
    const path = `/chats/${await things.chat()}/messages`;
    return { path, body: { body: 'Hello' }, other: { body: 'Hello?' }, table: "message where author = 'person'" };
  },
  moment: async (things) => {
    const body = { characterId: (await things.character('public')).id, body: 'Hello' };
    return { path: '/moments', body, other: { ...body, body: 'Hello?' }, table: 'moment' };
  },
  report: async (things) => {
    const subject = { kind: 'picture', id: (await things.picture('public')).id };
    const body = { kind: 'report', subject, words: 'Not hers' };
    return { path: '/reports', body, other: { ...body, words: 'Mine' }, table: 'safety_report' };
  },
  'report of nobody in particular': async (things) => {
    const subject = { kind: 'picture', id: (await things.picture('public')).id };
    const body = { kind: 'takedown', subject, words: 'It is me', contact: 'me@example.com' };
    return { path: '/reports', body, other: { ...body, words: 'Me' }, table: 'safety_report', as: 'nobody' };
  },
  'API key': () => {
    const body = { name: 'Reader', scopes: ['read'] };
    return { path: '/api-keys', body, other: { ...body, scopes: ['write'] }, table: 'api_key' };
  },
  grant: () => {
    const body = { personId: person.id, credits: 5 };
    return { path: '/admin/grants', body, other: { ...body, credits: 6 }, table: 'credit_grant', as: 'operator' };
  },
  price: () => {
    const body = { engine: 'nobodys', seconds: 4, priceCredits: 1 };
    return { path: '/admin/prices', body, other: { ...body, seconds: 5 }, table: 'price', as: 'operator' };
  },
};

async function send({ path, body, as }: Omit<Creation, 'other' | 'table'>, key: string) {
  const asker = { operator, nobody: undefined, person }[as ?? 'person'];
  const isFile = Buffer.isBuffer(body);
  const response = await service.fetch(`${TEST_ORIGIN}/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': isFile ? 'image/png' : 'application/json',
      'idempotency-key': key,
      ...(asker && { authorization: `Bearer ${service.signIn(asker, { via: 'session' })}` }),
    },
    body: isFile ? new Uint8Array(body) : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, said: text === '' ? undefined : JSON.parse(text) };
}

async function countRows(table: string): Promise<number> {
  const [row] = await service.world.database.query<{ count: number }>(`select count(*) as count from ${table}`);
  return Number(row?.count);
}

describe.each(Object.entries(CREATIONS))('a new %s', (name, make) => {
  it('is made once, however often and at how many places at a time it is asked for with one key', async () => {
    const creation = await make(ownedThings(service, person));
    const before = await countRows(creation.table);
    const key = randomUUID();
    const atOnce = await Promise.all([send(creation, key), send(creation, key), send(creation, key)]);
    const later = await send(creation, key);
    const answers = [...atOnce, later];
    expect(await countRows(creation.table)).toBe(before + 1);
    expect(answers.map(({ status }) => status >= 200 && status < 300)).toEqual([true, true, true, true]);
    const idOf = ({ said }: (typeof answers)[number]) =>
      said.id ?? said.attachmentId ?? said.message?.id ?? JSON.stringify(Object.entries(said).sort());
    expect(new Set(answers.map(idOf)).size).toBe(1);
    if (name === 'API key') {
      expect(answers.map(({ said }) => said.key).filter(Boolean)).toEqual([expect.stringMatching(/^rvk_/)]);
      const [kept] = await service.world.database.query('select body from idempotent_answer where key = $1', [key]);
      expect(JSON.stringify(kept)).not.toMatch(/rvk_\w{10}/);
    }

    const other = await send({ ...creation, body: creation.other }, key);
    expect([other.status, other.said.code]).toEqual([409, 'key-used-for-another-request']);
    expect(await countRows(creation.table)).toBe(before + 1);
    expect((await send({ ...creation, body: creation.other }, randomUUID())).status).toBe(201);
    expect(await countRows(creation.table)).toBe(before + 2);
  });
});

describe('a key', () => {
  it('is asked for before anything is done', async () => {
    const { status, said } = await send({ path: '/quotes', body: { seconds: 4 } }, '');
    expect([status, said.code]).toEqual([400, 'idempotency-key-missing']);
  });

  it('stays free when the request was refused', async () => {
    const key = randomUUID();
    expect((await send({ path: '/quotes', body: { seconds: 60 } }, key)).status).toBe(422);
    expect((await send({ path: '/quotes', body: { seconds: 4 } }, key)).status).toBe(201);
  });

  it("is one person's: another may use the same", async () => {
    const key = randomUUID();
    const mine = await send({ path: '/quotes', body: { seconds: 4 } }, key);
    const theirs = await send({ path: '/quotes', body: { seconds: 5 }, as: 'operator' }, key);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
  });

  it('leaves no file of a picture that was sent again', async () => {
    const { path, body } = await (CREATIONS.picture as (things: Things) => Promise<Creation>)(ownedThings(service, person));
    const kept: string[] = [];
    const { storage } = service.parts;
    const { put, delete: remove } = storage;
    Object.assign(storage, {
      put: (key: string, ...rest: [never, never]) => {
        kept.push(key);
        return put(key, ...rest);
      },
      delete: (key: string) => {
        kept.splice(kept.indexOf(key), 1);
        return remove(key);
      },
    });
    const key = randomUUID();
    const { said } = await send({ path, body }, key);
    await send({ path, body }, key);
    Object.assign(storage, { put, delete: remove });
    expect(kept).toEqual([`pictures/${said.id}.webp`]);
  });

  it('lets a failed clip be tried again once', async () => {
    const { id } = await ownedThings(service, person).failedClip();
    const key = randomUUID();
    const ask = (withKey: string) => send({ path: `/admin/clips/${id}/try-again`, body: {}, as: 'operator' }, withKey);
    expect([(await ask(key)).status, (await ask(key)).status, (await ask(randomUUID())).status]).toEqual([204, 204, 404]);
  });
});

describe('orders of one person at the same time', () => {
  it('are never more than the plan allows', async () => {
    const eager = await service.world.addPerson({ creditsGiven: 10_000_000 });
    const picture = await service.world.addPicture(await service.world.addCharacter(eager));
    const order = JSON.stringify({ pictureId: picture.id, motion: 'breathing', seconds: 4 });
    const headers = { authorization: `Bearer ${service.signIn(eager)}`, 'content-type': 'application/json' };
    const orders = Array.from({ length: 12 }, () =>
      service.fetch(`${TEST_ORIGIN}/v1/clips`, { method: 'POST', headers: { ...headers, 'idempotency-key': randomUUID() }, body: order }),
    );
    const statuses = (await Promise.all(orders)).map(({ status }) => status);
    const taken = statuses.filter((status) => status === 201).length;
    expect(statuses.filter((status) => status === 409)).toHaveLength(12 - taken);
    expect(taken).toBeLessThan(12);
    expect(await service.world.stores.clips.countLiving(eager.id)).toBe(taken);
    expect(await service.world.stores.ledger.differences()).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityOf, LOCAL_ORIGIN, openServiceWithIdentity } from '../../test/support/test-identity.ts';
import type { TestService } from '../../test/support/test-service.ts';
import type { Identity } from '../app/ports/identity.ts';

let service: TestService;
beforeAll(async () => {
  service = await openServiceWithIdentity();
});
afterAll(() => service.close());

const send = (method: string, path: string, bearer: string, body?: unknown) =>
  service.fetch(`${LOCAL_ORIGIN}/v1${path}`, {
    method,
    headers: {
      ...{ 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
async function demoToken(as: string): Promise<string> {
  const answer = await send('POST', '/demo/sign-in', '', { as, keep: 'token' });
  return ((await answer.json()) as { token: string }).token;
}
async function newKey(bearer: string, request: object): Promise<{ id: string; key: string }> {
  return (await (await send('POST', '/api-keys', bearer, request)).json()) as { id: string; key: string };
}
const statusWith = async (bearer: string, path = '/me'): Promise<number> => (await send('GET', path, bearer)).status;
const askedBy = (identity: Identity, headers: Record<string, string>, url = `${LOCAL_ORIGIN}/v1/me`) =>
  identity.authenticate(new Request(url, { headers }));

describe('who asks', () => {
  it('is nobody without a word, and invalid with a wrong one', async () => {
    const { identity } = service.parts;
    expect(await askedBy(identity, {})).toBe('none');
    expect(await askedBy(identity, { cookie: 'theme=dark' })).toBe('none');
    for (const authorization of ['Bearer nonsense', 'Bearer rvk_nonsense', 'Basic YTpi', 'Bearer', 'Bearer a.b.c.d']) {
      expect(await askedBy(identity, { authorization }), authorization).toBe('invalid');
    }
    expect(await askedBy(identity, { cookie: 'reverie_session=nonsense' })).toBe('invalid');
    expect(await askedBy(identity, { cookie: 'reverie_session=%E0%A4%A' })).toBe('invalid');
  });

  it('is bound to exactly one host where browsers come by https', async () => {
    const { accounts } = await identityOf(service.world, { https: true, listenHost: '0.0.0.0' });
    const session = await accounts.signUp({ name: 'Eve', email: 'eve@example.com', password: 'eight or more' });
    expect(session?.cookie).toMatch(/^__Host-reverie_session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });
});

describe('an API key', () => {
  it('does what its scopes say, until it expires or is revoked', async () => {
    const owner = await demoToken('subscriber');
    const { id, key } = await newKey(owner, { name: 'Reader', scopes: ['read'], expiresInDays: 1 });
    expect(key).toMatch(/^rvk_[\w-]{43}$/);
    expect(await statusWith(key)).toBe(200);
    expect(await statusWith(key, '/api-keys')).toBe(403);
    const lasting = await newKey(owner, { name: 'Lasting', scopes: ['read'] });
    service.world.advanceClock(86_400);
    expect([await statusWith(key), await statusWith(lasting.key)]).toEqual([401, 200]);
    expect((await send('DELETE', `/api-keys/${lasting.id}`, owner)).status).toBe(204);
    expect(await statusWith(lasting.key)).toBe(401);
    expect(id).not.toBe(lasting.id);
  });

  it('is kept as a hash alone, and tells when it was used', async () => {
    const { key } = await newKey(await demoToken('free'), { name: 'Hashed', scopes: ['read'] });
    await statusWith(key);
    const rows = await service.world.database.query<{ last_used_at: Date }>(`select * from api_key where name = 'Hashed'`);
    expect(JSON.stringify(rows)).not.toContain(key.slice(8));
    expect(rows[0]?.last_used_at).toEqual(service.world.now());
  });

  it('never does more than its owner may do today', async () => {
    const { key } = await newKey(await demoToken('operator'), { name: 'Admin', scopes: ['read', 'admin'] });
    expect(await statusWith(key, '/admin/people')).toBe(200);
    await service.world.database.query(`update person set role = 'member' where role = 'operator'`);
    expect([await statusWith(key, '/admin/people'), await statusWith(key)]).toEqual([403, 200]);
    await service.world.database.query(`update person set role = 'operator' where name = 'Olive'`);
  });

  it('of the settings is the operator', async () => {
    const operatorKey = `rvk_${'k'.repeat(43)}`;
    const { identity } = await identityOf(service.world, { operatorKey });
    const who = await askedBy(identity, { authorization: `Bearer ${operatorKey}` });
    expect(who).toMatchObject({ person: { role: 'operator' }, scopes: new Set(['read', 'write', 'generate', 'admin']) });
    expect(await askedBy(identity, { authorization: `Bearer rvk_${'j'.repeat(43)}` })).toBe('invalid');
  });
});

describe('the people of a demo', () => {
  it('are a subscriber with credits, somebody without a plan and an operator, each the same one every time', async () => {
    expect((await (await send('GET', '/demo', '')).json()) as object).toMatchObject({
      people: [{ as: 'subscriber' }, { as: 'free' }, { as: 'operator' }],
    });
    const view = async (as: string) => (await send('GET', '/me', await demoToken(as))).json() as Promise<{ id: string }>;
    const subscriber = await view('subscriber');
    expect(subscriber).toMatchObject({ plan: { id: 'premium', mayGenerate: true }, wallet: { credits: 1_200_000 } });
    expect(await view('subscriber')).toEqual(subscriber);
    expect(await view('free')).toMatchObject({ plan: { id: 'free', mayGenerate: false }, wallet: { credits: 0 }, role: 'member' });
    expect(await view('operator')).toMatchObject({ role: 'operator' });
    expect(await service.world.stores.ledger.differences()).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '192.168.1.7', 'reverie.example', '127.0.0.1.reverie.example'])(
    'do not exist on a server that listens on %s, not even with a session or a key from before',
    async (listenHost) => {
      const token = await demoToken('operator');
      const { key } = await newKey(token, { name: 'From before', scopes: ['read'] });
      const house = await identityOf(service.world, { listenHost });
      expect(house.demoPeople).toBeUndefined();
      for (const bearer of [token, key]) {
        expect(await askedBy(house.identity, { authorization: `Bearer ${bearer}` })).toBe('invalid');
        expect(await askedBy(service.parts.identity, { authorization: `Bearer ${bearer}` })).toBeTypeOf('object');
      }
      expect(await askedBy(house.identity, { cookie: `reverie_session=${encodeURIComponent(token)}` })).toBe('invalid');
    },
  );

  it('have no addresses on such a server', async () => {
    const beyond = await openServiceWithIdentity({ listenHost: '0.0.0.0' });
    const { status } = await beyond.fetch(`${LOCAL_ORIGIN}/v1/demo`);
    const signIn = await beyond.fetch(`${LOCAL_ORIGIN}/v1/demo/sign-in`, { method: 'POST' });
    expect([status, signIn.status]).toEqual([404, 404]);
    await beyond.close();
  });

  it('do not exist for who comes through a proxy or under another name', async () => {
    const token = await demoToken('operator');
    const { identity, demoPeople } = service.parts;
    const authorization = `Bearer ${token}`;
    expect(await askedBy(identity, { authorization, 'x-forwarded-for': '203.0.113.7' })).toBe('invalid');
    expect(await askedBy(identity, { authorization }, 'http://reverie.example/v1/me')).toBe('invalid');
    const proxied = new Request(`${LOCAL_ORIGIN}/v1/demo/sign-in`, { headers: { forwarded: 'for=203.0.113.7' } });
    expect(await demoPeople?.signIn(proxied, 'operator')).toBeUndefined();
    expect(await askedBy(identity, { authorization }, 'http://localhost:4600/v1/me')).toBeTypeOf('object');
  });

  it('can be left out of a server on this machine, too', async () => {
    expect((await identityOf(service.world, { demo: false })).demoPeople).toBeUndefined();
  });
});

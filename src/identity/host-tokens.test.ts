import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityOf, LOCAL_ORIGIN } from '../../test/support/test-identity.ts';
import { openTestWorld, type TestWorld } from '../../test/support/test-world.ts';
import type { Principal } from '../app/ports/identity.ts';
import type { IdentityHouse } from './create-identity.ts';

const ISSUER = 'https://id.platform.example';
const JWKS_URL = 'https://id.platform.example/keys.json';
const AUDIENCE = 'reverie-motion';

const key = await generateKeyPair('ES256');
const strangersKey = await generateKeyPair('ES256');
const publicJwk = { ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'ES256' };

let world: TestWorld;
let house: IdentityHouse;
const fetched: string[] = [];
const platform = (async (input: string | URL | Request) => {
  fetched.push(String(input));
  return Response.json({ keys: [publicJwk] });
}) as typeof fetch;

beforeAll(async () => {
  world = await openTestWorld();
  house = await identityOf(world, { hostIssuers: [{ issuer: ISSUER, jwksUrl: JWKS_URL }], hostAudience: AUDIENCE }, platform);
});
afterAll(() => world.close());

const seconds = (): number => Math.floor(world.now().getTime() / 1000);
const good = (): JWTPayload => ({ sub: 'ada', iss: ISSUER, aud: AUDIENCE, iat: seconds(), exp: seconds() + 300 });
const sign = (claims: JWTPayload, header: object = {}, privateKey: Parameters<SignJWT['sign']>[0] = key.privateKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'one', ...header }).sign(privateKey);
const ask = (token: string) =>
  house.identity.authenticate(new Request(`${LOCAL_ORIGIN}/v1/me`, { headers: { authorization: `Bearer ${token}` } }));
const principal = async (claims: JWTPayload): Promise<Principal> => {
  const who = await ask(await sign({ ...good(), ...claims }));
  if (typeof who === 'string') throw new Error(`the token is ${who}`);
  return who;
};
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

describe("a token of the platform's", () => {
  it('makes a person at first sight, and finds the same one again', async () => {
    const first = await Promise.all([1, 2, 3].map(() => principal({ sub: 'newcomer', name: 'Nia' })));
    expect(new Set(first.map(({ person }) => person.id)).size).toBe(1);
    expect(first[0]).toMatchObject({ person: { name: 'Nia', role: 'member' }, via: 'token' });
    expect((await world.stores.people.list({ most: 100 })).filter(({ name }) => name === 'Nia')).toHaveLength(1);
    expect((await principal({ sub: 'newcomer', name: 'Nia Ray' })).person).toMatchObject({ id: first[0]?.person.id, name: 'Nia Ray' });
    expect((await principal({ sub: 'another' })).person.id).not.toBe(first[0]?.person.id);
  });

  it('tells the plan, unless newer news is known', async () => {
    const { person } = await principal({ sub: 'paying', plan: 'premium' });
    expect(await world.stores.entitlements.find(person.id)).toMatchObject({ planId: 'premium', status: 'active' });
    await principal({ sub: 'paying', plan: 'free', iat: seconds() - 60 });
    expect(await world.stores.entitlements.find(person.id)).toMatchObject({ planId: 'premium' });
    world.advanceClock(1);
    await principal({ sub: 'paying', plan: 'free' });
    expect(await world.stores.entitlements.find(person.id)).toMatchObject({ planId: 'free' });
  });

  it('may do what its scopes say, administer only when it says so, and make clips only for adults', async () => {
    const scopesOf = async (claims: JWTPayload) => [...(await principal(claims)).scopes].sort();
    expect(await scopesOf({})).toEqual(['generate', 'read', 'write']);
    expect(await scopesOf({ scopes: ['read', 'admin'] })).toEqual(['admin', 'read']);
    expect(await scopesOf({ adult: false })).toEqual(['read', 'write']);
    expect(await scopesOf({ adult: true })).toEqual(['generate', 'read', 'write']);
  });

  it('costs one look at the keys of the platform, at the address of the settings', () => {
    expect(fetched).toEqual([JWKS_URL]);
  });

  it.each<[what: string, forge: () => Promise<string> | string]>([
    ['is not signed (alg none)', () => `${encode({ alg: 'none', kid: 'one' })}.${encode(good())}.`],
    [
      'is signed with the public key as a shared secret (HS256)',
      () => sign(good(), { alg: 'HS256' }, new TextEncoder().encode(JSON.stringify(publicJwk))),
    ],
    ['is signed by a stranger', () => sign(good(), {}, strangersKey.privateKey)],
    ['names a key that the platform does not have', () => sign(good(), { kid: 'two' })],
    ['is for another service', () => sign({ ...good(), aud: 'another-service' })],
    ['is from another issuer', () => sign({ ...good(), iss: 'https://elsewhere.example' })],
    ['has expired', () => sign({ ...good(), exp: seconds() - 60 })],
    [
      'was changed',
      async () => {
        const [header, , signature] = (await sign(good())).split('.');
        return `${header}.${encode({ ...good(), sub: 'operator', scopes: ['admin'] })}.${signature}`;
      },
    ],
    ['is older than ten minutes, however long it says it lasts', () => sign({ ...good(), iat: seconds() - 900, exp: seconds() + 9e6 })],
    ['never expires', () => sign({ ...good(), exp: undefined } as unknown as JWTPayload)],
    ['is of nobody', () => sign({ ...good(), sub: undefined } as unknown as JWTPayload)],
    ['brings its own key', async () => sign(good(), { jwk: await exportJWK(strangersKey.publicKey) }, strangersKey.privateKey)],
    ['is no token at all', () => 'a.b.c'],
  ])('is refused when it %s', async (_what, forge) => {
    expect(await ask(await forge())).toBe('invalid');
  });
});

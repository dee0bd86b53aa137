import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { ConfigError } from './setting.ts';

it('runs the whole product on a fresh machine without any setting', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 4600,
    dataFolder: '.reverie',
    databaseUrl: undefined,
    bucket: undefined,
  });
});

it('takes an empty variable for one that is not set', () => {
  expect(readConfig({ REVERIE_PORT: '' }).port).toBe(4600);
});

it('names everything that is wrong at once, with what was expected and an example', () => {
  const wrong = () => readConfig({ REVERIE_PORT: 'eighty' });
  expect(wrong).toThrow(ConfigError);
  expect(wrong).toThrow(/REVERIE_PORT is 'eighty', expected a port from 0 to 65535, for example REVERIE_PORT=4600/);
});

it.each(['-1', '65536', '80.5', '0x50', ' '])('takes %j for no port', (port) => {
  expect(() => readConfig({ REVERIE_PORT: port })).toThrow(ConfigError);
});

it('takes port 0, which asks the system for a free one', () => {
  expect(readConfig({ REVERIE_PORT: '0' }).port).toBe(0);
});

it('cannot be changed once it was read', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});

it('draws one clip for every two processors, unless told', () => {
  expect(readConfig({}, 1).localRenders).toEqual({ perMachine: 1, altogether: 1 });
  expect(readConfig({}, 8).localRenders).toEqual({ perMachine: 4, altogether: 4 });
  expect(readConfig({ REVERIE_LOCAL_RENDERS: '2', REVERIE_LOCAL_RENDERS_ALTOGETHER: '6' }, 8).localRenders).toEqual({
    perMachine: 2,
    altogether: 6,
  });
});

it('repeats no secret in its complaints', () => {
  expect(() => readConfig({ REVERIE_SECRET: 'short', DATABASE_URL: 'mysql://me:hush@db/x' })).toThrow(/^(?![\s\S]*(short|hush)')/);
});

it('has no model that speaks or paints until it is given an address', () => {
  expect(readConfig({ REVERIE_CHAT_MODEL: 'llama3.1' }).chatModel).toBeUndefined();
  const { chatModel } = readConfig({ REVERIE_CHAT_URL: 'http://127.0.0.1:11434/v1/', REVERIE_CHAT_MODEL: 'llama3.1' });
  expect(chatModel).toEqual({ url: 'http://127.0.0.1:11434/v1', key: undefined, model: 'llama3.1' });
});

it('takes tokens of the issuers that are named, and of nobody else', () => {
  const [one, two] = ['https://id.example.com', 'https://old.example.com'];
  const list = `${one} ${one}/keys.json, ${two} ${two}/keys.json`;
  expect(readConfig({ REVERIE_TOKEN_ISSUERS: list }).hostTokens.issuers).toEqual([
    { issuer: one, jwksUrl: `${one}/keys.json` },
    { issuer: two, jwksUrl: `${two}/keys.json` },
  ]);
  expect(readConfig({}).hostTokens.issuers).toEqual([]);
  for (const wrong of [one, `${one} http://id.example.com/keys.json`, `${one} ${one}/keys.json ${two}`]) {
    expect(() => readConfig({ REVERIE_TOKEN_ISSUERS: wrong }), wrong).toThrow(ConfigError);
  }
});

it('takes no operator key that could be guessed', () => {
  expect(() => readConfig({ REVERIE_OPERATOR_KEY: 'rvk_admin' })).toThrow(/^(?![\s\S]*rvk_admin)/);
  expect(readConfig({ REVERIE_OPERATOR_KEY: `rvk_${'0f'.repeat(32)}` }).operatorKey).toMatch(/^rvk_/);
});

it('sells through Stripe once it has both secrets, and knows what its prices are for', () => {
  const secrets = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
  const offers = { REVERIE_STRIPE_PLANS: 'price_1=premium, price_2=studio', REVERIE_STRIPE_PACKS: 'price_3=600000' };
  expect(readConfig({ ...secrets, ...offers }).stripe).toEqual({
    ...{ secretKey: 'sk_test_1', webhookSecret: 'whsec_1' },
    plans: new Map([
      ['price_1', 'premium'],
      ['price_2', 'studio'],
    ]),
    packs: new Map([['price_3', 600_000]]),
  });
  expect(readConfig({}).stripe).toBeUndefined();
  expect(() => readConfig({ STRIPE_SECRET_KEY: 'sk_test_1' })).toThrow(/one is missing/);
  expect(() => readConfig({ ...secrets, REVERIE_STRIPE_PACKS: 'price_3=many' })).toThrow(/REVERIE_STRIPE_PACKS/);
});

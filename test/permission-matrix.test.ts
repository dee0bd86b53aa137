import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCOPES, type Scope } from '../src/app/ports/identity.ts';
import type { Person } from '../src/app/ports/stores/person-store.ts';
import { openStripeBilling } from '../src/billing/stripe/open-stripe-billing.ts';
import { createWebSide } from '../src/composition/web-role.ts';
import { readConfig } from '../src/config/config.ts';
import { createCallbackTokens } from '../src/http/hooks/callback-token.ts';
import { apiEndpoints, describeApi } from '../src/http/v1/api.ts';
import { ownedThings, SECRET } from './support/owned-things.ts';
import { identityOf, LOCAL_ORIGIN } from './support/test-identity.ts';
import { openTestService, type TestService } from './support/test-service.ts';

/**
 * Who asks. `keyless`: an API key of the owner's (of the operator's, for what operators do) that lacks the scope. `other`, `free`
 * and `owner` are members, all but `free` with a plan; everything in the rows belongs to the owner.
 */
const ROLES = ['nobody', 'keyless', 'other', 'free', 'operator', 'owner'] as const;
type Role = (typeof ROLES)[number];
/** What each role is answered, in the order of `ROLES`. */
type Answers = readonly [nobody: number, keyless: number, other: number, free: number, operator: number, owner: number];

interface Asked {
  /** In the place of `:id`. */
  readonly id?: string;
  /** In the place of all other names. */
  readonly named?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object | Buffer;
  /** What must still be so after everybody but the owner has asked. */
  readonly holds?: () => Promise<boolean>;
}
type Things = ReturnType<typeof ownedThings>;
type Row = readonly [answers: Answers, ask?: (things: Things) => Promise<Asked> | Asked];

const EVERYBODY: Answers = [200, 200, 200, 200, 200, 200];
const SIGNED_IN: Answers = [401, 403, 200, 200, 200, 200];
const SIGNED_IN_MAKES: Answers = [401, 403, 201, 201, 201, 201];
const OPERATOR: Answers = [401, 403, 403, 403, 200, 403];
const OPERATOR_MAKES: Answers = [401, 403, 403, 403, 201, 403];
const NOTHING_THERE: Answers = [404, 404, 404, 404, 404, 404];
/** What is hidden is not there: nobody learns that it exists. */
const OWNER_SEES: Answers = [404, 404, 404, 404, 200, 200];
const ownerAlone = (answer: number): Answers => [401, 403, 404, 404, 404, answer];

/** Something of the owner's that is there when everybody asks. */
const beside =
  (make: (things: Things) => Promise<unknown>, asked: Asked = {}) =>
  async (things: Things): Promise<Asked> => {
    await make(things);
    return asked;
  };

let service: TestService;
let owner: Person;
const hasUnread = async (): Promise<boolean> => (await service.world.stores.notifications.countUnread(owner.id)) > 0;

const FACE_POINTS = {
  ...{ eyeLeft: { x: 0.4, y: 0.35 }, eyeRight: { x: 0.6, y: 0.35 }, noseTip: { x: 0.5, y: 0.45 } },
  ...{ mouth: { x: 0.5, y: 0.55 }, chin: { x: 0.5, y: 0.65 } },
};

/** Everything that is served. A route that is not here fails the first test; several rows of one are told apart by words after it. */
const MATRIX: Readonly<Record<string, Row>> = {
  'GET /healthz': [EVERYBODY],
  'GET /readyz': [EVERYBODY],
  'GET /metrics': [[403, 403, 403, 403, 200, 403]],
  'GET /openapi.json': [EVERYBODY],
  'GET /docs': [EVERYBODY],
  'GET /docs/style.css': [EVERYBODY],
  'GET /*': [EVERYBODY],

  'POST /hooks/stripe': [[400, 400, 400, 400, 400, 400], () => ({ body: { id: 'evt_forged' } })],

  'POST /hooks/:engine/:task': [NOTHING_THERE, () => ({ named: { engine: 'local', task: `${randomUUID()}.forged` } })],

  'GET /v/:slug': [EVERYBODY, async (things) => things.sharedClip()],
  'GET /embed/:slug': [EVERYBODY, async (things) => things.sharedClip()],
  'GET /v/:slug/:file': [EVERYBODY, async (things) => ({ named: { ...(await things.sharedClip()).named, file: 'clip.mp4' } })],
  'GET /v/:slug/report': [EVERYBODY, async (things) => things.sharedClip()],
  // the form was sent empty
  'POST /v/:slug/report': [[422, 422, 422, 422, 422, 422], async (things) => things.sharedClip()],
  'GET /v/*': [NOTHING_THERE],
  'GET /embed/*': [NOTHING_THERE],
  'GET /oembed': [
    EVERYBODY,
    async (things) => ({ query: `?url=${encodeURIComponent(`${LOCAL_ORIGIN}/v/${(await things.sharedClip()).named.slug}`)}` }),
  ],

  'GET /media/pictures/:id': [OWNER_SEES, async (things) => things.picture('private')],
  'GET /media/pictures/:id of a public one': [EVERYBODY, async (things) => things.picture('public')],
  'GET /media/clips/:id/clip.mp4': [OWNER_SEES, async (things) => things.clip('private')],
  'GET /media/clips/:id/poster.jpg': [OWNER_SEES, async (things) => things.clip('private')],
  'GET /media/pictures/:id/small.webp': [OWNER_SEES, async (things) => things.picture('private')],
  'GET /media/clips/:id/small.webp': [OWNER_SEES, async (things) => things.clip('private')],

  'GET /v1/motions': [EVERYBODY],
  'POST /v1/custom-motion-readings': [EVERYBODY, () => ({ body: { text: 'nods slowly' } })],
  'GET /v1/me': [SIGNED_IN],
  'PATCH /v1/settings': [SIGNED_IN, () => ({ body: { autoplay: true } })],
  'GET /v1/wallet': [SIGNED_IN],
  'GET /v1/wallet/entries': [SIGNED_IN],

  'GET /v1/characters': [EVERYBODY, beside((things) => things.character('private'))],
  'POST /v1/characters': [SIGNED_IN_MAKES, () => ({ body: { name: 'Mine', declaredAge: 'adult' } })],
  'GET /v1/characters/:id': [OWNER_SEES, async (things) => things.character('private')],
  'PATCH /v1/characters/:id': [ownerAlone(200), async (things) => ({ ...(await things.character('public')), body: { tagline: 'New' } })],
  'GET /v1/characters/:id/gallery': [EVERYBODY, async (things) => ({ id: (await things.picture('private')).characterId })],
  'GET /v1/characters/:id/gallery of a private one': [OWNER_SEES, async (things) => things.character('private')],
  'GET /v1/characters/:id/gallery of one private picture': [
    EVERYBODY,
    async (things) => {
      const { id, characterId } = await things.picture('private');
      return { id: characterId, query: `?of=${id}` };
    },
  ],
  'PUT /v1/gallery-items/:id/favourite': [ownerAlone(204), async (things) => ({ id: await things.galleryItem('private') })],
  'PUT /v1/gallery-items/:id/favourite of a public one': [
    [401, 403, 204, 204, 204, 204],
    async (things) => ({ id: await things.galleryItem('public') }),
  ],
  'DELETE /v1/gallery-items/:id/favourite': [ownerAlone(204), async (things) => ({ id: await things.galleryItem('private') })],

  'POST /v1/pictures': [
    ownerAlone(201),
    async (things) => ({
      query: `?characterId=${(await things.character('public')).id}&origin=ai_generated`,
      body: await things.pictureFile(),
    }),
  ],
  'POST /v1/voices': [
    // only who turned the experiment on themselves
    [401, 403, 403, 403, 403, 201],
    (things) => ({ body: things.voiceFile() }),
  ],
  'GET /v1/voices': [SIGNED_IN, beside((things) => things.voice())],
  'DELETE /v1/voices/:id': [ownerAlone(204), async (things) => things.voice()],
  'POST /v1/voices/:id/restore': [ownerAlone(204), async (things) => things.voice()],
  'GET /v1/pictures/:id': [OWNER_SEES, async (things) => things.picture('private')],
  'DELETE /v1/pictures/:id': [ownerAlone(204), async (things) => things.picture('public')],
  'GET /v1/pictures/:id/advice': [[401, 403, 404, 404, 200, 200], async (things) => things.picture('private')],
  'PUT /v1/pictures/:id/face-points': [ownerAlone(200), async (things) => ({ ...(await things.picture('public')), body: FACE_POINTS })],
  'DELETE /v1/pictures/:id/face-points': [ownerAlone(204), async (things) => things.picture('public')],
  'POST /v1/pictures/:id/restore': [ownerAlone(204), async (things) => things.picture('public')],

  'POST /v1/quotes': [SIGNED_IN_MAKES, () => ({ body: { seconds: 4 } })],
  'POST /v1/clips': [
    [401, 403, 201, 402, 402, 201],
    async (things) => ({ body: { pictureId: (await things.picture('public')).id, motion: 'breathing', seconds: 4 } }),
  ],
  'POST /v1/clips of a private picture': [
    [401, 403, 404, 402, 402, 201],
    async (things) => ({ body: { pictureId: (await things.picture('private')).id, motion: 'breathing', seconds: 4 } }),
  ],
  'GET /v1/clips': [SIGNED_IN, beside((things) => things.clip('private'))],
  'GET /v1/clips of a picture': [
    SIGNED_IN,
    async (things) => {
      await things.clip('private');
      return { query: `?pictureId=${(await things.picture('private')).id}` };
    },
  ],
  'GET /v1/clips/:id': [OWNER_SEES, async (things) => things.clip('private')],
  'GET /v1/clips/:id of a public one': [EVERYBODY, async (things) => things.clip('public')],
  'GET /v1/clips/:id of a public one that waits': [OWNER_SEES, async (things) => things.waitingClip('public')],
  'DELETE /v1/clips/:id': [ownerAlone(204), async (things) => things.clip('public')],
  // no engine of this service draws drafts, which it tells the owner alone
  'POST /v1/clips/:id/draft': [ownerAlone(409), async (things) => things.waitingClip('public')],
  'POST /v1/clips/:id/cancel': [ownerAlone(200), async (things) => things.waitingClip('public')],
  'POST /v1/clips/:id/restore': [ownerAlone(204), async (things) => things.clip('public')],
  'POST /v1/clips/:id/attachments': [
    ownerAlone(201),
    async (things) => ({ id: (await things.clip('public')).id, body: { chatId: await things.chat() } }),
  ],
  'POST /v1/clips/:id/attachments to a moment': [
    ownerAlone(201),
    async (things) => ({ id: (await things.clip('public')).id, body: { momentId: await things.moment('public') } }),
  ],
  'GET /v1/clips/:id/attachments': [ownerAlone(200), async (things) => things.clip('public')],
  'DELETE /v1/attachments/:id': [ownerAlone(204), async (things) => ({ id: await things.attachment() })],

  'POST /v1/clips/:id/share': [ownerAlone(201), async (things) => things.clip('public')],
  'GET /v1/clips/:id/share': [ownerAlone(200), async (things) => things.sharedClip()],
  'DELETE /v1/clips/:id/share': [ownerAlone(204), async (things) => things.sharedClip()],
  'GET /v1/clips/:id/download': [OWNER_SEES, async (things) => things.clip('private')],

  'GET /v1/chats': [SIGNED_IN, beside((things) => things.chat())],
  'PUT /v1/characters/:id/chat': [[401, 403, 404, 404, 200, 200], async (things) => things.character('private')],
  'GET /v1/chats/:id/messages': [ownerAlone(200), async (things) => ({ id: await things.chat() })],
  'POST /v1/chats/:id/messages': [ownerAlone(201), async (things) => ({ id: await things.chat(), body: { body: 'Hello' } })],
  'GET /v1/moments': [EVERYBODY, beside((things) => things.moment('private'))],
  'POST /v1/moments': [
    ownerAlone(201),
    async (things) => ({ body: { characterId: (await things.character('public')).id, body: 'Hello' } }),
  ],
  'GET /v1/moments/:id': [OWNER_SEES, async (things) => ({ id: await things.moment('private') })],
  'DELETE /v1/moments/:id': [ownerAlone(204), async (things) => ({ id: await things.moment('public') })],

  'GET /v1/notifications': [SIGNED_IN, beside((things) => things.notification())],
  'POST /v1/notifications/:id/read': [
    [401, 403, 204, 204, 204, 204],
    async (things) => ({ id: await things.notification(), holds: hasUnread }),
  ],
  'POST /v1/notifications/read-all': [[401, 403, 204, 204, 204, 204], beside((things) => things.notification(), { holds: hasUnread })],
  'POST /v1/safety/motion-advice': [SIGNED_IN, () => ({ body: { customText: 'nods slowly' } })],
  'GET /v1/safety/decisions': [SIGNED_IN],
  'POST /v1/safety/decisions/:id/appeal': [[401, 403, 404, 404, 404, 404], () => ({ id: randomUUID(), body: {} })],
  'POST /v1/reports': [
    [201, 201, 201, 201, 201, 201],
    async (things) => {
      const subject = { kind: 'picture', id: (await things.picture('public')).id };
      return { body: { kind: 'report', subject, words: 'Not hers', contact: 'me@example.com' } };
    },
  ],
  'GET /v1/admin/safety/queue': [OPERATOR],
  'POST /v1/admin/safety/appeals/:id': [[401, 403, 403, 403, 404, 403], () => ({ id: randomUUID(), body: { overturn: true } })],
  'POST /v1/admin/safety/reports/:id': [[401, 403, 403, 403, 404, 403], () => ({ id: randomUUID(), body: { takeDown: true } })],

  'GET /v1/push/key': [SIGNED_IN],
  'PUT /v1/push/subscriptions': [
    [401, 403, 204, 204, 204, 204],
    () => ({ body: { endpoint: 'https://push.example/mine', keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) } } }),
  ],
  'DELETE /v1/push/subscriptions': [
    [401, 403, 204, 204, 204, 204],
    async (things) => {
      const endpoint = await things.pushEndpoint();
      const holds = async () => (await service.world.stores.push.listOf(owner.id)).some((one) => one.endpoint === endpoint);
      return { query: `?endpoint=${encodeURIComponent(endpoint)}`, holds };
    },
  ],
  'GET /v1/events': [SIGNED_IN],

  'POST /v1/auth/sign-up': [
    [201, 201, 201, 201, 201, 201],
    () => ({ body: { name: 'New', email: 'new@example.com', password: 'eight or more' } }),
  ],
  'POST /v1/auth/sign-in': [EVERYBODY, () => ({ body: { email: 'owner@example.com', password: PASSWORD } })],
  'POST /v1/auth/password': [
    [401, 401, 403, 403, 403, 403],
    () => ({ body: { currentPassword: 'a wrong guess', newPassword: 'eight or more' } }),
  ],
  'GET /v1/demo': [EVERYBODY],
  'POST /v1/demo/sign-in': [EVERYBODY, () => ({ body: { as: 'free' } })],

  'GET /v1/billing/offers': [EVERYBODY],
  'POST /v1/billing/checkout': [SIGNED_IN, () => ({ body: { offer: 'price_premium' } })],
  'POST /v1/billing/portal': [ownerAlone(200)],

  'GET /v1/api-keys': [SIGNED_IN, beside((things) => things.apiKey())],
  'POST /v1/api-keys': [SIGNED_IN_MAKES, () => ({ body: { name: 'Reader', scopes: ['read'] } })],
  'POST /v1/api-keys with more than one has': [OPERATOR_MAKES, () => ({ body: { name: 'All', scopes: ['admin'] } })],
  'DELETE /v1/api-keys/:id': [ownerAlone(204), async (things) => ({ id: await things.apiKey() })],

  'POST /v1/admin/grants': [OPERATOR_MAKES, () => ({ body: { personId: owner.id, credits: 1 } })],
  'PUT /v1/admin/entitlements/:id': [OPERATOR, () => ({ id: owner.id, body: { plan: 'premium' } })],
  'GET /v1/admin/prices': [OPERATOR],
  'POST /v1/admin/prices': [OPERATOR_MAKES, () => ({ body: { engine: 'nobodys', seconds: 4, priceCredits: 1 } })],
  'GET /v1/admin/ledger-check': [OPERATOR],
  'GET /v1/admin/engines': [OPERATOR],
  'PUT /v1/admin/stage': [OPERATOR, () => ({ body: { stage: 'general' } })],
  'GET /v1/admin/people': [OPERATOR],
  'GET /v1/admin/clips': [OPERATOR],
  'POST /v1/admin/clips/:id/try-again': [[401, 403, 403, 403, 204, 403], async (things) => things.failedClip()],
  'GET /v1/admin/actions': [OPERATOR],

  // the last, since it ends the sessions that the others ask with
  'POST /v1/auth/sign-out': [[204, 204, 204, 204, 204, 204]],
};

const PASSWORD = 'the password of everybody';
/** What a parameter has to look like, in braces that may hold others. */
const PATTERN = /\{(?:[^{}]|\{[^{}]*\})*\}/g;
const routeOf = (name: string): string => /^\S+ \S+/.exec(name)?.[0] as string;

let web: Hono;
let appFolder: string;
let tokens: Readonly<Record<Exclude<Role, 'nobody' | 'keyless'>, string>>;
let operator: Person;
const stripeApi: typeof fetch = async () => Response.json({ id: 'cs_1', url: 'https://checkout.stripe.example/1' });

beforeAll(async () => {
  service = await openTestService({
    parts: async (world) => ({
      ...(await identityOf(world)),
      push: { publicKey: 'a public key', accepts: () => true, send: async () => 'sent' },
      billing: await openStripeBilling({
        ...{ world, secretKey: 'sk_test_1', webhookSecret: 'whsec_1', fetch: stripeApi, onBroken: () => {} },
        ...{ plans: new Map([['price_premium', 'premium']]), packs: new Map() },
      }),
    }),
  });
  appFolder = await mkdtemp(join(tmpdir(), 'reverie-matrix-'));
  await writeFile(join(appFolder, 'index.html'), '<!doctype html>');
  web = await createWebSide(
    {
      ...{ config: readConfig({}), parts: service.parts, database: service.world.database, safetyStandings: () => [] },
      callbackTokens: createCallbackTokens({ secret: 'of a test' }),
      log: { info: () => {}, broken: (error) => void service.broken.push(error) },
    },
    appFolder,
  );
  const signUp = async (name: string): Promise<{ person: Person; token: string }> => {
    const account = { name, email: `${name}@example.com`, password: PASSWORD };
    const { personId = '', token = '' } = (await service.parts.accounts?.signUp(account)) ?? {};
    return { person: (await service.world.stores.people.find(personId)) as Person, token };
  };
  const subscribe = (personId: string) =>
    service.world.stores.entitlements.put(personId, {
      ...{ planId: 'premium', status: 'active', periodEnd: undefined, source: 'host', sourceAt: service.world.now() },
    });
  const [other, free, boss, mine] = [await signUp('other'), await signUp('free'), await signUp('operator'), await signUp('owner')];
  for (const { person } of [other, mine]) await subscribe(person.id);
  await service.world.stores.people.changeSettings(mine.person.id, { imageToVideo: true });
  await service.world.database.query(`update person set role = 'operator' where id = $1`, [boss.person.id]);
  tokens = { other: other.token, free: free.token, operator: boss.token, owner: mine.token };
  [owner, operator] = [mine.person, boss.person];
  await service.world.stores.billing.linkCustomer('cus_owner', owner.id);
  for (const { person } of [other, mine]) {
    const grant = { personId: person.id, credits: 10_000_000 };
    expect((await send('operator', 'POST /v1/admin/grants', { body: grant })).status).toBe(201);
  }
});
afterAll(async () => {
  expect(service.broken).toEqual([]);
  await service.close();
  await rm(appFolder, { recursive: true });
});

/** A key with every scope but the one that is needed; for what everybody may ask, that is the one to read one's own. */
async function keyWithout(scope: Scope): Promise<string> {
  const key = `rvk_${randomBytes(32).toString('base64url')}`;
  const { world } = service;
  const about = { personId: scope === 'admin' ? operator.id : owner.id, name: 'Keyless', prefix: 'rvk_', expiresAt: undefined };
  const hash = createHash('sha256').update(key).digest();
  const scopes = SCOPES.filter((one) => one !== scope);
  await world.stores.apiKeys.add({ ...about, id: world.newId(), hash, scopes, createdAt: world.now() });
  return key;
}

function neededScope(route: string): Scope {
  const point = apiEndpoints(service.parts).find(
    ({ method, path }) => `${method.toUpperCase()} /v1${path.replace('{id}', ':id')}` === route,
  );
  if (route === 'GET /metrics') return 'admin';
  return point === undefined || point.scope === 'anyone' ? 'read' : point.scope;
}

async function send(role: Role, route: string, { id = '', named = {}, query = '', body }: Asked) {
  const [method = '', path = ''] = route.split(' ');
  const token = role === 'nobody' ? undefined : role === 'keyless' ? await keyWithout(neededScope(route)) : tokens[role];
  const isFile = Buffer.isBuffer(body);
  const headers = {
    host: new URL(LOCAL_ORIGIN).host,
    'idempotency-key': randomUUID(),
    'content-type': isFile ? 'image/png' : 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const address = `${LOCAL_ORIGIN}${path.replace(/:(\w+)/g, (_, name) => (name === 'id' ? id : (named[name] ?? ''))).replace('*', 'somewhere')}${query}`;
  const content = isFile ? new Uint8Array(body) : JSON.stringify(body ?? {});
  const response = await web.request(address, { method, headers, ...(method !== 'GET' && { body: content }) });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { status: response.status, text: '' };
  }
  return { status: response.status, text: await response.text() };
}

describe('the matrix of permissions', () => {
  it('has a row for everything that is served, and for nothing else', () => {
    const routes = web.routes.filter(({ method }) => method !== 'ALL');
    const served = new Set(routes.map(({ method, path }) => `${method} ${path.replaceAll(PATTERN, '')}`));
    const inMatrix = new Set(Object.keys(MATRIX).map(routeOf));
    expect([...served].filter((route) => !inMatrix.has(route))).toEqual([]);
    expect([...inMatrix].filter((route) => !served.has(route))).toEqual([]);
    const { paths } = describeApi() as { paths: Readonly<Record<string, object>> };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(documented.length).toBeGreaterThan(60);
    expect(documented.filter((route) => !inMatrix.has(route))).toEqual([]);
  });

  it.each(Object.entries(MATRIX))('%s', async (name, [answers, ask]) => {
    const asked = (await ask?.(ownedThings(service, owner))) ?? {};
    const said: Record<string, number> = {};
    for (const role of ROLES) {
      if (role === 'owner' && asked.holds !== undefined) expect(await asked.holds()).toBe(true);
      const { status, text } = await send(role, routeOf(name), asked);
      said[role] = status;
      if (role !== 'owner' && role !== 'operator') expect(text, `what ${role} reads`).not.toContain(SECRET);
    }
    expect(said).toEqual(Object.fromEntries(ROLES.map((role, index) => [role, answers[index]])));
  });
});

import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../../test/support/test-service.ts';
import type { Person } from '../app/ports/stores/person-store.ts';
import { pushNotices } from '../app/push/push-notices.ts';
import { vapidKeysOf } from './vapid-keys.ts';
import { createPushSender } from './web-push-sender.ts';

/** A browser's half of a subscription, and what its push service was given. */
class Browser {
  readonly #curve = createECDH('prime256v1');
  readonly #auth = randomBytes(16);
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };

  constructor(endpoint: string) {
    this.endpoint = endpoint;
    this.#curve.generateKeys();
    this.keys = { p256dh: this.#curve.getPublicKey('base64url'), auth: this.#auth.toString('base64url') };
  }

  /** RFC 8291 (keys) over RFC 8188 (one record of aes128gcm), written from the standard, not with the library that encrypts. */
  decrypt(body: Buffer): unknown {
    const [salt, keyLength] = [body.subarray(0, 16), body.readUInt8(20)];
    const sender = body.subarray(21, 21 + keyLength);
    const record = body.subarray(21 + keyLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.#curve.getPublicKey(), sender]);
    const material = hkdfSync('sha256', this.#curve.computeSecret(sender), this.#auth, info, 32);
    const derive = (name: string, length: number) =>
      Buffer.from(hkdfSync('sha256', Buffer.from(material), salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
    const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    cipher.setAuthTag(record.subarray(-16));
    const padded = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
    return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
  }
}

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const keys = vapidKeysOf('a secret of this test');
let service: TestService;
let pushService: Server;
let origin: string;
const received: Received[] = [];
const broken: unknown[] = [];
const push = createPushSender({
  ...{ keys, contact: 'https://clips.example.com', onBroken: (error) => void broken.push(error) },
  // the test's own push service is on this machine: the guard that refuses such addresses is made by the composition root
  accepts: (endpoint) => endpoint.startsWith(origin),
  post: async (url, { headers, body }) => (await fetch(url, { method: 'POST', headers, body: Buffer.from(body) })).status,
});

beforeAll(async () => {
  pushService = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      const status = /^\/answers\/(\d+)/.exec(request.url ?? '')?.[1];
      response.writeHead(Number(status ?? 201)).end();
    });
  });
  await new Promise<void>((resolve) => pushService.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(pushService.address() as AddressInfo).port}`;
  service = await openTestService({ parts: { push } });
}, 60_000);
afterAll(async () => {
  pushService.close();
  await service.close();
});
beforeEach(() => {
  received.length = 0;
  broken.length = 0;
});

const api = (person: Person, method: string, path: string, body?: object) =>
  service.fetch(`http://reverie.test/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${service.signIn(person)}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
async function subscribe(person: Person, path = '/messages/one'): Promise<Browser> {
  const browser = new Browser(origin + path);
  expect((await api(person, 'PUT', '/push/subscriptions', { endpoint: browser.endpoint, keys: browser.keys })).status).toBe(204);
  return browser;
}
const notify = (person: Person, sentence = 'Your clip of Mira is ready.') => {
  const { world } = service;
  const about = { id: world.newId(), personId: person.id, kind: 'clip-ready', clipId: undefined } as const;
  return world.stores.notifications.add({ ...about, sentence, createdAt: world.now() });
};
const work = () => pushNotices({ world: service.world, push });

describe('a browser without an open window', () => {
  it('is told in a few words that it alone can read, signed by the key that it subscribed with, once', async () => {
    const person = await service.world.addPerson();
    const browser = await subscribe(person);
    await notify(person);
    expect(await work()).toBe(1);
    expect(await work()).toBe(0);
    const [{ headers, body }] = received as [Received];
    expect(browser.decrypt(body)).toEqual({
      ...{ title: 'Your clip is ready', body: 'Your clip of Mira is ready.', url: '/notifications' },
      tag: expect.stringMatching(/^clip-/),
    });
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
    expect(body.length).toBeLessThan(1024);
    expect(body.toString('latin1')).not.toContain('Mira');

    const { publicKey } = (await (await api(person, 'GET', '/push/key')).json()) as { publicKey: string };
    const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
    expect(key).toBe(publicKey);
    const point = Buffer.from(publicKey, 'base64url');
    const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
    const [head, claims, signature] = token!.split('.') as [string, string, string];
    const publicPoint = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), publicPoint, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: origin, sub: 'https://clips.example.com' });
  });

  it('is led to a clip that is ready', async () => {
    const { world } = service;
    const person = await world.addPerson();
    const browser = await subscribe(person, '/messages/two');
    const picture = await world.addPicture(await world.addCharacter(person));
    const id = world.newId();
    const about = { id, ownerId: person.id, idempotencyKey: id, characterId: picture.characterId, pictureId: picture.id } as const;
    const wish = {
      motion: 'breathing',
      customText: '',
      lengthSeconds: 3,
      strength: 'normal',
      frame: 'as-is',
      visibility: 'public',
    } as const;
    const order = { ...about, ...wish, engine: 'local', model: 'one', priceCredits: 0, priority: 0 };
    await world.stores.clips.add(order, { now: world.now(), deadlineAt: world.now(), fairTurn: 0 });
    const file = {
      clipKey: 'clips/a/clip.mp4',
      posterKey: 'clips/a/poster.jpg',
      widthPixels: 1,
      heightPixels: 1,
      sizeBytes: 1,
      sha256: 'a',
    };
    await world.stores.clips.move(id, ['queued'], { state: 'ready', endedAt: world.now(), file });
    const notice = { id: world.newId(), personId: person.id, kind: 'clip-ready', clipId: id, sentence: 'Ready.' } as const;
    await world.stores.notifications.add({ ...notice, createdAt: world.now() });
    await work();
    expect(browser.decrypt(received[0]!.body)).toMatchObject({ tag: `clip-${id}`, url: `/c/${picture.characterId}/clip/${id}` });
  });

  it('is forgotten once its push service says that it is gone, and kept when the push service is only broken', async () => {
    const person = await service.world.addPerson();
    await subscribe(person, '/answers/410/a');
    await subscribe(person, '/answers/404/b');
    await subscribe(person, '/answers/503/c');
    await notify(person);
    expect(await work()).toBe(0);
    expect((await service.world.stores.push.listOf(person.id)).map(({ endpoint }) => endpoint)).toEqual([`${origin}/answers/503/c`]);
    expect(broken.map(String).join()).toContain('answered 503');
  });

  it('is not told after it unsubscribed, or when its owner wants no notices, or what is old', async () => {
    const { world } = service;
    const [quiet, left, late] = [await world.addPerson(), await world.addPerson(), await world.addPerson()];
    await world.stores.people.changeSettings(quiet.id, { notifyWhenReady: false });
    const browsers = [
      await subscribe(quiet, '/messages/quiet'),
      await subscribe(left, '/messages/left'),
      await subscribe(late, '/messages/late'),
    ];
    const stranger = await world.addPerson();
    const query = `?endpoint=${encodeURIComponent(browsers[1]!.endpoint)}`;
    await api(stranger, 'DELETE', `/push/subscriptions${query}`);
    expect(await world.stores.push.listOf(left.id)).toHaveLength(1);
    await api(left, 'DELETE', `/push/subscriptions${query}`);
    await notify(late);
    world.advanceClock(3600);
    await notify(quiet);
    await notify(left);
    await work();
    expect(received).toEqual([]);
  });
});

describe('a person who has a window open', () => {
  it('is not pushed to until it is closed, or nothing was heard of its machine for two minutes', async () => {
    const { world } = service;
    const person = await world.addPerson();
    await subscribe(person, '/messages/window');
    const bearer = service.signIn(person, { via: 'session' });
    const open = () => service.fetch('http://reverie.test/v1/events', { headers: { authorization: `Bearer ${bearer}` } });
    const stream = await open();
    const isOpen = () => world.stores.windows.isAnyOpen(person.id, new Date(world.now().getTime() - 1000));
    await expect.poll(isOpen).toBe(true);
    await notify(person, 'one');
    expect(await work()).toBe(0);
    await stream.body?.cancel();
    await expect.poll(isOpen).toBe(false);
    await notify(person, 'two');
    expect(await work()).toBe(1);
    const again = await open();
    await expect.poll(isOpen).toBe(true);
    world.advanceClock(131);
    await notify(person, 'three');
    expect(await work()).toBe(1);
    await again.body?.cancel();
  });
});

describe('a subscription', () => {
  it('is refused at an address that is no push service, or with keys that are none', async () => {
    const person = await service.world.addPerson();
    const { keys } = new Browser(origin);
    const put = (endpoint: string, given: object = keys) => api(person, 'PUT', '/push/subscriptions', { endpoint, keys: given });
    expect((await put('http://169.254.169.254/latest/meta-data')).status).toBe(422);
    expect((await put('javascript:alert(1)')).status).toBe(400);
    expect((await put(`${origin}/x`, { ...keys, p256dh: 'short' })).status).toBe(400);
    expect(await service.world.stores.push.listOf(person.id)).toEqual([]);
  });

  it('belongs to who used the browser last, and there are twenty of a person at the most', async () => {
    const { world } = service;
    const [first, second] = [await world.addPerson(), await world.addPerson()];
    await subscribe(first, '/messages/shared');
    await subscribe(second, '/messages/shared');
    expect(await world.stores.push.listOf(first.id)).toEqual([]);
    for (let index = 0; index < 21; index++) {
      world.advanceClock(1);
      await subscribe(second, `/messages/many-${index}`);
    }
    const kept = (await world.stores.push.listOf(second.id)).map(({ endpoint }) => endpoint);
    expect(kept).toHaveLength(20);
    expect(kept).not.toContain(`${origin}/messages/shared`);
  });

  it('is signed with keys that the secret alone decides', () => {
    expect(vapidKeysOf('one')).toEqual(vapidKeysOf('one'));
    expect(vapidKeysOf('one').publicKey).not.toBe(vapidKeysOf('two').publicKey);
    expect(Buffer.from(keys.publicKey, 'base64url')).toHaveLength(65);
  });
});

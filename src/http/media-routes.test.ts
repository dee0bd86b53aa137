import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../../test/support/test-service.ts';
import type { Picture } from '../app/ports/stores/character-store.ts';
import type { Person } from '../app/ports/stores/person-store.ts';
import { mediaRoutes } from './media-routes.ts';

const BYTES = Buffer.from('0123456789');
const ETAG = `"${createHash('sha256').update(BYTES).digest('hex')}"`;

let service: TestService;
let owner: Person;
beforeAll(async () => {
  service = await openTestService();
  owner = await service.world.addPerson();
});
afterAll(() => service.close());

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = new Request(`http://reverie.test${path}`, { headers, method });
  const answer = await mediaRoutes(service.parts).fetch(request);
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
}

async function addPicture(options: Partial<Picture> = {}): Promise<Picture> {
  const { world, parts } = service;
  const character = await world.addCharacter(owner, { id: world.newId(), name: 'Mira Müller' });
  const key = `pictures/${character.id}/picture.png`;
  const { sizeBytes, sha256 } = await parts.storage.put(key, { bytes: BYTES }, 'image/png');
  return world.addPicture(character, { storageKey: key, sizeBytes, sha256, ...options });
}

/** A finished clip of the picture. */
async function addClip(picture: Picture): Promise<string> {
  const { world, parts } = service;
  const id = world.newId();
  const [clipKey, posterKey] = [`clips/${id}/clip.mp4`, `clips/${id}/poster.jpg`];
  const { sizeBytes, sha256 } = await parts.storage.put(clipKey, { bytes: BYTES }, 'video/mp4');
  await parts.storage.put(posterKey, { bytes: Buffer.from('poster') }, 'image/jpeg');
  const { ownerId, characterId, visibility } = picture;
  await world.stores.clips.add(
    {
      ...{ id, ownerId, characterId, pictureId: picture.id, visibility, idempotencyKey: id },
      ...{ motion: 'smile-and-blink', customText: '', strength: 'normal', frame: 'as-is', lengthSeconds: 4 },
      ...{ engine: service.engine.id, model: 'one', priceCredits: 0 as never, priority: 0 },
    },
    { now: world.now(), deadlineAt: world.now(), fairTurn: 0 },
  );
  const file = { clipKey, posterKey, widthPixels: 720, heightPixels: 960, sizeBytes, sha256 };
  await world.stores.clips.move(id, ['queued'], { state: 'ready', endedAt: world.now(), file });
  return id;
}

describe('the file of a public clip', () => {
  let path: string;
  beforeAll(async () => {
    path = `/media/clips/${await addClip(await addPicture())}/clip.mp4`;
  });

  it('is there for everybody, is what it says it is, and may be kept by caches', async () => {
    const { status, body, headers } = await ask(path);
    expect([status, body]).toEqual([200, '0123456789']);
    expect(Object.fromEntries(headers)).toMatchObject({
      etag: ETAG,
      'content-type': 'video/mp4',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(headers.has('content-disposition')).toBe(false);
  });

  it.each([
    ['bytes=0-1', '01', 'bytes 0-1/10'],
    ['bytes=4-6', '456', 'bytes 4-6/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('comes in parts: %s', async (range, part, contentRange) => {
    const { status, body, headers } = await ask(path, { range });
    expect([status, body]).toEqual([206, part]);
    expect(headers.get('content-range')).toBe(contentRange);
    expect(headers.get('content-length')).toBe(String(part.length));
  });

  it('has no part beyond its end', async () => {
    const { status, headers } = await ask(path, { range: 'bytes=10-' });
    expect([status, headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  it('comes whole to those whose part is of another file', async () => {
    expect(await ask(path, { range: 'bytes=0-1', 'if-range': ETAG })).toMatchObject({ status: 206, body: '01' });
    expect(await ask(path, { range: 'bytes=0-1', 'if-range': '"old"' })).toMatchObject({ status: 200, body: '0123456789' });
  });

  it('is not sent again to those who have it', async () => {
    expect(await ask(path, { 'if-none-match': `"old", W/${ETAG}` })).toMatchObject({ status: 304, body: '' });
    expect((await ask(path, { 'if-none-match': '"old"' })).status).toBe(200);
  });

  it('tells what it is without its bytes', async () => {
    const { status, body, headers } = await ask(path, {}, 'HEAD');
    expect([status, body, headers.get('content-length'), headers.get('etag')]).toEqual([200, '', '10', ETAG]);
    expect((await ask(path, { range: 'bytes=0-1' }, 'HEAD')).headers.get('content-length')).toBe('2');
  });

  it('is saved under a name that says what it is', async () => {
    const { headers } = await ask(`${path}?download=1`);
    expect(headers.get('content-disposition')).toBe('attachment; filename="mira-muller-smile-and-blink.mp4"');
  });

  it('has a poster', async () => {
    const { body, headers } = await ask(path.replace('clip.mp4', 'poster.jpg'));
    expect([body, headers.get('content-type')]).toEqual(['poster', 'image/jpeg']);
  });
});

describe('the file of a private picture', () => {
  let picture: Picture;
  let path: string;
  beforeEach(async () => {
    picture = await addPicture({ visibility: 'private' });
    path = `/media/pictures/${picture.id}`;
  });
  const asPerson = (person: Person, scopes?: readonly ('read' | 'write')[]) => ({
    authorization: `Bearer ${service.signIn(person, scopes ? { scopes } : {})}`,
  });

  it('is there for its owner and the operator, and for nobody else', async () => {
    const operator = await service.world.addPerson({ role: 'operator' });
    const stranger = await service.world.addPerson();
    expect((await ask(path, asPerson(owner))).body).toBe('0123456789');
    expect((await ask(path, asPerson(operator))).status).toBe(200);
    expect((await ask(path, asPerson(stranger))).status).toBe(404);
    expect((await ask(path, asPerson(owner, ['write']))).status).toBe(404);
    expect((await ask(path)).status).toBe(404);
  });

  it('is there for whoever has its signed address, until that ends, and is kept nowhere', async () => {
    const link = service.parts.links.of(path, 'private', service.world.now());
    const { status, headers } = await ask(link);
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect((await ask(link, {}, 'HEAD')).status).toBe(200);
    expect((await ask(`${link}&download=1`)).headers.get('content-disposition')).toContain('mira-muller.png');
    const other = await addPicture({ visibility: 'private' });
    expect((await ask(link.replace(picture.id, other.id))).status).toBe(404);
    service.world.advanceClock(13 * 3600 + 1);
    expect((await ask(link)).status).toBe(404);
  });

  it('is gone for all but its owner once it was deleted', async () => {
    const link = service.parts.links.of(path, 'private', service.world.now());
    await service.world.stores.pictures.setDeleted(picture.id, service.world.now());
    expect((await ask(link)).status).toBe(404);
    expect((await ask(path, asPerson(owner))).status).toBe(200);
  });
});

describe('files that are not there', () => {
  it.each(['/media/pictures/no-id', '/media/pictures/0190a000-0000-7000-8000-000000000000', '/media/clips/x/clip.mp4'])(
    '%s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('are also those that the storage lost', async () => {
    const picture = await addPicture();
    await service.parts.storage.delete(picture.storageKey);
    expect((await ask(`/media/pictures/${picture.id}`)).status).toBe(404);
  });
});

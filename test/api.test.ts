import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, TEST_ORIGIN, type TestService } from './support/test-service.ts';

describe('the API', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await openTestService();
  });
  afterAll(() => service.close());

  const ask = (path: string, init?: RequestInit): Promise<Response> => service.fetch(`${TEST_ORIGIN}/v1${path}`, init);

  it('makes a clip for a subscriber, charges it, and says so in the wallet', async () => {
    const person = await service.world.addPerson();
    const picture = await service.world.addPicture(await service.world.addCharacter(person));
    const headers = { authorization: `Bearer ${service.signIn(person)}`, 'content-type': 'application/json' };
    const order = JSON.stringify({ pictureId: picture.id, motion: 'breathing', seconds: 5 });
    const made = await ask('/clips', { method: 'POST', headers: { ...headers, 'idempotency-key': 'the-first-one' }, body: order });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    await service.work();
    await service.workLater(5);
    const clip = (await (await ask(`/clips/${id}`, { headers })).json()) as { state: string; file: { sizeBytes: number } };
    expect(clip).toMatchObject({ state: 'ready', file: { sizeBytes: 1000 } });
    const { items } = (await (await ask('/wallet/entries', { headers })).json()) as { items: { sentence: string }[] };
    expect(items.map(({ sentence }) => sentence)).toEqual(['Paid for “Breathing” of Mira', 'Reserved for “Breathing” of Mira', 'Welcome']);
  });

  it('goes to any place of a gallery, tells once how much is there, and finds one thing in it', async () => {
    const person = await service.world.addPerson();
    const character = await service.world.addCharacter(person);
    const pictures = [];
    for (let index = 0; index < 5; index++) pictures.push(await service.world.addPicture(character));
    pictures.push(await service.world.addPicture(character, { visibility: 'private' }));
    const newestFirst = pictures.map(({ id }) => id).reverse();
    const headers = { authorization: `Bearer ${service.signIn(person)}` };
    const gallery = async (query: string, as: RequestInit = { headers }) => {
      const answer = await ask(`/characters/${character.id}/gallery?${query}`, as);
      const { items, ...rest } = (await answer.json()) as { items: { picture: { id: string } }[]; total: number | null };
      return { ...rest, ids: items.map(({ picture }) => picture.id) };
    };
    expect(await gallery('limit=2')).toMatchObject({ ids: newestFirst.slice(0, 2), total: 6 });
    expect(await gallery('limit=2&skip=4')).toEqual({ ids: newestFirst.slice(4), nextCursor: null, total: null });
    expect(await gallery('limit=2&skip=1', {})).toMatchObject({ ids: newestFirst.slice(2, 4) });
    expect(await gallery('', {})).toMatchObject({ total: 5 });
    expect(await gallery(`of=${newestFirst[3]}`)).toMatchObject({ ids: [newestFirst[3]], total: 1 });
    expect(await gallery(`of=${newestFirst[0]}`, {})).toMatchObject({ ids: [], total: 0 });
  });

  it('names the clips of one picture, however many there are of others', async () => {
    const person = await service.world.addPerson();
    const character = await service.world.addCharacter(person);
    const [one, other] = [await service.world.addPicture(character), await service.world.addPicture(character)];
    const headers = { authorization: `Bearer ${service.signIn(person)}`, 'content-type': 'application/json' };
    const order = async (pictureId: string) => {
      const body = JSON.stringify({ pictureId, motion: 'breathing', seconds: 5 });
      const made = await ask('/clips', { method: 'POST', headers: { ...headers, 'idempotency-key': crypto.randomUUID() }, body });
      return ((await made.json()) as { id: string }).id;
    };
    const first = await order(one.id);
    await order(other.id);
    const found = (await (await ask(`/clips?pictureId=${one.id}`, { headers })).json()) as { items: { id: string }[] };
    expect(found.items.map(({ id }) => id)).toEqual([first]);
  });

  it.each([
    ['/me', {}, 401, 'not-signed-in'],
    ['/me', { headers: { authorization: 'Bearer nonsense' } }, 401, 'sign-in-not-valid'],
    ['/clips/nonsense', {}, 400, 'invalid-request'],
    ['/nowhere', {}, 404, 'not-found'],
    ['/me', { method: 'DELETE' }, 405, 'method-not-allowed'],
  ])('answers %s %o with a problem document', async (path, init, status, code) => {
    const response = await ask(path, init);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ code, nextStep: expect.stringMatching(/\.$/) });
  });

  it('shows an operator which clips got stuck', async () => {
    const person = await service.world.addPerson();
    const picture = await service.world.addPicture(await service.world.addCharacter(person));
    const headers = { authorization: `Bearer ${service.signIn(person)}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ pictureId: picture.id, motion: 'breathing', seconds: 5 });
    const made = await ask('/clips', { method: 'POST', headers: { ...headers, 'idempotency-key': 'the-slow-one' }, body });
    const { id } = (await made.json()) as { id: string };
    const operator = await service.world.addPerson({ role: 'operator' });
    const troubled = async (): Promise<string[]> => {
      const answer = await ask('/admin/clips', { headers: { authorization: `Bearer ${service.signIn(operator)}` } });
      return ((await answer.json()) as { items: { id: string }[] }).items.map((clip) => clip.id);
    };
    expect(await troubled()).not.toContain(id);
    service.world.advanceClock(16 * 60);
    expect(await troubled()).toContain(id);
    await service.work();
  });
});

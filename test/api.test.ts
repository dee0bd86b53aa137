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
});

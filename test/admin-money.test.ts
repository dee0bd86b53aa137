import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../src/app/ports/stores/person-store.ts';
import { openTestService, TEST_ORIGIN, type TestService } from './support/test-service.ts';

let service: TestService;
let operator: Person;
let token: string;
beforeAll(async () => {
  service = await openTestService();
  operator = await service.world.addPerson({ role: 'operator', plan: 'free', creditsGiven: 0 });
  token = service.signIn(operator);
});
afterAll(() => service.close());

const send = async (method: string, path: string, body?: object, key: string = randomUUID()) => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, authorization: `Bearer ${token}` };
  const answer = await service.fetch(`${TEST_ORIGIN}/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const actions = async () => (await send('GET', '/admin/actions')).body.items as Record<string, unknown>[];

describe('a platform that says who has what', () => {
  it('may say it of people who have not come yet, and of the same person ever after', async () => {
    const plan = await send('PUT', '/admin/entitlements/host:u-1', { plan: 'premium', name: 'Una' });
    expect(plan).toMatchObject({ status: 200, body: { outcome: 'taken' } });
    const { personId } = plan.body;
    const gift = await send('POST', '/admin/grants', { personId: 'host:u-1', credits: 5000, businessKey: 'order-1' });
    expect(gift).toEqual({ status: 201, body: { outcome: 'given', personId } });
    const { stores } = service.world;
    expect(await stores.people.findByLogin({ provider: 'host', subject: 'u-1' })).toMatchObject({ id: personId, name: 'Una' });
    expect(await stores.entitlements.find(personId as string)).toMatchObject({ planId: 'premium', status: 'active' });
    expect(await stores.ledger.balance(personId as string)).toEqual({ walletCredits: 5000, heldCredits: 0 });
  });

  it('gives for one order once, whatever key it sends', async () => {
    const order = { personId: 'host:u-2', credits: 700, businessKey: 'order-2' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('POST', '/admin/grants', order)));
    expect(answers.map(({ body }) => body.outcome).sort()).toEqual(['already-given', 'already-given', 'already-given', 'given']);
    const balance = await service.world.stores.ledger.balance(answers[0]?.body.personId as string);
    expect(balance.walletCredits).toBe(700);
  });

  it('is answered the same when it repeats itself, and not taken back by older news', async () => {
    const key = randomUUID();
    const first = await send('PUT', '/admin/entitlements/host:u-3', { plan: 'studio' }, key);
    expect(await send('PUT', '/admin/entitlements/host:u-3', { plan: 'studio' }, key)).toEqual(first);
    expect((await send('PUT', '/admin/entitlements/host:u-4', { plan: 'studio' }, key)).body.code).toBe('key-used-for-another-request');
    expect((await send('PUT', '/admin/entitlements/host:u-3', { plan: 'free' }, 'short')).body.code).toBe('idempotency-key-missing');
    const older = await send('PUT', '/admin/entitlements/host:u-3', { plan: 'free', asOf: '2026-01-01T00:00:00Z' });
    expect(older.body.outcome).toBe('older-than-known');
  });

  it.each([randomUUID(), 'host:', 'u-5', 'host:with a space'])('cannot speak of %j', async (reference) => {
    const { status } = await send('PUT', `/admin/entitlements/${encodeURIComponent(reference)}`, { plan: 'premium' });
    expect([400, 404]).toContain(status);
    expect([400, 404]).toContain((await send('POST', '/admin/grants', { personId: reference, credits: 1 })).status);
  });
});

describe('what operators do', () => {
  it('is written down: who, how signed in, to whom, what', async () => {
    const { body } = await send('POST', '/admin/grants', { personId: 'host:u-6', credits: 10, businessKey: 'order-6' });
    await send('PUT', '/admin/stage', { stage: 'labs' });
    const [stage, grant] = await actions();
    expect(stage).toMatchObject({ action: 'stage', subject: 'labs', actor: { id: operator.id }, via: 'key' });
    expect(grant).toMatchObject({
      ...{ action: 'grant', subject: body.personId, actor: { id: operator.id, name: operator.name } },
      detail: { credits: 10, businessKey: 'order-6', outcome: 'given' },
    });
  });

  it('leaves no line when it was refused, and none can be changed', async () => {
    const before = await actions();
    await send('POST', '/admin/grants', { personId: randomUUID(), credits: 10 });
    expect(await actions()).toEqual(before);
    const { database } = service.world;
    await expect(database.query('delete from admin_action')).rejects.toThrow('append only');
    await expect(database.query(`update admin_action set subject = ''`)).rejects.toThrow('append only');
  });
});

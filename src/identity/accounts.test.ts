import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_ORIGIN, openServiceWithIdentity } from '../../test/support/test-identity.ts';
import type { TestService } from '../../test/support/test-service.ts';

const ADA = { name: 'Ada', email: 'ada@example.com', password: 'a long enough password' };

let service: TestService;
beforeAll(async () => {
  service = await openServiceWithIdentity();
});
afterAll(() => service.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  service.fetch(`${LOCAL_ORIGIN}/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const me = (headers: Record<string, string>) => service.fetch(`${LOCAL_ORIGIN}/v1/me`, { headers });
const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] as string;
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code;

describe('an account', () => {
  it('is made with a person, and signs its browser in with a cookie that scripts and other sites cannot use', async () => {
    const signedUp = await post('/auth/sign-up', ADA);
    expect(signedUp.status).toBe(201);
    expect(signedUp.headers.get('set-cookie')).toMatch(/^reverie_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const { personId, token } = (await signedUp.json()) as { personId: string; token: string | null };
    expect(token).toBeNull();
    const answer = await me({ cookie: cookieOf(signedUp) });
    expect(await answer.json()).toMatchObject({ id: personId, name: 'Ada', role: 'member', plan: { id: 'free' } });
  });

  it('keeps no password, and no session that works without our signature', async () => {
    const signedIn = await post('/auth/sign-in', { ...ADA, name: undefined, keep: 'token' });
    const { token } = (await signedIn.json()) as { token: string };
    expect(signedIn.headers.get('set-cookie')).toBeNull();
    expect((await me({ authorization: `Bearer ${token}` })).status).toBe(200);
    const rows = await service.world.database.query<object>(
      'select s.token, a.password from identity_session s join identity_account a on a.user_id = s.user_id',
    );
    expect(JSON.stringify(rows)).not.toContain(ADA.password);
    expect(JSON.stringify(rows)).not.toContain(token);
    const unsigned = token.slice(0, token.lastIndexOf('.'));
    expect(JSON.stringify(rows)).toContain(unsigned);
    for (const forged of [unsigned, `${unsigned}.`, `${unsigned}.${'A'.repeat(43)}=`, `x${token}`]) {
      expect(await codeOf(await me({ authorization: `Bearer ${forged}` }))).toBe('sign-in-not-valid');
    }
  });

  it('is not told from no account by a wrong password', async () => {
    const wrong = await post('/auth/sign-in', { email: ADA.email, password: 'not her password' });
    const nobody = await post('/auth/sign-in', { email: 'nobody@example.com', password: 'not her password' });
    expect([wrong.status, await wrong.json()]).toEqual([nobody.status, await nobody.json()]);
    expect(wrong.status).toBe(401);
  });

  it('cannot be taken over by signing up with its address', async () => {
    expect(await codeOf(await post('/auth/sign-up', { ...ADA, password: 'another password' }))).toBe('sign-in-failed');
    expect((await post('/auth/sign-up', { ...ADA, email: 'ADA@example.com' })).status).toBe(201);
    expect(await service.world.database.query('select from identity_user')).toHaveLength(1);
    expect(await service.world.stores.people.list({ most: 100 })).toHaveLength(1);
  });

  it('is one, whoever signs up with it at the same time', async () => {
    const bo = { name: 'Bo', email: 'bo@example.com', password: 'eight or more' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post('/auth/sign-up', bo)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const people = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { personId: string }).personId));
    expect(new Set(people).size).toBe(1);
  });

  it('ends a session with the sign-out, and lets a browser with a dead cookie sign in again', async () => {
    const cookie = cookieOf(await post('/auth/sign-in', { email: ADA.email, password: ADA.password }));
    const out = await post('/auth/sign-out', {}, { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^reverie_session=; Max-Age=0; /);
    expect(await codeOf(await me({ cookie }))).toBe('sign-in-not-valid');
    const again = await post('/auth/sign-in', { email: ADA.email, password: ADA.password }, { cookie });
    expect((await me({ cookie: cookieOf(again) })).status).toBe(200);
  });

  it('changes its password for who knows the old one, and ends all other sessions', async () => {
    const carl = { name: 'Carl', email: 'carl@example.com', password: 'the first password' };
    const elsewhere = cookieOf(await post('/auth/sign-up', carl));
    const cookie = cookieOf(await post('/auth/sign-in', { email: carl.email, password: carl.password }));
    const newPassword = 'the second password';
    const guess = await post('/auth/password', { currentPassword: 'a wrong guess', newPassword }, { cookie });
    expect(await codeOf(guess)).toBe('password-wrong');
    const changed = await post('/auth/password', { currentPassword: carl.password, newPassword }, { cookie });
    expect(changed.status).toBe(200);
    expect((await me({ cookie: cookieOf(changed) })).status).toBe(200);
    for (const old of [cookie, elsewhere]) expect((await me({ cookie: old })).status).toBe(401);
    expect((await post('/auth/sign-in', { email: carl.email, password: carl.password })).status).toBe(401);
    expect((await post('/auth/sign-in', { email: carl.email, password: newPassword })).status).toBe(200);
  });

  it('takes no sign-in that another web site sends', async () => {
    const body = { email: ADA.email, password: ADA.password };
    expect(await codeOf(await post('/auth/sign-in', body, { origin: 'https://elsewhere.example' }))).toBe('other-site');
    expect((await post('/auth/sign-in', body, { origin: LOCAL_ORIGIN })).status).toBe(200);
  });

  it('is signed out after 30 days, and its session forgotten', async () => {
    const cookie = cookieOf(await post('/auth/sign-in', { email: ADA.email, password: ADA.password }));
    service.world.advanceClock(30 * 86_400 - 60);
    expect((await me({ cookie })).status).toBe(200);
    service.world.advanceClock(61);
    expect(await codeOf(await me({ cookie }))).toBe('sign-in-not-valid');
  });
});

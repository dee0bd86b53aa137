import { meQuery } from './me.ts';
import { queries } from './queries.ts';

/** Whom one can be where the service runs as a demo. */
export interface DemoPerson {
  readonly as: 'subscriber' | 'free' | 'operator';
  readonly name: string;
  readonly description: string;
}

/** Why a sign-in failed, in the service's own words. */
class SignInRefused extends Error {}

/** The people of the demo; none where the service can be reached by others. */
export async function demoPeople(signal: AbortSignal): Promise<readonly DemoPerson[]> {
  const response = await fetch('/v1/demo', { signal });
  if (!response.ok) return [];
  const { people } = (await response.json()) as { people: readonly DemoPerson[] };
  return people;
}

export const signInAsDemo = (as: DemoPerson['as']): Promise<void> => begin('/v1/demo/sign-in', { as });
export const signIn = (account: { email: string; password: string }): Promise<void> =>
  begin('/v1/auth/sign-in', account);
export const signUp = (account: { name: string; email: string; password: string }): Promise<void> =>
  begin('/v1/auth/sign-up', account);

/** Ends the session: nothing of the person stays in the window. */
export async function signOut(): Promise<void> {
  await post('/v1/auth/sign-out', undefined);
  queries.clear();
  queries.setQueryData(meQuery.queryKey, null);
}

async function begin(path: string, body: object): Promise<void> {
  await post(path, body);
  queries.clear();
}

async function post(path: string, body: object | undefined): Promise<void> {
  const json = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, { method: 'POST', ...json });
  if (response.ok) return;
  const problem = (await response.json().catch(() => undefined)) as { detail?: string } | undefined;
  throw new SignInRefused(problem?.detail ?? `${response.status}`);
}

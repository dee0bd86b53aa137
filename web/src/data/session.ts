import { ReverieError } from '@reverie-motion/client';
import { meQuery } from './me.ts';
import { queries } from './queries.ts';
import { reverie } from './service.ts';

/** Whom one can be where the service runs as a demo. */
export type DemoPerson = Awaited<ReturnType<typeof reverie.session.demoPeople>>['people'][number];

/** The people of the demo; none where the service can be reached by others. */
export async function demoPeople(signal: AbortSignal): Promise<readonly DemoPerson[]> {
  try {
    return (await reverie.session.demoPeople({ signal })).people;
  } catch (error) {
    if (error instanceof ReverieError && error.code === 'not-found') return [];
    throw error;
  }
}

export const signInAsDemo = (as: DemoPerson['as']): Promise<void> => begin(reverie.session.signInToDemo({ as }));
export const signIn = (account: { email: string; password: string }): Promise<void> =>
  begin(reverie.session.signIn(account));
export const signUp = (account: { name: string; email: string; password: string }): Promise<void> =>
  begin(reverie.session.signUp(account));

/** Ends the session: nothing of the person stays in the window. */
export async function signOut(): Promise<void> {
  await reverie.session.signOut();
  queries.clear();
  queries.setQueryData(meQuery.queryKey, null);
}

async function begin(entering: Promise<unknown>): Promise<void> {
  await entering;
  queries.clear();
}

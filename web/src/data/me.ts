import { type Me, NotSignedInError } from '@reverie-motion/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { queries } from './queries.ts';
import { reverie } from './service.ts';

/** Who is signed in; `null`: nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await reverie.me.get({ signal });
    } catch (error) {
      if (error instanceof NotSignedInError) return null;
      throw error;
    }
  },
});

/** Who is signed in; `null`: nobody; `undefined`: not known yet. */
export const useMe = (): Me | null | undefined => useQuery(meQuery).data;

/** Lets nobody but people who are signed in onto a page; they come back to it from the sign-in. */
export async function signInIfNeeded({ location }: { location: { href: string } }): Promise<void> {
  const me = await queries.ensureQueryData(meQuery);
  if (me === null) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { after: location.href } });
}

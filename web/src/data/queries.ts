import { NetworkError, NotSignedInError } from '@reverie-motion/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createStore } from '../parts/store.ts';

/** Whether the last request reached the server. */
export const serverIsReached = createStore(true);

const noteFailure = (error: unknown): void => {
  if (error instanceof NetworkError) serverIsReached.set(false);
  // the session ended: the pages notice that nobody is signed in
  if (error instanceof NotSignedInError) queries.setQueryData(['me'], null);
};
const noteSuccess = (): void => serverIsReached.set(true);

/** What the app knows of the service. The client behind it repeats what may be repeated, so nothing is retried here. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteFailure, onSuccess: noteSuccess }),
  mutationCache: new MutationCache({ onError: noteFailure, onSuccess: noteSuccess }),
  defaultOptions: {
    queries: { retry: false, staleTime: 30_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

import type { Refusal } from '@reverie-motion/client';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';

interface RefusalsPage {
  readonly items: readonly Refusal[];
  readonly nextCursor: string | null;
}

/** What the safety check refused to the person, newest first, with what became of each review. */
export const refusalsQuery = infiniteQueryOptions({
  queryKey: ['refusals'],
  queryFn: ({ pageParam, signal }): Promise<RefusalsPage> =>
    reverie.safety.refusals({ limit: 30 }, { signal }).page(pageParam),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

/** The refusal of a decision, or of a clip. */
export function useRefusal(of: { readonly decisionId: string } | { readonly clipId: string }): Refusal | undefined {
  const { data } = useInfiniteQuery(refusalsQuery);
  const isIt = ({ id, clipId }: Refusal): boolean => ('decisionId' in of ? id === of.decisionId : clipId === of.clipId);
  return data?.pages.flatMap(({ items }) => items).find(isIt);
}

export const refusalsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: refusalsQuery.queryKey });

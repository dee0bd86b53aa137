import type { Moment } from '@reverie-motion/client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { keepClips } from './clips.ts';
import { reverie } from './service.ts';

const MOMENTS_AT_ONCE = 20;

interface MomentsPage {
  readonly items: readonly Moment[];
  readonly nextCursor: string | null;
}

/** The feed, newest first. */
export const momentsQuery = infiniteQueryOptions({
  queryKey: ['moments'],
  queryFn: async ({ pageParam, signal }): Promise<MomentsPage> => {
    const page = await reverie.moments.list({ limit: MOMENTS_AT_ONCE }, { signal }).page(pageParam);
    keepClips(page.items.flatMap(({ attachments }) => attachments.flatMap(({ clip }) => clip ?? [])));
    return page;
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

import type { Clip } from '@reverie-motion/client';
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useStore } from '../parts/store.ts';
import { streamIsOpen } from './live-events.ts';
import { queries } from './queries.ts';
import { reverie } from './service.ts';

/** How often a living clip is asked for: rarely while news come by themselves, since the wait before it may change. */
const ASK_AGAIN_MILLISECONDS = { streamOpen: 15_000, streamDown: 4000 } as const;

export const isLiving = ({ state }: Pick<Clip, 'state'>): boolean =>
  state === 'queued' || state === 'submitting' || state === 'rendering' || state === 'storing';

export const clipQuery = (id: string) =>
  queryOptions({
    queryKey: ['clip', id],
    queryFn: async ({ signal }): Promise<Clip> => (await reverie.clips.get(id, { signal })).view,
    // events say when it changes
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A clip as it is now, wherever it was first met. */
export function useClip(first: Clip): Clip {
  const isOpen = useStore(streamIsOpen);
  const { data } = useQuery({
    ...clipQuery(first.id),
    initialData: first,
    refetchInterval: ({ state }) =>
      state.data && isLiving(state.data) && ASK_AGAIN_MILLISECONDS[isOpen ? 'streamOpen' : 'streamDown'],
  });
  return data;
}

/** Remembers clips that came within something else: pages show the newest that is known of each. */
export function keepClips(clips: readonly Clip[]): void {
  for (const clip of clips) queries.setQueryData(clipQuery(clip.id).queryKey, clip);
}

/** Which clips the person made of which pictures, the newest first. How they are is known of each clip by itself. */
export const myClipsQuery = queryOptions({
  queryKey: ['my-clips'],
  queryFn: async ({ signal }) => {
    const { items } = await reverie.clips.list({ limit: 100 }, { signal }).page();
    keepClips(items);
    return items.map(placeOf);
  },
});

const placeOf = ({ id, pictureId }: Clip): Pick<Clip, 'id' | 'pictureId'> => ({ id, pictureId });

/** The person's clips of a picture as they are now, newest first. */
export function useClipsOfPicture(pictureId: string): readonly Clip[] {
  const { data: places = [] } = useQuery(myClipsQuery);
  return useQueries({
    queries: places.filter((place) => place.pictureId === pictureId).map(({ id }) => clipQuery(id)),
    combine: (found) => found.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
}

/** A clip that was just ordered stands where its picture is at once. */
export function addMyClip(clip: Clip): void {
  keepClips([clip]);
  queries.setQueryData(myClipsQuery.queryKey, (known = []) => [
    placeOf(clip),
    ...known.filter(({ id }) => id !== clip.id),
  ]);
}

/** A clip that was deleted, or a failure that was read, stands nowhere any more. */
export function forgetMyClip(id: string): void {
  queries.setQueryData(myClipsQuery.queryKey, (known = []) => known.filter((clip) => clip.id !== id));
}

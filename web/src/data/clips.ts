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

/** Asks again and again for a clip that is being made. */
function useAskingAgain(): (query: { state: { data: Clip | undefined } }) => number | false {
  const isOpen = useStore(streamIsOpen);
  return ({ state: { data } }) =>
    data !== undefined && isLiving(data) && ASK_AGAIN_MILLISECONDS[isOpen ? 'streamOpen' : 'streamDown'];
}

/** A clip as it is now, wherever it was first met. */
export function useClip(first: Clip): Clip {
  const refetchInterval = useAskingAgain();
  return useQuery({ ...clipQuery(first.id), initialData: first, refetchInterval }).data;
}

/** The draft that plays in the place of a clip while it is being made, once one was asked for. */
export function useDraftOf(clip: Clip | undefined): Clip | undefined {
  const refetchInterval = useAskingAgain();
  const id = clip?.wait?.draftId ?? '';
  const { data } = useQuery({ ...clipQuery(id), enabled: id !== '', refetchInterval });
  return id === '' ? undefined : data;
}

/** Remembers clips that came within something else: pages show the newest that is known of each. */
export function keepClips(clips: readonly Clip[]): void {
  for (const clip of clips) queries.setQueryData(clipQuery(clip.id).queryKey, clip);
}

type Place = Pick<Clip, 'id' | 'pictureId'>;

/** Clips of a person by the pictures that they are of, newest first. How they are is known of each clip by itself. */
interface ClipPlaces {
  readonly places: readonly Place[];
  /** Whether there are older ones besides these. */
  readonly hasMore: boolean;
}

async function placesOf(query: { pictureId?: string }, signal: AbortSignal): Promise<ClipPlaces> {
  const { items, nextCursor } = await reverie.clips.list({ ...query, limit: 100 }, { signal }).page();
  keepClips(items);
  return { places: items.map(placeOf), hasMore: nextCursor !== null };
}

/** The newest clips of the person. */
export const myClipsQuery = queryOptions({
  queryKey: ['my-clips'],
  queryFn: ({ signal }) => placesOf({}, signal),
});

/** The person's clips of one picture: asked for only where they may be older than the newest of all. */
const myClipsOfPictureQuery = (pictureId: string) =>
  queryOptions({
    queryKey: [...myClipsQuery.queryKey, pictureId],
    queryFn: ({ signal }) => placesOf({ pictureId }, signal),
  });

const placeOf = ({ id, pictureId }: Place): Place => ({ id, pictureId });

/** The person's clips of a picture as they are now, newest first. */
export function useClipsOfPicture(pictureId: string): readonly Clip[] {
  const { data: mine } = useQuery(myClipsQuery);
  const { data: whole } = useQuery({ ...myClipsOfPictureQuery(pictureId), enabled: mine?.hasMore === true });
  const places = (whole ?? mine)?.places ?? [];
  return useQueries({
    queries: places.filter((place) => place.pictureId === pictureId).map(({ id }) => clipQuery(id)),
    combine: (found) => found.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
}

/** A clip that was just ordered stands where its picture is at once. */
export function addMyClip(clip: Clip): void {
  keepClips([clip]);
  changeMyClips((places) => [placeOf(clip), ...places.filter(({ id }) => id !== clip.id)], clip.pictureId);
}

/** A clip that was deleted, or a failure that was read, stands nowhere any more. */
export function forgetMyClip({ id, pictureId }: Place): void {
  changeMyClips((places) => places.filter((clip) => clip.id !== id), pictureId);
}

function changeMyClips(change: (places: readonly Place[]) => readonly Place[], pictureId: string): void {
  for (const { queryKey } of [myClipsQuery, myClipsOfPictureQuery(pictureId)])
    queries.setQueryData<ClipPlaces>(queryKey, (known) => known && { ...known, places: change(known.places) });
}

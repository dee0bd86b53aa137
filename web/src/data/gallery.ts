import type { Clip, GalleryItem } from '@reverie-motion/client';
import { type Query, queryOptions } from '@tanstack/react-query';
import { keepClips } from './clips.ts';
import type { GalleryTab } from './gallery-tabs.ts';
import { queries } from './queries.ts';
import { reverie } from './service.ts';

export const ITEMS_AT_ONCE = 60;

export type GalleryPage = Awaited<ReturnType<ReturnType<typeof reverie.characters.gallery>['page']>>;

/** One page of a gallery, newest first, wherever in it. The first says how many items there are. */
export const galleryPageQuery = (characterId: string, show: GalleryTab, page: number) =>
  queryOptions({
    queryKey: ['gallery', characterId, show, page],
    queryFn: ({ signal }) =>
      keptPage(characterId, { show, limit: ITEMS_AT_ONCE, ...(page > 0 && { skip: page * ITEMS_AT_ONCE }) }, signal),
  });

/** The one item of a gallery that is this picture or clip. */
export const galleryItemQuery = (characterId: string, pictureOrClipId: string) =>
  queryOptions({
    queryKey: ['gallery', characterId, 'item', pictureOrClipId],
    queryFn: ({ signal }) => keptPage(characterId, { of: pictureOrClipId }, signal),
  });

async function keptPage(
  characterId: string,
  query: Parameters<typeof reverie.characters.gallery>[1],
  signal: AbortSignal,
): Promise<GalleryPage> {
  const page = await reverie.characters.gallery(characterId, query, { signal }).page();
  keepClips(page.items.flatMap(({ clip }) => clip ?? []));
  return page;
}

/** The newest clips of a character that can be used. */
export const galleryClipsQuery = (characterId: string) =>
  queryOptions({
    queryKey: ['gallery', characterId, 'newest-clips'],
    queryFn: async ({ signal }) => {
      const { items } = await reverie.characters.gallery(characterId, { show: 'clips', limit: 60 }, { signal }).page();
      const clips = items.flatMap(({ clip }) => (clip === null || clip.file === null ? [] : [clip]));
      keepClips(clips);
      return clips;
    },
  });

/** Marks an item as a favourite, or not any more; pages show it at once. */
export async function setFavourite(characterId: string, { id }: GalleryItem, isFavourite: boolean): Promise<void> {
  queries.setQueriesData<GalleryPage>({ queryKey: ['gallery', characterId], predicate: isPage }, (known) => {
    if (known === undefined) return known;
    return { ...known, items: known.items.map((item) => (item.id === id ? { ...item, isFavourite } : item)) };
  });
  try {
    await reverie.gallery.setFavourite(id, isFavourite);
  } finally {
    await queries.invalidateQueries({ queryKey: ['gallery', characterId, 'favourites'] });
  }
}

const isPage = ({ state: { data } }: Query): boolean => typeof data === 'object' && data !== null && 'items' in data;

/** A clip was deleted, or is back: every list that shows it is asked for again. */
export const galleryChanged = ({ characterId }: Pick<Clip, 'characterId'>): Promise<unknown> =>
  Promise.all(
    [['gallery', characterId], ['my-clips'], ['moments']].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );

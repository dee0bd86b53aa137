import type { Clip, GalleryItem } from '@reverie-motion/client';
import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { keepClips } from './clips.ts';
import { queries } from './queries.ts';
import { reverie } from './service.ts';

/** What of a gallery is shown. */
export const GALLERY_TABS = ['all', 'pictures', 'clips', 'favourites'] as const;
export type GalleryTab = (typeof GALLERY_TABS)[number];

const ITEMS_AT_ONCE = 60;

interface GalleryPage {
  readonly items: readonly GalleryItem[];
  readonly nextCursor: string | null;
}

/** A gallery, newest first, page by page. */
export const galleryQuery = (characterId: string, show: GalleryTab) =>
  infiniteQueryOptions({
    queryKey: ['gallery', characterId, show],
    queryFn: async ({ pageParam, signal }): Promise<GalleryPage> => {
      const list = reverie.characters.gallery(characterId, { show, limit: ITEMS_AT_ONCE }, { signal });
      const page = await list.page(pageParam);
      keepClips(page.items.flatMap(({ clip }) => clip ?? []));
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

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
  for (const tab of GALLERY_TABS) {
    queries.setQueryData(galleryQuery(characterId, tab).queryKey, (known) => known && marked(known, id, isFavourite));
  }
  try {
    await reverie.gallery.setFavourite(id, isFavourite);
  } finally {
    await queries.invalidateQueries({ queryKey: ['gallery', characterId, 'favourites'] });
  }
}

function marked<PageParam>(known: InfiniteData<GalleryPage, PageParam>, id: string, isFavourite: boolean) {
  const pages = known.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.id === id ? { ...item, isFavourite } : item)),
  }));
  return { ...known, pages };
}

/** A clip was deleted, or is back: every list that shows it is asked for again. */
export const galleryChanged = ({ characterId }: Pick<Clip, 'characterId'>): Promise<unknown> =>
  Promise.all(
    [['gallery', characterId], ['my-clips'], ['moments']].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );

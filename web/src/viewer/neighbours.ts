import type { GalleryItem } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { type GalleryPage, galleryPageQuery, ITEMS_AT_ONCE } from '../data/gallery.ts';
import type { GalleryTab } from '../data/gallery-tabs.ts';
import { queries } from '../data/queries.ts';

interface Neighbours {
  readonly previous: GalleryItem | undefined;
  readonly next: GalleryItem | undefined;
}

/** What stands before and after an item in the gallery it was opened from, as far as the gallery knows the item. */
export function useNeighbours(characterId: string, show: GalleryTab, pictureOrClipId: string): Neighbours {
  const first = useQuery(galleryPageQuery(characterId, show, 0)).data;
  const place = placeOf(characterId, show, pictureOrClipId);
  const pageNumber = place?.page ?? 0;
  const isAtEnd = place !== undefined && place.index === ITEMS_AT_ONCE - 1;
  const isAtStart = place?.index === 0 && pageNumber > 0;
  const here = useQuery(galleryPageQuery(characterId, show, pageNumber)).data;
  const after = useQuery({ ...galleryPageQuery(characterId, show, pageNumber + 1), enabled: isAtEnd }).data;
  const before = useQuery({ ...galleryPageQuery(characterId, show, pageNumber - 1), enabled: isAtStart }).data;
  if (place === undefined || first === undefined) return { previous: undefined, next: undefined };
  return {
    previous: isAtStart ? before?.items.at(-1) : here?.items[place.index - 1],
    next: isAtEnd ? after?.items[0] : here?.items[place.index + 1],
  };
}

function placeOf(characterId: string, show: GalleryTab, id: string): { page: number; index: number } | undefined {
  for (const [key, data] of queries.getQueriesData<GalleryPage>({ queryKey: ['gallery', characterId, show] })) {
    const index = data?.items.findIndex(({ picture, clip }) => picture?.id === id || clip?.id === id) ?? -1;
    if (index >= 0) return { page: Number(key[3]), index };
  }
  return undefined;
}

/** What the address of an item names. */
export const idOf = ({ picture, clip }: GalleryItem): string => picture?.id ?? clip?.id ?? '';

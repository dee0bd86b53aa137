import type { GalleryItem } from '@reverie-motion/client';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { galleryPageQuery, ITEMS_AT_ONCE } from '../data/gallery.ts';
import type { GalleryTab } from '../data/gallery-tabs.ts';

/** Pages that were only flown over are not asked for. */
const SETTLED_AFTER_MILLISECONDS = 80;

/** Items of a gallery from one index to another, as far as they are there; the pages that are missing are asked for. */
export function useGalleryItems(
  characterId: string,
  show: GalleryTab,
  first: number,
  last: number,
): (index: number) => GalleryItem | undefined {
  const pageOf = (index: number): number => Math.floor(index / ITEMS_AT_ONCE);
  const wanted = useSettled(`${pageOf(Math.max(0, first))} ${pageOf(Math.max(0, last))}`);
  const [from = 0, to = 0] = wanted.split(' ').map(Number);
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const found = useQueries({ queries: pages.map((page) => galleryPageQuery(characterId, show, page)) });
  return (index) => found[pageOf(index) - from]?.data?.items[index % ITEMS_AT_ONCE];
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

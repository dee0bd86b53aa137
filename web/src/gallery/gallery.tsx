import type { Character, GalleryItem } from '@reverie-motion/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { GALLERY_TABS, type GalleryTab, galleryQuery } from '../data/gallery.ts';
import { LoadError } from '../parts/load-error.tsx';
import { t } from '../words/words.ts';
import { GalleryGrid } from './gallery-grid.tsx';

/** Everything there is of a character: pictures, clips, and what one likes best. */
export function Gallery({ character }: { character: Pick<Character, 'id' | 'name'> }) {
  const [tab, setTab] = useState<GalleryTab>('all');
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    galleryQuery(character.id, tab),
  );
  const items = data?.pages.flatMap((page) => page.items).filter(isShown);
  return (
    <section className="grid gap-4" aria-labelledby="gallery-title">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="gallery-title" className="text-title">
          {t('gallery.title')}
        </h2>
        <fieldset className="segments text-small">
          <legend className="sr-only">{t('gallery.show')}</legend>
          {GALLERY_TABS.map((value) => (
            <label key={value} className="py-1!">
              <input type="radio" name="gallery-tab" checked={tab === value} onChange={() => setTab(value)} />
              {t(`gallery.tab.${value}`)}
            </label>
          ))}
        </fieldset>
      </header>
      {isError && items === undefined && (
        <LoadError sentence={t('picker.not-loaded')} onTryAgain={() => void refetch()} />
      )}
      {items === undefined && !isError && <div className="skeleton h-80" role="status" aria-label={t('app.loading')} />}
      {items?.length === 0 && (
        <p className="py-16 text-center font-voice text-ink2 text-voice">
          {t(`gallery.none.${tab}`, { name: character.name })}
        </p>
      )}
      {items !== undefined && items.length > 0 && (
        <GalleryGrid
          key={tab}
          items={items}
          name={character.name}
          onNearEnd={() => hasNextPage && !isFetchingNextPage && void fetchNextPage()}
        />
      )}
    </section>
  );
}

/** Clips that are being made stand below their picture, not in the gallery. */
const isShown = ({ picture, clip }: GalleryItem): boolean => picture !== null || clip?.file != null;

import type { Character, Clip } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { galleryPageQuery } from '../data/gallery.ts';
import { GALLERY_TABS, type GalleryTab } from '../data/gallery-tabs.ts';
import { LoadError } from '../parts/load-error.tsx';
import { t } from '../words/words.ts';
import { DropPlaces } from './drop-places.tsx';
import { GalleryGrid } from './gallery-grid.tsx';

/** Everything there is of a character: pictures, clips, and what one likes best. */
export function Gallery({ character }: { character: Character }) {
  const { show = 'all' } = useSearch({ from: '/c/$characterId' });
  const navigate = useNavigate();
  const [dragged, setDragged] = useState<Clip>();
  const { data: first, isError, refetch } = useQuery(galleryPageQuery(character.id, show, 0));
  const total = first?.total ?? 0;
  const choose = (tab: GalleryTab): void =>
    void navigate({ to: '.', search: tab === 'all' ? {} : { show: tab }, replace: true, resetScroll: false });
  return (
    <section className="grid gap-4" aria-labelledby="gallery-title">
      <header className="grid gap-3 rail:flex rail:items-center rail:justify-between">
        <h2 id="gallery-title" className="text-title">
          {t('gallery.title')}
          {total > 0 && (
            <span className="ps-2 font-sans text-base text-ink2">{t('gallery.total', { count: total })}</span>
          )}
        </h2>
        <fieldset className="segments segments-scroll text-small">
          <legend className="sr-only">{t('gallery.show')}</legend>
          {GALLERY_TABS.map((value) => (
            <label key={value} className="py-1!">
              <input type="radio" name="gallery-tab" checked={show === value} onChange={() => choose(value)} />
              {t(`gallery.tab.${value}`)}
            </label>
          ))}
        </fieldset>
      </header>
      {isError && first === undefined && (
        <LoadError sentence={t('picker.not-loaded')} onTryAgain={() => void refetch()} />
      )}
      {first === undefined && !isError && <div className="skeleton h-80" role="status" aria-label={t('app.loading')} />}
      {first?.total === 0 && (
        <p className="py-16 text-center font-voice text-ink2 text-voice">
          {t(`gallery.none.${show}`, { name: character.name })}
        </p>
      )}
      {total > 0 && (
        <GalleryGrid
          key={show}
          characterId={character.id}
          show={show}
          total={total}
          name={character.name}
          onDrag={setDragged}
        />
      )}
      <DropPlaces clip={dragged} character={character} />
    </section>
  );
}

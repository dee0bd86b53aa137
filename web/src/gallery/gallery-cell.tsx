import type { Clip, GalleryItem } from '@reverie-motion/client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dragClip } from '../clip/clip-drag.ts';
import { clipTitle } from '../clip/clip-words.ts';
import { useMayAutoplay } from '../clip/may-play.ts';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';

/**
 * One picture or clip of a gallery. A clip moves only while the pointer or the focus is on it: the video is there for that
 * long, so a gallery of thousands has one at the most.
 */
export function GalleryCell({
  item,
  name,
  tabIndex,
  onDrag,
}: {
  /** `undefined` while its page is on its way. */
  item: GalleryItem | undefined;
  name: string;
  tabIndex: 0 | -1;
  onDrag: (clip: Clip | undefined) => void;
}) {
  const [isTouched, setIsTouched] = useState(false);
  const mayPlay = useMayAutoplay();
  const shown = item && shownBy(item, name);
  if (item === undefined || shown === undefined) return <span className="block aspect-3/4 rounded-medium bg-sunken" />;
  const { clip } = item;
  return (
    <Link
      to="/c/$characterId/$kind/$itemId"
      params={{ characterId: shown.characterId, kind: item.kind, itemId: shown.id }}
      search={true}
      resetScroll={false}
      tabIndex={tabIndex}
      className="group relative block aspect-3/4 overflow-hidden rounded-medium bg-sunken"
      aria-label={shown.label}
      data-cell
      draggable={clip !== null}
      onDragStart={(event) => {
        if (clip === null) return;
        dragClip(event.dataTransfer, clip);
        onDrag(clip);
      }}
      onDragEnd={() => onDrag(undefined)}
      onPointerEnter={() => setIsTouched(true)}
      onPointerLeave={() => setIsTouched(false)}
      onFocus={() => setIsTouched(true)}
      onBlur={() => setIsTouched(false)}
    >
      <img
        className="size-full object-cover"
        src={shown.url}
        width={shown.widthPixels}
        height={shown.heightPixels}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
      />
      {isTouched && mayPlay && clip?.file && (
        <video
          className="absolute inset-0 size-full object-cover"
          src={clip.file.url}
          poster={clip.file.posterUrl}
          muted
          loop
          playsInline
          autoPlay
        />
      )}
      {clip !== null && (
        <span className="absolute start-2 bottom-2 inline-flex items-center gap-1 rounded-full bg-[rgb(14_16_18/0.62)] px-2 py-0.5 text-small text-white">
          <Icon name="play" sizePixels={12} /> {t('sheet.length-short', { seconds: clip.seconds })}
        </span>
      )}
      {item.isFavourite && (
        <span className="absolute end-2 top-2 rounded-full bg-[rgb(14_16_18/0.62)] p-1.5 text-white">
          <Icon name="star" sizePixels={14} />
        </span>
      )}
    </Link>
  );
}

/** What a cell shows of an item; nothing of one that is gone, or still being made. */
function shownBy({ picture, clip, isFavourite }: GalleryItem, name: string) {
  const favourite = isFavourite ? `, ${t('gallery.favourite')}` : '';
  if (picture !== null) {
    const { id, characterId, smallUrl: url, widthPixels, heightPixels, description } = picture;
    const label = `${t('gallery.picture-of', { name })}: ${description}${favourite}`;
    return { id, characterId, url, widthPixels, heightPixels, label };
  }
  if (clip?.file == null) return undefined;
  const { smallPosterUrl: url, widthPixels, heightPixels } = clip.file;
  const about = { id: clip.id, characterId: clip.characterId, url, widthPixels, heightPixels };
  const length = t('sheet.length-short', { seconds: clip.seconds });
  return { ...about, label: `${t('gallery.clip')}: ${clipTitle(clip, name)}, ${length}${favourite}` };
}

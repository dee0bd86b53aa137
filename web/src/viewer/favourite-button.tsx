import type { GalleryItem } from '@reverie-motion/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { galleryQuery, setFavourite } from '../data/gallery.ts';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';

type Shown = { readonly clipId: string } | { readonly pictureId: string };

/** Keeps a picture or clip among the favourites of a gallery, or takes it out. */
export function FavouriteButton({ characterId, of }: { characterId: string; of: Shown }) {
  const { data } = useInfiniteQuery(galleryQuery(characterId, 'all'));
  const item = data?.pages.flatMap((page) => page.items).find((one) => shows(one, of));
  if (item === undefined) return null;
  return (
    <button
      type="button"
      className="button button-plain button-small min-h-11 justify-self-start"
      aria-pressed={item.isFavourite}
      onClick={() => void setFavourite(characterId, item, !item.isFavourite)}
    >
      <span className={item.isFavourite ? 'text-lamp [&_svg]:fill-current' : undefined}>
        <Icon name="star" />
      </span>
      {t(item.isFavourite ? 'gallery.favourite' : 'gallery.make-favourite')}
    </button>
  );
}

function shows({ clip, picture }: GalleryItem, of: Shown): boolean {
  return 'clipId' in of ? clip?.id === of.clipId : picture?.id === of.pictureId;
}

import { useQuery } from '@tanstack/react-query';
import { galleryItemQuery, setFavourite } from '../data/gallery.ts';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';

/** Keeps a picture or clip among the favourites of a gallery, or takes it out. */
export function FavouriteButton({ characterId, pictureOrClipId }: { characterId: string; pictureOrClipId: string }) {
  const { data } = useQuery(galleryItemQuery(characterId, pictureOrClipId));
  const item = data?.items[0];
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

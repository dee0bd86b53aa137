import type { Character, Clip } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { galleryClipsQuery } from '../data/gallery.ts';
import { LoadError } from '../parts/load-error.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { t } from '../words/words.ts';
import { clipTitle } from './clip-words.ts';

/** Chooses a clip out of a character's gallery, to be used once more. */
export function ClipPicker({
  character,
  onPick,
  onClose,
}: {
  character: Pick<Character, 'id' | 'name'>;
  onPick: (clip: Clip) => void;
  onClose: () => void;
}) {
  const { data: clips, isError, refetch } = useQuery(galleryClipsQuery(character.id));
  return (
    <Sheet title={t('picker.title', { name: character.name })} subtitle={t('picker.free')} onClose={onClose}>
      <div className="p-5">
        {isError && <LoadError sentence={t('picker.not-loaded')} onTryAgain={() => void refetch()} />}
        {clips?.length === 0 && (
          <p className="py-8 text-center text-ink2">{t('picker.none', { name: character.name })}</p>
        )}
        <ul className="grid grid-cols-3 gap-2">
          {clips?.map((clip) => (
            <li key={clip.id}>
              <button
                type="button"
                className="block aspect-3/4 w-full overflow-hidden rounded-medium bg-sunken"
                onClick={() => onPick(clip)}
              >
                <img
                  className="size-full object-cover"
                  src={clip.file?.smallPosterUrl}
                  width={clip.file?.widthPixels}
                  height={clip.file?.heightPixels}
                  alt={clipTitle(clip, character.name)}
                  loading="lazy"
                />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

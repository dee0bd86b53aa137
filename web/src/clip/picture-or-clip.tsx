import type { Clip } from '@reverie-motion/client';
import { useId } from 'react';
import { t } from '../words/words.ts';

/** Lets one see the picture itself, or one of its clips. */
export function PictureOrClip({
  clips,
  shown,
  onShow,
}: {
  clips: readonly Clip[];
  /** The picture when left out. */
  shown: Clip | undefined;
  onShow: (shown: string | 'picture') => void;
}) {
  const group = useId();
  const choices = [
    { value: 'picture', words: t('clip.show-picture') },
    ...clips.map(({ id }, index) => ({
      value: id,
      words: clips.length === 1 ? t('clip.show-clip') : t('clip.show-clip-of', { number: clips.length - index }),
    })),
  ];
  return (
    <fieldset className="segments segments-scroll text-small">
      <legend className="sr-only">{t('clip.show')}</legend>
      {choices.map(({ value, words }) => (
        <label key={value} className="py-1!">
          <input
            type="radio"
            name={group}
            checked={(shown?.id ?? 'picture') === value}
            onChange={() => onShow(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

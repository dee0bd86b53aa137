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
  shown: number | 'picture';
  onShow: (shown: number | 'picture') => void;
}) {
  const group = useId();
  const choices: { value: number | 'picture'; words: string }[] = [
    { value: 'picture', words: t('clip.show-picture') },
    ...clips.map((_, index) => ({
      value: index,
      words: clips.length === 1 ? t('clip.show-clip') : t('clip.show-clip-of', { number: clips.length - index }),
    })),
  ];
  return (
    <fieldset className="segments text-small">
      <legend className="sr-only">{t('clip.show')}</legend>
      {choices.map(({ value, words }) => (
        <label key={value} className="py-1!">
          <input type="radio" name={group} checked={shown === value} onChange={() => onShow(value)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

import type { Clip } from '@reverie-motion/client';
import { useState } from 'react';
import { useClip } from '../data/clips.ts';
import { t } from '../words/words.ts';
import { ClipActions } from './clip-actions.tsx';
import { ClipLoop } from './clip-loop.tsx';
import { clipTitle } from './clip-words.ts';
import { usePlaceOfClip } from './in-view.ts';
import { PictureFrame } from './picture-frame.tsx';

/** A clip that was attached to a message or a moment. `name` is the character's. */
export function AttachedClip({ clip: first, name }: { clip: Clip; name: string }) {
  const clip = useClip(first);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  usePlaceOfClip(place, clip.id);
  if (clip.file === null) return <p className="text-ink2 text-small">{t('clip.gone')}</p>;
  const { posterUrl: url, smallPosterUrl: smallUrl, widthPixels, heightPixels } = clip.file;
  return (
    <figure ref={setPlace} className="grid w-full gap-2" id={`clip-${clip.id}`}>
      <PictureFrame picture={{ url, smallUrl, widthPixels, heightPixels, description: clipTitle(clip, name) }}>
        <ClipLoop clip={clip} title={clipTitle(clip, name)} description="" />
      </PictureFrame>
      <ClipActions clip={clip} name={name} mayMove={false} />
    </figure>
  );
}

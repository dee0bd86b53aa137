import type { Clip, Picture } from '@reverie-motion/client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isLiving, useClip, useClipsOfPicture } from '../data/clips.ts';
import { useMe } from '../data/me.ts';
import { AnimateButton } from './animate-button.tsx';
import { ClipActions } from './clip-actions.tsx';
import { ClipEnded } from './clip-ended.tsx';
import { ClipLoop } from './clip-loop.tsx';
import { ClipWait } from './clip-wait.tsx';
import { clipTitle } from './clip-words.ts';
import { isClipInView, usePlaceOfClip } from './in-view.ts';
import { PictureFrame } from './picture-frame.tsx';
import { PictureOrClip } from './picture-or-clip.tsx';

/**
 * A picture of a character with everything that can happen to it in place: the button below it, the wait, the clip as a
 * quiet loop, what went wrong. `name` is the character's.
 */
export function AnimatablePicture({ picture, name }: { picture: Picture; name: string }) {
  const me = useMe();
  const clips = useClipsOfPicture(picture.id);
  const [newest] = clips;
  const ready = clips.filter(({ file }) => file !== null);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [shown, setShown] = useState<number | 'picture'>(0);
  const current = shown === 'picture' ? undefined : (ready[shown] ?? ready[0]);
  usePlaceOfClip(place, newest?.id);
  const mayMove = picture.canBeAnimated && me?.settings.imageToVideo === true;
  return (
    <figure ref={setPlace} className="grid w-full justify-items-start gap-2" id={`picture-${picture.id}`}>
      <PictureFrame picture={shownPicture(picture, current)} isDimmed={newest !== undefined && isLiving(newest)}>
        {current && (
          <ClipLoop
            key={current.id}
            clip={current}
            title={clipTitle(current, name)}
            description={picture.description}
          />
        )}
      </PictureFrame>
      {ready.length > 0 && <PictureOrClip clips={ready} shown={shown} onShow={setShown} />}
      {newest === undefined ? (
        mayMove && <AnimateButton pictureId={picture.id} name={name} />
      ) : (
        <ClipState clip={newest} name={name} mayMove={mayMove} ready={current} />
      )}
    </figure>
  );
}

/** A clip of a part of the picture has a shape of its own, and lies over its own first frame. */
function shownPicture(picture: Picture, clip: Clip | undefined): Parameters<typeof PictureFrame>[0]['picture'] {
  if (clip === undefined || clip.file === null || clip.frame === 'as-is') return picture;
  const { posterUrl, widthPixels, heightPixels } = clip.file;
  return { url: posterUrl, widthPixels, heightPixels, description: picture.description };
}

interface StateOfClip {
  readonly clip: Clip;
  readonly name: string;
  readonly mayMove: boolean;
  /** The clip that is shown, when one is. */
  readonly ready: Clip | undefined;
}

/** What stands below a picture that was animated before, for each state of its newest clip. */
function ClipState({ clip: first, name, mayMove, ready }: StateOfClip) {
  const clip = useClip(first);
  const place = useKeptInView(clip);
  return (
    <div ref={place} className="w-full scroll-mb-44">
      {isLiving(clip) ? (
        <ClipWait clip={clip} name={name} />
      ) : clip.file === null ? (
        <ClipEnded clip={clip} name={name} mayMove={mayMove} />
      ) : (
        <ClipActions clip={ready ?? clip} name={name} mayMove={mayMove} />
      )}
    </div>
  );
}

/** Who saw a clip on its way sees also how it ended, however much more room that takes. */
function useKeptInView({ id, state }: Clip): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const seen = useRef(state);
  useEffect(() => {
    if (seen.current === state) return;
    seen.current = state;
    if (isClipInView(id)) place.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [id, state]);
  return place;
}

import type { Clip, Picture } from '@reverie-motion/client';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { isLiving, useClip, useClipsOfPicture, useDraftOf } from '../data/clips.ts';
import { useMe } from '../data/me.ts';
import { MoreMenu } from '../safety/more-menu.tsx';
import { t } from '../words/words.ts';
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
export function AnimatablePicture({
  picture,
  name,
  living,
  isLarge = false,
  children,
}: {
  picture: Picture;
  name: string;
  /** A clip of it that is shown first, whosever it is: the one that a living avatar is. */
  living?: Clip | undefined;
  /** In the viewer: as large as the window lets it be, and the picture itself first. */
  isLarge?: boolean;
  /** What else can be done with the clip that is shown. */
  children?: (clip: Clip) => ReactNode;
}) {
  const me = useMe();
  const clips = useClipsOfPicture(picture.id);
  const [newest] = clips;
  const draft = useDraftOf(newest);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const { ready, current, show } = useShownClip(clips, living, isLarge);
  usePlaceOfClip(place, newest?.id);
  const mayMove = picture.canBeAnimated && me?.settings.imageToVideo === true;
  const playing = newest !== undefined && isLiving(newest) && draft?.file ? draft : current;
  return (
    <figure ref={setPlace} className="grid w-full justify-items-start gap-2" id={`picture-${picture.id}`}>
      <PictureFrame
        picture={shownPicture(picture, playing)}
        isLarge={isLarge}
        isDimmed={newest !== undefined && isLiving(newest) && playing === undefined}
      >
        {playing && (
          <ClipLoop
            key={playing.id}
            clip={playing}
            title={clipTitle(playing, name)}
            description={picture.description}
          />
        )}
        {playing?.draftOf != null && <span className="chip absolute start-3 top-3">{t('draft.mark')}</span>}
      </PictureFrame>
      {ready.length > 0 && playing?.draftOf == null && <PictureOrClip clips={ready} shown={current} onShow={show} />}
      {newest === undefined && current === undefined ? (
        <div className="flex flex-wrap items-center gap-2">
          {mayMove && <AnimateButton pictureId={picture.id} name={name} />}
          <MoreMenu subject={{ kind: 'picture', id: picture.id }} isMine={false} />
        </div>
      ) : (
        <ClipState clip={newest ?? (current as Clip)} name={name} mayMove={mayMove} ready={current} />
      )}
      {current && children?.(current)}
    </figure>
  );
}

/** Which of its clips a picture shows: the one that was chosen, else one that was ordered since, else the living one, else the newest. */
function useShownClip(clips: readonly Clip[], living: Clip | undefined, isPictureFirst: boolean) {
  const finished = clips.filter(({ file }) => file !== null);
  const isMine = finished.some(({ id }) => id === living?.id);
  const ready = living === undefined || living.file === null || isMine ? finished : [...finished, living];
  const [chosen, show] = useState<string | 'picture'>();
  const first = useRef(clips[0]?.id);
  const ordered = ready.find(({ id }) => id === clips[0]?.id && id !== first.current);
  const chosenClip = ready.find(({ id }) => id === chosen);
  const usual = isPictureFirst ? undefined : (ready.find(({ id }) => id === living?.id) ?? ready[0]);
  return { ready, show, current: chosen === 'picture' ? undefined : (chosenClip ?? ordered ?? usual) };
}

/** A clip of a part of the picture has a shape of its own, and lies over its own first frame. */
function shownPicture(picture: Picture, clip: Clip | undefined): Parameters<typeof PictureFrame>[0]['picture'] {
  if (clip === undefined || clip.file === null || clip.frame === 'as-is') return picture;
  const { posterUrl, smallPosterUrl, widthPixels, heightPixels } = clip.file;
  return { url: posterUrl, smallUrl: smallPosterUrl, widthPixels, heightPixels, description: picture.description };
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

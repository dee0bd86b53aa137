import type { Clip } from '@reverie-motion/client';
import { useEffect, useRef, useState } from 'react';
import { clipQuery } from '../data/clips.ts';
import { queries } from '../data/queries.ts';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';
import { dragClip } from './clip-drag.ts';
import { useMayAutoplay } from './may-play.ts';
import { useIsPlayingChoice } from './playing-choice.ts';

/** Clips that were paused by hand, or started by hand where nothing plays by itself: that holds for as long as the window lives. */
const byHand = new Map<string, 'paused' | 'playing'>();

/**
 * A clip in place: a silent loop over its own first frame, with a button to pause it. It plays only while it is in view, and
 * by itself only if the person, the system and the network have nothing against it.
 */
export function ClipLoop({ clip, title, description }: { clip: Clip; title: string; description: string }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const mayAutoplay = useMayAutoplay();
  const [choice, setChoice] = useState(byHand.get(clip.id));
  const [isPlaying, setIsPlaying] = useState(false);
  const [hasPlayed, setHasPlayed] = useState(false);
  const [isBroken, setIsBroken] = useState(false);
  const wanted = choice === 'playing' || (choice === undefined && mayAutoplay);
  const plays = useIsPlayingChoice(place, wanted && clip.file !== null) && !isBroken;

  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    if (!plays) return element.pause();
    // refused where the system saves power: then the picture stays, with its play button
    element.play().catch(() => setIsPlaying(false));
  }, [plays]);

  const decide = (next: 'paused' | 'playing'): void => {
    byHand.set(clip.id, next);
    setChoice(next);
  };
  const tryAgain = async (): Promise<void> => {
    // the address of a private clip is good for some time only: a new one comes with the clip
    await queries.invalidateQueries({ queryKey: clipQuery(clip.id).queryKey });
    setIsBroken(false);
    video.current?.load();
  };

  if (clip.file === null) return null;
  const { url, posterUrl, widthPixels, heightPixels } = clip.file;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the picker of the composer
    <div
      ref={setPlace}
      className="relative size-full"
      draggable
      onDragStart={(event) => dragClip(event.dataTransfer, clip)}
    >
      <video
        ref={video}
        className={`block size-full object-cover transition-opacity duration-280 ${hasPlayed ? 'opacity-100' : 'opacity-0'}`}
        src={url}
        poster={posterUrl}
        width={widthPixels}
        height={heightPixels}
        muted
        loop
        playsInline
        disablePictureInPicture
        preload={plays ? 'auto' : 'none'}
        aria-label={description === '' ? title : `${title}: ${description}`}
        onPlaying={() => {
          setIsPlaying(true);
          setHasPlayed(true);
        }}
        onPause={() => setIsPlaying(false)}
        onError={() => setIsBroken(true)}
      />
      {isBroken ? (
        <div
          role="alert"
          className="absolute inset-x-3 bottom-3 flex items-center gap-2 rounded-medium bg-surface px-3 py-2"
        >
          <p className="grow text-small">{t('clip.broken')}</p>
          <button type="button" className="button button-quiet button-small" onClick={() => void tryAgain()}>
            {t('app.try-again')}
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="icon-button icon-button-over absolute end-2 bottom-2"
          data-plays
          aria-label={t(isPlaying ? 'clip.pause' : 'clip.play')}
          onClick={() => decide(isPlaying ? 'paused' : 'playing')}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </button>
      )}
    </div>
  );
}

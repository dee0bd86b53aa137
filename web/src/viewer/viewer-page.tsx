import '../words/later-words.ts';
import type { GalleryItem } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { useCanGoBack, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { AnimatablePicture } from '../clip/animatable-picture.tsx';
import { ClipLoop } from '../clip/clip-loop.tsx';
import { clipTitle } from '../clip/clip-words.ts';
import { PictureFrame } from '../clip/picture-frame.tsx';
import { characterQuery } from '../data/clip-news.ts';
import { clipQuery } from '../data/clips.ts';
import { markClipRead } from '../data/notifications.ts';
import { pictureQuery } from '../motion-sheet/data.ts';
import { Icon } from '../parts/icon.tsx';
import { LoadError } from '../parts/load-error.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { t } from '../words/words.ts';
import { ClipDetails } from './clip-details.tsx';
import { ClipUses } from './clip-uses.tsx';
import { FavouriteButton } from './favourite-button.tsx';
import { idOf, useNeighbours } from './neighbours.ts';
import { SoundButton } from './sound-button.tsx';

/** One picture or clip of a gallery, large, over the page it belongs to; it has an address of its own. Arrows lead to the next. */
export function ViewerPage() {
  const { characterId, kind, itemId } = useParams({ from: '/c/$characterId/$kind/$itemId' });
  const { show = 'all' } = useSearch({ from: '/c/$characterId' });
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const { data: character } = useQuery(characterQuery(characterId));
  const { previous, next } = useNeighbours(characterId, show, itemId);
  const name = character?.name ?? '';
  // back to wherever one came from: a chat, the notifications, the gallery
  const close = (): void => {
    if (canGoBack) router.history.back();
    else void navigate({ to: '/c/$characterId', params: { characterId }, search: true, resetScroll: false });
  };
  const go = (item: GalleryItem | undefined): void => {
    if (item === undefined) return;
    const params = { characterId, kind: item.kind, itemId: idOf(item) };
    void navigate({ to: '/c/$characterId/$kind/$itemId', params, search: true, replace: true, resetScroll: false });
  };
  const title = useTitle(kind, itemId, name);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons in it
    <div onKeyDown={(event) => onKey(event, { ArrowLeft: () => go(previous), ArrowRight: () => go(next) })}>
      {/* it stays open on the way to a neighbour: no key is lost, and the focus is where it was */}
      <Sheet title={title} actions={<Pace previous={previous} next={next} onGo={go} />} isWide onClose={close}>
        {kind === 'clip' ? (
          <ShownClip key={itemId} id={itemId} name={name} isMine={character?.isMine ?? false} onGone={close} />
        ) : (
          <ShownPicture key={itemId} id={itemId} name={name} />
        )}
      </Sheet>
    </div>
  );
}

function useTitle(kind: string, itemId: string, name: string): string {
  const { data: clip } = useQuery({ ...clipQuery(itemId), enabled: kind === 'clip' });
  if (kind !== 'clip') return t('gallery.picture-of', { name });
  return clip === undefined ? t('gallery.clip') : clipTitle(clip, name);
}

/** Single keys belong to whatever has the focus, where that needs them. */
function onKey(event: KeyboardEvent, arrows: Readonly<Record<string, () => void>>): void {
  const { target, key } = event;
  if (!(target instanceof Element) || target.matches('input, textarea, select, video')) return;
  const isOnButton = target.closest('a, button, summary') !== null;
  if (key === ' ' && !isOnButton) {
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>('[data-plays]')?.click();
  }
  arrows[key]?.();
}

/** The way to the neighbours in the gallery. */
function Pace({
  previous,
  next,
  onGo,
}: {
  previous: GalleryItem | undefined;
  next: GalleryItem | undefined;
  onGo: (item: GalleryItem | undefined) => void;
}) {
  if (previous === undefined && next === undefined) return null;
  return (
    <div className="flex gap-1">
      <button
        type="button"
        className="icon-button rtl:-scale-x-100"
        aria-label={t('viewer.previous')}
        disabled={previous === undefined}
        onClick={() => onGo(previous)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="icon-button -scale-x-100 rtl:scale-x-100"
        aria-label={t('viewer.next')}
        disabled={next === undefined}
        onClick={() => onGo(next)}
      >
        <Icon name="back" />
      </button>
    </div>
  );
}

interface ShownProps {
  readonly id: string;
  /** The character's. */
  readonly name: string;
}

function ShownClip({
  id,
  name,
  isMine,
  onGone,
}: ShownProps & { readonly isMine: boolean; readonly onGone: () => void }) {
  const { data: clip, isError, refetch } = useQuery({ ...clipQuery(id), select: seen });
  if (isError) return <NotThere sentence={t('clip.broken')} onTryAgain={() => void refetch()} />;
  if (clip === undefined) return null;
  if (clip.file === null) return <p className="p-5 text-ink2">{t('clip.gone')}</p>;
  const { posterUrl: url, smallPosterUrl: smallUrl, widthPixels, heightPixels } = clip.file;
  const title = clipTitle(clip, name);
  return (
    <div className="viewer">
      <div className="viewer-shown">
        <PictureFrame picture={{ url, smallUrl, widthPixels, heightPixels, description: title }} isLarge>
          <ClipLoop clip={clip} title={title} description="" />
        </PictureFrame>
      </div>
      <div className="grid content-start gap-5">
        {clip.hasSound && <SoundButton />}
        <FavouriteButton characterId={clip.characterId} pictureOrClipId={clip.id} />
        <ClipUses clip={clip} name={name} isMyCharacter={isMine} onGone={onGone} />
        <ClipDetails clip={clip} />
      </div>
    </div>
  );
}

/** Looking at a clip is reading what was told of it. */
function seen<Thing extends { readonly id: string }>(clip: Thing): Thing {
  void markClipRead(clip.id);
  return clip;
}

function ShownPicture({ id, name }: ShownProps) {
  const { data: picture, isError, refetch } = useQuery(pictureQuery(id));
  if (isError) return <NotThere sentence={t('picture.broken')} onTryAgain={() => void refetch()} />;
  if (picture === undefined) return null;
  return (
    <div className="viewer">
      <div className="viewer-shown">
        <AnimatablePicture picture={picture} name={name} isLarge />
      </div>
      <div className="grid content-start gap-5">
        <p className="text-ink2">{picture.description}</p>
        <FavouriteButton characterId={picture.characterId} pictureOrClipId={picture.id} />
      </div>
    </div>
  );
}

function NotThere({ sentence, onTryAgain }: { sentence: string; onTryAgain: () => void }) {
  return (
    <div className="p-5">
      <LoadError sentence={sentence} onTryAgain={onTryAgain} />
    </div>
  );
}

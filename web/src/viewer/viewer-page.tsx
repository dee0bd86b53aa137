import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { AnimatablePicture } from '../clip/animatable-picture.tsx';
import { ClipLoop } from '../clip/clip-loop.tsx';
import { clipTitle } from '../clip/clip-words.ts';
import { PictureFrame } from '../clip/picture-frame.tsx';
import { characterQuery } from '../data/clip-news.ts';
import { clipQuery } from '../data/clips.ts';
import { markClipRead } from '../data/notifications.ts';
import { pictureQuery } from '../motion-sheet/data.ts';
import { LoadError } from '../parts/load-error.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { t } from '../words/words.ts';
import { ClipDetails } from './clip-details.tsx';
import { ClipUses } from './clip-uses.tsx';
import { FavouriteButton } from './favourite-button.tsx';

/** One picture or clip of a gallery, large, over the page it belongs to; it has an address of its own. */
export function ViewerPage() {
  const { characterId, kind, itemId } = useParams({ from: '/c/$characterId/$kind/$itemId' });
  const navigate = useNavigate();
  const close = (): void => void navigate({ to: '/c/$characterId', params: { characterId }, resetScroll: false });
  const { data: character } = useQuery(characterQuery(characterId));
  const name = character?.name ?? '';
  return kind === 'clip' ? (
    <ClipViewer id={itemId} name={name} isMine={character?.isMine ?? false} onClose={close} />
  ) : (
    <PictureViewer id={itemId} name={name} onClose={close} />
  );
}

function ClipViewer({ id, name, isMine, onClose }: { id: string; name: string; isMine: boolean; onClose: () => void }) {
  const { data: clip, isError, refetch } = useQuery({ ...clipQuery(id), select: seen });
  const title = clip === undefined ? t('gallery.clip') : clipTitle(clip, name);
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="grid gap-5 p-5">
        {isError && <LoadError sentence={t('clip.broken')} onTryAgain={() => void refetch()} />}
        {clip?.file == null
          ? clip !== undefined && <p className="text-ink2">{t('clip.gone')}</p>
          : clip.file && (
              <>
                <div className="justify-self-center w-full max-w-96">
                  <PictureFrame picture={{ ...clip.file, url: clip.file.posterUrl, description: title }}>
                    <ClipLoop clip={clip} title={title} description="" />
                  </PictureFrame>
                </div>
                <FavouriteButton characterId={clip.characterId} of={{ clipId: clip.id }} />
                <ClipUses clip={clip} name={name} isMyCharacter={isMine} onGone={onClose} />
                <ClipDetails clip={clip} />
              </>
            )}
      </div>
    </Sheet>
  );
}

/** Looking at a clip is reading what was told of it. */
function seen<Thing extends { readonly id: string }>(clip: Thing): Thing {
  void markClipRead(clip.id);
  return clip;
}

function PictureViewer({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { data: picture, isError, refetch } = useQuery(pictureQuery(id));
  return (
    <Sheet title={t('gallery.picture-of', { name })} onClose={onClose}>
      <div className="grid gap-5 p-5">
        {isError && <LoadError sentence={t('picture.broken')} onTryAgain={() => void refetch()} />}
        {picture && (
          <>
            <AnimatablePicture picture={picture} name={name} />
            <FavouriteButton characterId={picture.characterId} of={{ pictureId: picture.id }} />
            <p className="text-ink2 text-small">{picture.description}</p>
          </>
        )}
      </div>
    </Sheet>
  );
}

import '../words/later-words.ts';
import type { Character } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';

import { AnimatablePicture } from '../clip/animatable-picture.tsx';
import { AttachedClip } from '../clip/attached-clip.tsx';
import { characterQuery } from '../data/clip-news.ts';
import { LivingAvatarButton } from '../living-avatar/living-avatar-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { later } from '../parts/later.tsx';
import { LoadError } from '../parts/load-error.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { t } from '../words/words.ts';
import { AvatarButton } from './avatar-button.tsx';

// the face is there first
const Gallery = later(async () => (await import('../gallery/gallery.tsx')).Gallery);

/** Who a character is: the face, which may move, and everything there is of it. The viewer opens over this page. */
export function CharacterPage() {
  const { characterId } = useParams({ from: '/c/$characterId' });
  const { data: character, isError, refetch } = useQuery(characterQuery(characterId));
  usePageTitle(character?.name ?? '');
  if (isError && character === undefined) {
    return (
      <div className="mx-auto max-w-180 p-6">
        <LoadError sentence={t('chat.gone')} onTryAgain={() => void refetch()} />
      </div>
    );
  }
  return (
    <div className="mx-auto grid max-w-300 gap-10 px-4 py-6 rail:px-10 rail:py-12">
      {character === undefined ? (
        <div className="skeleton h-96" role="status" aria-label={t('app.loading')} />
      ) : (
        <>
          <Introduction character={character} />
          <Gallery character={character} />
        </>
      )}
      <Outlet />
    </div>
  );
}

function Introduction({ character }: { character: Character }) {
  const { id, name, tagline, greeting, declaredAge } = character;
  return (
    <header className="grid items-start gap-6 rail:grid-cols-[18rem_minmax(0,1fr)] rail:gap-10">
      <div className="w-full max-w-72 justify-self-center rail:justify-self-start">
        <Face character={character} />
        <div className="pt-2">
          <LivingAvatarButton character={character} />
        </div>
      </div>
      <div className="grid content-start justify-items-start gap-4 rail:pt-4">
        <h1 className="text-display rail:text-hero">{name}</h1>
        <p className="text-ink2">{tagline}</p>
        {greeting !== '' && <p className="max-w-140 font-voice text-voice">“{greeting}”</p>}
        {declaredAge === 'minor' && <p className="chip">{t('character.minor')}</p>}
        <Link to="/chat/$characterId" params={{ characterId: id }} className="button button-lamp">
          <Icon name="chat" /> {t('character.talk', { name })}
        </Link>
      </div>
    </header>
  );
}

/** The avatar, which may be a clip; below it stands what can be done with it. */
function Face({ character: { avatar, name, isMine } }: { character: Character }) {
  const { picture, clip } = avatar;
  if (picture === null) return clip === null ? null : <AttachedClip clip={clip} name={name} />;
  return (
    <AnimatablePicture picture={picture} name={name} living={clip ?? undefined}>
      {(shown) => isMine && <AvatarButton clip={shown} name={name} />}
    </AnimatablePicture>
  );
}

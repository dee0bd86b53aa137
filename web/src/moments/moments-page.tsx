import type { Moment } from '@reverie-motion/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Avatar } from '../chat/avatar.tsx';
import { AnimatablePicture } from '../clip/animatable-picture.tsx';
import { AttachedClip } from '../clip/attached-clip.tsx';
import { charactersQuery } from '../data/chats.ts';
import { momentsQuery } from '../data/moments.ts';
import { Icon } from '../parts/icon.tsx';
import { LoadError } from '../parts/load-error.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { agoInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import { PostSheet } from './post-sheet.tsx';

/** What characters have shared, newest first. One clip plays at a time, the one in the middle. */
export function MomentsPage() {
  usePageTitle(t('nav.moments'));
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(momentsQuery);
  const moments = data?.pages.flatMap((page) => page.items);
  return (
    <div className="mx-auto grid max-w-160 gap-8 px-4 py-8 rail:px-10 rail:py-12">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-display rail:text-hero">{t('nav.moments')}</h1>
        <NewMoment />
      </header>
      {isError && moments === undefined && (
        <LoadError sentence={t('moments.not-loaded')} onTryAgain={() => void refetch()} />
      )}
      {moments === undefined && !isError && (
        <div className="skeleton h-120" role="status" aria-label={t('app.loading')} />
      )}
      {moments?.length === 0 && (
        <p className="py-16 text-center font-voice text-ink2 text-voice">{t('moments.none')}</p>
      )}
      {moments?.map((moment) => (
        <MomentView key={moment.id} moment={moment} />
      ))}
      {hasNextPage && (
        <button
          type="button"
          className="button button-plain justify-self-center"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('app.more')}
        </button>
      )}
    </div>
  );
}

/** People who have a character of their own can let it share something. */
function NewMoment() {
  const [isOpen, setIsOpen] = useState(false);
  const { data: characters } = useQuery(charactersQuery);
  const mine = characters?.find(({ isMine }) => isMine);
  if (mine === undefined) return null;
  return (
    <>
      <button type="button" className="button button-plain" onClick={() => setIsOpen(true)}>
        <Icon name="plus" /> {t('moments.new')}
      </button>
      {isOpen && <PostSheet character={mine} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function MomentView({ moment: { character, body, createdAt, attachments } }: { moment: Moment }) {
  const { id, name } = character;
  return (
    <article className="grid gap-3 border-line border-b pb-8 last:border-0" aria-label={t('moments.of', { name })}>
      <header className="flex items-center gap-3">
        <Avatar character={character} size="small" />
        <Link to="/c/$characterId" params={{ characterId: id }} className="font-medium hover:underline">
          {name}
        </Link>
        <time className="text-ink2 text-small" dateTime={createdAt}>
          {agoInWords(createdAt, new Date())}
        </time>
      </header>
      {body !== '' && <p className="whitespace-pre-wrap font-voice text-voice">{body}</p>}
      {attachments.map(({ id: attachmentId, picture, clip }) => (
        <div key={attachmentId}>
          {picture && <AnimatablePicture picture={picture} name={name} />}
          {clip && <AttachedClip clip={clip} name={name} />}
        </div>
      ))}
    </article>
  );
}

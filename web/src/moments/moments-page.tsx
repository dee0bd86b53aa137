import '../words/later-words.ts';
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
import { later } from '../parts/later.tsx';
import { PagedList } from '../parts/paged-list.tsx';
import { MoreMenu } from '../safety/more-menu.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { agoInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

const PostSheet = later(async () => (await import('./post-sheet.tsx')).PostSheet);

/** What characters have shared, newest first. One clip plays at a time, the one in the middle. */
export function MomentsPage() {
  usePageTitle(t('nav.moments'));
  const moments = useInfiniteQuery(momentsQuery);
  return (
    <div className="mx-auto grid max-w-160 gap-8 px-4 py-8 rail:px-10 rail:py-12">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-display rail:text-hero">{t('nav.moments')}</h1>
        <NewMoment />
      </header>
      <PagedList query={moments} notLoaded="moments.not-loaded" none="moments.none">
        {(items) => items.map((moment) => <MomentView key={moment.id} moment={moment} />)}
      </PagedList>
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

function MomentView({ moment }: { moment: Moment }) {
  const { character, body, createdAt, attachments } = moment;
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
        <span className="ms-auto">
          <MoreMenu subject={{ kind: 'moment', id: moment.id }} isMine={moment.isMine} />
        </span>
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

import type { Chat } from '@reverie-motion/client';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LoadError } from '../parts/load-error.tsx';
import { t } from '../words/words.ts';
import { Avatar } from './avatar.tsx';

/** The people one talks with; `isBeside`: in a narrow column beside one of the conversations. */
export function ChatList({
  chats: { data, isError, refetch },
  isBeside = false,
}: {
  chats: UseQueryResult<Chat[]>;
  isBeside?: boolean;
}) {
  if (isError && data === undefined) {
    return <LoadError sentence={t('chats.not-loaded')} onTryAgain={() => void refetch()} />;
  }
  if (data === undefined) return <ChatListSkeleton />;
  if (data.length === 0) return <p className="text-ink2">{t('chats.none')}</p>;
  return (
    <ul className={`grid grid-cols-[minmax(0,1fr)] gap-1 ${isBeside ? '' : 'wide:grid-cols-2 wide:gap-x-6'}`}>
      {data.map(({ id, character }) => (
        <li key={id}>
          <Link
            to="/chat/$characterId"
            params={{ characterId: character.id }}
            className="conversation -mx-3 flex items-center gap-4 rounded-large p-3 hover:bg-glow"
          >
            <Avatar character={character} />
            <span className="min-w-0">
              <span className="block truncate font-medium font-voice text-voice">{character.name}</span>
              <span className="block truncate text-ink2">{character.tagline}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function ChatListSkeleton() {
  return (
    <div className="grid gap-4" role="status" aria-label={t('app.loading')}>
      {['a', 'b', 'c'].map((key) => (
        <div key={key} className="flex items-center gap-4">
          <div className="skeleton size-13 rounded-full" />
          <div className="grid grow gap-2">
            <div className="skeleton h-4 w-32" />
            <div className="skeleton h-4 w-56" />
          </div>
        </div>
      ))}
    </div>
  );
}

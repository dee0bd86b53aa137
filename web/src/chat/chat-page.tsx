import '../words/later-words.ts';
import type { Chat } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { chatQuery, chatsQuery } from '../data/chats.ts';
import { Icon } from '../parts/icon.tsx';
import { LoadError } from '../parts/load-error.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { t } from '../words/words.ts';
import { Avatar } from './avatar.tsx';
import { ChatList } from './chat-list.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';

/** A conversation with a character. */
export function ChatPage() {
  const { characterId } = useParams({ from: '/chat/$characterId' });
  const { data: chat, isError, error, refetch } = useQuery(chatQuery(characterId));
  const chats = useQuery(chatsQuery);
  usePageTitle(chat?.character.name ?? '');
  if (isError && chat === undefined) {
    const sentence =
      error instanceof Error && 'code' in error && error.code === 'not-found' ? 'chat.gone' : 'chat.not-loaded';
    return (
      <div className="mx-auto max-w-180 p-6">
        <LoadError sentence={t(sentence)} onTryAgain={() => void refetch()} />
      </div>
    );
  }
  return (
    <div className="wide:grid wide:grid-cols-[20rem_minmax(0,1fr)]">
      <aside className="sticky top-0 hidden h-dvh overflow-y-auto border-line border-e px-6 py-6 wide:block">
        <h2 className="pb-4 text-title">{t('nav.chats')}</h2>
        <ChatList chats={chats} isBeside />
      </aside>
      <div className="mx-auto flex w-full min-h-[calc(100dvh-3.75rem-env(safe-area-inset-bottom))] max-w-190 flex-col rail:min-h-dvh">
        <ChatHeader chat={chat} />
        {chat === undefined ? <div className="grow" /> : <Conversation key={chat.id} chat={chat} />}
        {chat !== undefined && <Composer key={`composer-${chat.id}`} chat={chat} />}
      </div>
    </div>
  );
}

function ChatHeader({ chat }: { chat: Chat | undefined }) {
  return (
    <header className="sticky top-0 z-5 flex items-center gap-3 border-line border-b bg-paper px-2 py-2 rail:px-6">
      <Link to="/" className="icon-button rail:hidden" aria-label={t('app.back')}>
        <Icon name="back" />
      </Link>
      {chat !== undefined && (
        <Link
          to="/c/$characterId"
          params={{ characterId: chat.character.id }}
          className="group flex min-w-0 items-center gap-3"
        >
          <Avatar character={chat.character} size="small" />
          <span className="grid min-w-0 py-1">
            <h1 className="truncate text-voice group-hover:underline">{chat.character.name}</h1>
            <span className="truncate text-ink2 text-small">{chat.character.tagline}</span>
          </span>
          <span className="sr-only">{t('character.profile', { name: chat.character.name })}</span>
        </Link>
      )}
    </header>
  );
}

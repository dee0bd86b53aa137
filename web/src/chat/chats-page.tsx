import { useQuery } from '@tanstack/react-query';
import { charactersQuery, chatsQuery } from '../data/chats.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { t } from '../words/words.ts';
import { ChatList } from './chat-list.tsx';
import { MeetCharacters } from './meet-characters.tsx';

/** Everybody one talks with, and everybody else one could meet. */
export function ChatsPage() {
  usePageTitle(t('nav.chats'));
  const chats = useQuery(chatsQuery);
  const characters = useQuery(charactersQuery);
  const known = new Set(chats.data?.map(({ character }) => character.id));
  const strangers = characters.data?.filter(({ id }) => !known.has(id));
  return (
    <div className="mx-auto grid max-w-260 gap-10 px-4 py-8 rail:px-10 rail:py-12">
      <section className="grid gap-4" aria-labelledby="chats-title">
        <h1 id="chats-title" className="text-display rail:text-hero">
          {t('nav.chats')}
        </h1>
        <ChatList chats={chats} />
      </section>
      {chats.data !== undefined && (
        <MeetCharacters
          characters={strangers}
          failed={characters.isError}
          onTryAgain={() => void characters.refetch()}
        />
      )}
    </div>
  );
}

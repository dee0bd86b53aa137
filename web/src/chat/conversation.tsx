import type { Chat, Message } from '@reverie-motion/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { inReadingOrder, messagesQuery } from '../data/chats.ts';
import { streamIsOpen } from '../data/live-events.ts';
import { LoadError } from '../parts/load-error.tsx';
import { useStore } from '../parts/store.ts';
import { t } from '../words/words.ts';
import { MessageView } from './message-view.tsx';
import { useUnsent } from './unsent.ts';

/** While no news come by themselves, a conversation is asked for. */
const ASK_AGAIN_MILLISECONDS = 4000;
/** An answer that has not come by then is not waited for visibly. */
const LONGEST_WAIT_MILLISECONDS = 45_000;

/** What was said, with the newest in view. */
export function Conversation({ chat }: { chat: Chat }) {
  const isOpen = useStore(streamIsOpen);
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...messagesQuery(chat.id),
    refetchInterval: isOpen ? false : ASK_AGAIN_MILLISECONDS,
  });
  const messages = data === undefined ? undefined : inReadingOrder(data.pages);
  const unsent = useUnsent(chat.id);
  const newest = messages?.at(-1);
  useNewestInView(`${newest?.id}${unsent.length}`, messages !== undefined);
  if (isError && messages === undefined) {
    return (
      <div className="grow p-4 rail:p-6">
        <LoadError sentence={t('chat.not-loaded')} onTryAgain={() => void refetch()} />
      </div>
    );
  }
  return (
    <div className="grid grow content-end gap-6 px-4 py-6 rail:px-6">
      {hasNextPage && (
        <button
          type="button"
          className="button button-plain button-small justify-self-center"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('chat.earlier')}
        </button>
      )}
      <ol className="grid gap-6" aria-label={t('chat.messages')}>
        {messages?.map((message) => (
          <MessageView key={message.id} message={message} character={chat.character} />
        ))}
        {unsent.map(({ key, body }) => (
          <li key={key} className="max-w-[85%] justify-self-end rounded-large bg-glow px-4 py-2.5 opacity-60">
            {body}
          </li>
        ))}
      </ol>
      {isWaitedFor(newest) && <Writing name={chat.character.name} />}
    </div>
  );
}

const isWaitedFor = (newest: Message | undefined): boolean =>
  newest?.author === 'person' &&
  newest.attachments.length === 0 &&
  Date.now() - new Date(newest.createdAt).getTime() < LONGEST_WAIT_MILLISECONDS;

function Writing({ name }: { name: string }) {
  return (
    <p className="writing flex items-center gap-2 text-ink2 text-small">
      <span className="inline-flex gap-1" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {t('chat.writing', { name })}
    </p>
  );
}

/** Goes to the end when a conversation is opened, and with each new message, unless one reads further up. */
function useNewestInView(newest: string, isLoaded: boolean): void {
  const seen = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (!isLoaded || seen.current === newest) return;
    const isFirst = seen.current === undefined;
    seen.current = newest;
    const page = document.documentElement;
    const fromEnd = page.scrollHeight - page.scrollTop - page.clientHeight;
    if (isFirst && location.hash !== '') return;
    if (isFirst || fromEnd < page.clientHeight)
      window.scrollTo({ top: page.scrollHeight, behavior: isFirst ? 'instant' : 'smooth' });
  }, [newest, isLoaded]);
}

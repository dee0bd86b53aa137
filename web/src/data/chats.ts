import type { Attachment, Message } from '@reverie-motion/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { keepClips } from './clips.ts';
import { reverie } from './service.ts';

export const chatsQuery = queryOptions({
  queryKey: ['chats'],
  queryFn: async ({ signal }) => (await reverie.chats.list({ limit: 100 }, { signal }).page()).items,
});

export const charactersQuery = queryOptions({
  queryKey: ['characters'],
  queryFn: async ({ signal }) => (await reverie.characters.list({ limit: 100 }, { signal }).page()).items,
});

/** The conversation with a character; it begins with the first visit. */
export const chatQuery = (characterId: string) =>
  queryOptions({
    queryKey: ['chat', characterId],
    queryFn: ({ signal }) => reverie.chats.open(characterId, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const MESSAGES_AT_ONCE = 30;

/** What was said, newest first, page by page into the past. */
export const messagesQuery = (chatId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', chatId],
    queryFn: async ({ pageParam, signal }) => {
      const page = await reverie.chats.messages(chatId, { limit: MESSAGES_AT_ONCE }, { signal }).page(pageParam);
      keepClips(page.items.flatMap(({ attachments }) => clipsOf(attachments)));
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const clipsOf = (attachments: readonly Attachment[]) =>
  attachments.map(({ clip }) => clip).filter((clip) => clip !== null);

/** Pages of messages as they are read: the oldest first. */
export const inReadingOrder = (pages: readonly { readonly items: readonly Message[] }[]): Message[] =>
  pages.flatMap(({ items }) => items).reverse();

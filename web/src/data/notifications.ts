import type { Notification } from '@reverie-motion/client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { meQuery } from './me.ts';
import { queries } from './queries.ts';
import { reverie } from './service.ts';

interface NotificationPage {
  readonly items: readonly Notification[];
  readonly nextCursor: string | null;
  readonly unread: number;
}

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications'],
  queryFn: ({ pageParam, signal }): Promise<NotificationPage> =>
    reverie.notifications.list({ limit: 30 }, { signal }).page(pageParam),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

/** Windows of one browser tell each other what was read. */
const channel = new BroadcastChannel('reverie-notifications');
channel.onmessage = () => void askAgain();

/** Marks one notification as read, or all of them, in every window. */
export async function markRead(id: string | 'all'): Promise<void> {
  await (id === 'all' ? reverie.notifications.readAll() : reverie.notifications.read(id));
  channel.postMessage('read');
  await askAgain();
}

/** Marks what was told about a clip as read: it is being looked at. */
export async function markClipRead(clipId: string): Promise<void> {
  const me = await queries.fetchQuery({ ...meQuery, staleTime: 1000 });
  if (me === null || me.unreadNotifications === 0) return;
  const { pages } = await queries.fetchInfiniteQuery({ ...notificationsQuery, staleTime: 1000 });
  const unread = pages.flatMap(({ items }) => items).filter((one) => one.clipId === clipId && one.readAt === null);
  await Promise.all(unread.map(({ id }) => markRead(id)));
}

const askAgain = (): Promise<unknown> =>
  Promise.all(
    [notificationsQuery.queryKey, meQuery.queryKey].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );

import type { Notification } from '@reverie-motion/client';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { clipPath } from '../data/clip-news.ts';
import { clipQuery } from '../data/clips.ts';
import { markRead, notificationsQuery } from '../data/notifications.ts';
import { queries } from '../data/queries.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { LoadError } from '../parts/load-error.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { agoInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

/** Everything one was told, newest first. */
export function NotificationsPage() {
  usePageTitle(t('nav.notifications'));
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(notificationsQuery);
  const readAll = useMutation({ mutationFn: () => markRead('all') });
  const items = data?.pages.flatMap((page) => page.items);
  const unread = data?.pages[0]?.unread ?? 0;
  return (
    <div className="mx-auto grid max-w-180 gap-6 px-4 py-8 rail:px-10 rail:py-12">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-display rail:text-hero">{t('nav.notifications')}</h1>
        {unread > 0 && (
          <button
            type="button"
            className="button button-quiet button-small"
            disabled={readAll.isPending}
            onClick={() => readAll.mutate()}
          >
            {t('notifications.read-all')}
          </button>
        )}
      </header>
      {isError && items === undefined && (
        <LoadError sentence={t('notifications.not-loaded')} onTryAgain={() => void refetch()} />
      )}
      {items === undefined && !isError && <div className="skeleton h-40" role="status" aria-label={t('app.loading')} />}
      {items?.length === 0 && (
        <p className="py-16 text-center font-voice text-ink2 text-voice">{t('notifications.none')}</p>
      )}
      {items !== undefined && items.length > 0 && (
        <ul className="card divide-y divide-line overflow-hidden">
          {items.map((notification) => (
            <NotificationRow key={notification.id} notification={notification} />
          ))}
        </ul>
      )}
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

const LOOKS: Readonly<Record<Notification['kind'], { icon: IconName; colour: string }>> = {
  'clip-ready': { icon: 'check', colour: 'text-good' },
  'clip-failed': { icon: 'warning', colour: 'text-bad' },
  'clip-refused': { icon: 'warning', colour: 'text-note' },
  'clip-late': { icon: 'check', colour: 'text-good' },
  'safety-answer': { icon: 'check', colour: 'text-note' },
};

function NotificationRow({
  notification: { id, kind, sentence, clipId, createdAt, readAt },
}: {
  notification: Notification;
}) {
  const navigate = useNavigate();
  const open = async (): Promise<void> => {
    if (readAt === null) void markRead(id);
    if (clipId === null) return;
    const clip = await queries.ensureQueryData(clipQuery(clipId));
    await navigate({ href: clipPath(clip) });
  };
  const { icon, colour } = LOOKS[kind];
  return (
    <li className={readAt === null ? 'bg-glow' : undefined}>
      <button
        type="button"
        className="flex w-full items-start gap-3 p-4 text-start hover:bg-glow"
        onClick={() => void open()}
      >
        <span className={`pt-0.5 ${colour}`}>
          <Icon name={icon} />
        </span>
        <span className="grid grow gap-0.5">
          <span className={readAt === null ? 'font-medium' : undefined}>{sentence}</span>
          <span className="text-ink2 text-small">
            <time dateTime={createdAt}>{agoInWords(createdAt, new Date())}</time>
            {readAt === null && <span className="sr-only"> · {t('notifications.unread')}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}

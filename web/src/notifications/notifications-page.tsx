import '../words/later-words.ts';
import type { Notification } from '@reverie-motion/client';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { clipPath } from '../data/clip-news.ts';
import { clipQuery } from '../data/clips.ts';
import { markRead, notificationsQuery } from '../data/notifications.ts';
import { queries } from '../data/queries.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { PagedList } from '../parts/paged-list.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { agoInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

/** Everything one was told, newest first. */
export function NotificationsPage() {
  usePageTitle(t('nav.notifications'));
  const notifications = useInfiniteQuery(notificationsQuery);
  const readAll = useMutation({ mutationFn: () => markRead('all') });
  const unread = notifications.data?.pages[0]?.unread ?? 0;
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
      <PagedList query={notifications} notLoaded="notifications.not-loaded" none="notifications.none">
        {(items) => (
          <ul className="card divide-y divide-line overflow-hidden">
            {items.map((notification) => (
              <NotificationRow key={notification.id} notification={notification} />
            ))}
          </ul>
        )}
      </PagedList>
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
    if (kind === 'safety-answer') return navigate({ to: '/refusals' });
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

import { Link, useRouterState } from '@tanstack/react-router';
import { useMe } from '../data/me.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { t, type WordKey } from '../words/words.ts';

interface Destination {
  readonly to: '/' | '/moments' | '/notifications' | '/wallet' | '/settings';
  readonly icon: IconName;
  readonly words: WordKey;
  /** Where pages begin that belong to it, besides its own. */
  readonly within?: string;
}

/** Phones have room for five at the bottom. */
const DESTINATIONS: readonly Destination[] = [
  { to: '/', icon: 'chat', words: 'nav.chats', within: '/chat/' },
  { to: '/moments', icon: 'moments', words: 'nav.moments' },
  { to: '/notifications', icon: 'bell', words: 'nav.notifications' },
  { to: '/wallet', icon: 'wallet', words: 'nav.wallet' },
  { to: '/settings', icon: 'settings', words: 'nav.settings' },
];

/** The way to every page: a bar at the bottom of phones, a rail at the side from 720 pixels on. */
export function Navigation() {
  const me = useMe();
  return (
    <nav
      aria-label={t('app.navigation')}
      className="navigation fixed inset-x-0 bottom-0 z-10 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] rail:sticky rail:inset-auto rail:top-0 rail:h-dvh rail:w-20 rail:border-e rail:border-t-0 rail:pb-0 wide:w-60"
    >
      <div className="flex h-full flex-col rail:px-3 rail:py-6">
        <p className="hidden px-3 pb-8 font-voice text-title wide:block">{t('app.name')}</p>
        <p className="hidden pb-8 text-center text-lamp rail:block wide:hidden" aria-hidden="true">
          <Mark />
        </p>
        <ul className="flex justify-around gap-1 rail:flex-col rail:justify-start">
          {DESTINATIONS.map((destination) => (
            <li key={destination.to} className="min-w-0 grow rail:grow-0">
              <DestinationLink
                {...destination}
                count={destination.to === '/notifications' ? (me?.unreadNotifications ?? 0) : 0}
              />
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

function DestinationLink({ to, icon, words, within, count }: Destination & { count: number }) {
  const isWithin = useRouterState({
    select: ({ location }) => within !== undefined && location.pathname.startsWith(within),
  });
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === '/' }}
      data-within={isWithin}
      className="destination relative flex min-h-[3.6875rem] flex-col items-center justify-center gap-0.5 rounded-medium px-2 text-ink2 text-small hover:text-ink rail:min-h-14 wide:min-h-11 wide:flex-row wide:justify-start wide:gap-3 wide:px-3 wide:text-base"
    >
      <span className="relative">
        <Icon name={icon} sizePixels={22} />
        {count > 0 && (
          <span className="absolute -end-2 -top-1.5 min-w-4.5 rounded-full bg-lamp px-1 text-center font-bold text-[0.6875rem] text-on-lamp leading-4.5">
            <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          </span>
        )}
      </span>
      <span className="destination-words">{t(words)}</span>
      {count > 0 && <span className="sr-only">{t('nav.unread', { count })}</span>}
    </Link>
  );
}

/** The sign of Reverie: a flame in a lamp. */
export function Mark({ sizePixels = 32 }: { sizePixels?: number }) {
  return (
    <svg
      className="inline-block"
      width={sizePixels}
      height={sizePixels}
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
    >
      <path
        fill="currentColor"
        d="M24 4c1.5 7.5 11 11.5 11 22a11 11 0 0 1-22 0c0-6 3.5-8.5 5-13 2 1.5 3 3.5 3.2 6C24 15.5 25 9.5 24 4zm0 33.500a5.5 5.5 0 0 0 5.5-5.500c0-3.8-3.5-5.5-4.7-9.5-1 3.8-6.3 5-6.3 9.500a5.5 5.5 0 0 0 5.5 5.500zM14 41h20v3H14z"
      />
    </svg>
  );
}

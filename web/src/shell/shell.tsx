import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLiveNews } from '../data/live-news.ts';
import { useMe } from '../data/me.ts';
import { MotionSheetHost } from '../motion-sheet/motion-sheet-host.tsx';
import { t } from '../words/words.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { Navigation } from './navigation.tsx';
import { showUnread } from './page-title.ts';
import { Toasts } from './toasts.tsx';

/** What stands around every page. */
export function Shell() {
  const me = useMe();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useFocusOnNewPage(main, path);
  useLiveNews();
  useEffect(() => showUnread(me?.unreadNotifications ?? 0), [me?.unreadNotifications]);
  const framed = me !== null && path !== '/sign-in';
  return (
    <div className={framed ? 'min-h-dvh rail:grid rail:grid-cols-[auto_minmax(0,1fr)]' : 'min-h-dvh'}>
      <button
        type="button"
        className="button button-lamp fixed start-4 top-3 z-40 -translate-y-20 focus-visible:translate-y-0"
        onClick={() => main.current?.focus()}
      >
        {t('app.skip')}
      </button>
      {framed && <Navigation />}
      <div className={framed ? 'pb-[calc(3.75rem+env(safe-area-inset-bottom))] rail:pb-0' : undefined}>
        <ConnectionBar />
        <main id="main" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <MotionSheetHost />
      <Toasts />
    </div>
  );
}

/** Who listens to a page or walks it by keyboard starts a new one at its beginning, not where the link was. */
function useFocusOnNewPage(main: { current: HTMLElement | null }, path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.focus({ preventScroll: true });
  }, [main, path]);
}

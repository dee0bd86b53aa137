import { useEffect } from 'react';
import { createStore } from '../parts/store.ts';
import { t } from '../words/words.ts';

const pageName = createStore('');
const unread = createStore(0);

/** "(2) Mira · Reverie": where one is, and how much waits to be read. */
function windowTitle(page: string, unreadCount: number): string {
  const place = page === '' ? t('app.name') : `${page} · ${t('app.name')}`;
  return unreadCount > 0 ? `(${unreadCount}) ${place}` : place;
}

function show(): void {
  document.title = windowTitle(pageName.get(), unread.get());
}
pageName.subscribe(show);
unread.subscribe(show);

/** Names the page in the window's title while it is shown. */
export function usePageTitle(name: string): void {
  useEffect(() => pageName.set(name), [name]);
}

/** Shows how many notifications are unread: in the title, and on the icon of an installed app. */
export function showUnread(count: number): void {
  unread.set(count);
  if (!('setAppBadge' in navigator)) return;
  const shown = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  // browsers refuse where the app is not installed
  shown.catch(() => undefined);
}

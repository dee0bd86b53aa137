import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { GALLERY_TABS, type GalleryTab } from './data/gallery-tabs.ts';
import { signInIfNeeded } from './data/me.ts';
import { Shell } from './shell/shell.tsx';
import { BrokenPage, NotFoundPage } from './shell/whole-page.tsx';

/**
 * What every address may carry: `animate` opens the motion sheet on a picture of whatever page it is on, so that the sheet
 * has an address of its own and "back" closes it.
 */
export interface EverySearch {
  readonly animate?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRoute({
  component: Shell,
  validateSearch: ({ animate }: Record<string, unknown>): EverySearch => {
    const picture = text(animate);
    return picture === undefined ? {} : { animate: picture };
  },
});

const at = { getParentRoute: () => root };

/** A page for people who are signed in; everybody else is asked to, and comes back. It comes while we ask who it is. */
const signedIn = (component: ReturnType<typeof lazyRouteComponent>) => ({
  ...at,
  component,
  beforeLoad: (where: { location: { href: string } }): Promise<void> => {
    void component.preload?.();
    return signInIfNeeded(where);
  },
});

const characterPage = createRoute({
  ...signedIn(lazyRouteComponent(() => import('./character/character-page.tsx'), 'CharacterPage')),
  path: '/c/$characterId',
  // which part of the gallery is shown
  validateSearch: ({ show }: Record<string, unknown>): { show?: Exclude<GalleryTab, 'all'> } => {
    const tab = GALLERY_TABS.find((one) => one === show);
    return tab === undefined || tab === 'all' ? {} : { show: tab };
  },
});
/** One picture or clip, over the page of its character. */
const viewerPage = createRoute({
  getParentRoute: () => characterPage,
  path: '/$kind/$itemId',
  component: lazyRouteComponent(() => import('./viewer/viewer-page.tsx'), 'ViewerPage'),
});

/** A line for each page; each is loaded when somebody goes there. */
const pages = [
  createRoute({ path: '/', ...signedIn(lazyRouteComponent(() => import('./chat/chats-page.tsx'), 'ChatsPage')) }),
  createRoute({
    path: '/chat/$characterId',
    ...signedIn(lazyRouteComponent(() => import('./chat/chat-page.tsx'), 'ChatPage')),
  }),
  createRoute({
    path: '/notifications',
    ...signedIn(lazyRouteComponent(() => import('./notifications/notifications-page.tsx'), 'NotificationsPage')),
  }),
  characterPage.addChildren([viewerPage]),
  createRoute({
    path: '/moments',
    ...signedIn(lazyRouteComponent(() => import('./moments/moments-page.tsx'), 'MomentsPage')),
  }),
  createRoute({
    path: '/settings',
    ...signedIn(lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage')),
  }),
  createRoute({
    path: '/refusals',
    ...signedIn(lazyRouteComponent(() => import('./safety/refusals-page.tsx'), 'RefusalsPage')),
  }),
  createRoute({ path: '/help', ...signedIn(lazyRouteComponent(() => import('./help/help-page.tsx'), 'HelpPage')) }),
  createRoute({
    path: '/operator',
    ...signedIn(lazyRouteComponent(() => import('./operator/operator-page.tsx'), 'OperatorPage')),
  }),
  createRoute({
    ...signedIn(lazyRouteComponent(() => import('./wallet/wallet-page.tsx'), 'WalletPage')),
    path: '/wallet',
    // why somebody was sent here, and the picture that waits for them
    validateSearch: ({
      from,
      picture,
    }: Record<string, unknown>): { from?: 'animate' | 'credits'; picture?: string } => {
      const waiting = text(picture);
      return {
        ...((from === 'animate' || from === 'credits') && { from }),
        ...(waiting !== undefined && { picture: waiting }),
      };
    },
  }),
  createRoute({
    ...at,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
    validateSearch: ({ after }: Record<string, unknown>): { after?: string } => {
      const path = text(after);
      // only ever to a page of ours
      return path?.startsWith('/') && !path.startsWith('//') ? { after: path } : {};
    },
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(pages),
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

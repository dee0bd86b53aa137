// Shows what the service says while no window is open. It keeps nothing and stands in front of no request.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data?.json() ?? {}));
});

async function show({ title, body, tag, url }) {
  const windows = await self.clients.matchAll({ type: 'window' });
  // a window that is looked at says it itself
  if (windows.some(({ visibilityState }) => visibilityState === 'visible')) return;
  await self.registration.showNotification(title ?? 'Reverie', {
    body,
    // one notice a clip, however often it is told
    tag,
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    data: { url },
  });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url ?? '/notifications'));
});

async function open(path) {
  const url = new URL(path, self.location.origin);
  // only ever a page of ours
  if (url.origin !== self.location.origin) return;
  const [window] = await self.clients.matchAll({ type: 'window' });
  if (window === undefined) return self.clients.openWindow(url.href);
  await window.focus();
  await window.navigate(url.href);
}

import { describe, expect, it } from 'vitest';
import { openApp } from '../support/open-app.ts';

const NEWS = { title: 'Your clip is ready', body: 'Your clip of Mira is ready.', tag: 'clip-1', url: '/notifications' };

describe('a notice on the device', async () => {
  const { web, openAs } = await openApp();

  it('is shown once when no window is looked at, and not where one says it itself', async () => {
    const { page, open, close } = await openAs(await web.service.world.addPerson());
    const context = page.context();
    await context.grantPermissions(['notifications'], { origin: web.address });
    await open('/notifications');
    const elsewhere = await context.newPage();
    const devTools = await context.newCDPSession(elsewhere);
    const registered = new Promise<string>((resolve) => {
      devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(web.address));
        if (ours) resolve(ours.registrationId);
      });
    });
    await devTools.send('ServiceWorker.enable');
    await page.evaluate('navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready).then(() => true)');
    const registrationId = await registered;
    const deliver = (): Promise<unknown> =>
      devTools.send('ServiceWorker.deliverPushMessage', { origin: web.address, registrationId, data: JSON.stringify(NEWS) });
    const shown = (): Promise<unknown> =>
      page.evaluate(
        'navigator.serviceWorker.ready.then((ready) => ready.getNotifications()).then((all) => all.map(({ title, body, tag }) => ({ title, body, tag })))',
      );

    await page.bringToFront();
    await deliver();
    await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
    expect(await shown()).toEqual([]);

    await page.goto('about:blank');
    await deliver();
    await deliver();
    await open('/notifications');
    const { title, body, tag } = NEWS;
    await expect.poll(shown).toEqual([{ title, body, tag }]);
    await close();
  });
});

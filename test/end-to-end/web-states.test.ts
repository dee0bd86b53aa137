import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { openApp } from '../support/open-app.ts';
import type { AppWindow, Device } from '../support/screens.ts';
import { sendPortrait } from '../support/web-service.ts';

/** What is asked of the `video` element; this file runs in Node and knows no types of the browser. */
interface Video {
  readonly muted: boolean;
  readonly loop: boolean;
  readonly playsInline: boolean;
  readonly poster: string;
  readonly paused: boolean;
  readonly videoWidth: number;
}

describe('a clip in place', async () => {
  const { web, openAs } = await openApp();
  let robin: Person;

  beforeEach(async () => {
    robin = await web.service.world.addPerson();
    await web.service.world.stores.people.changeSettings(robin.id, { autoplay: true });
    await sendPortrait(web, robin);
    web.engineSays({ kind: 'working' });
  });

  async function openChat(device: Device = 'desktop', options: { reducedMotion?: 'reduce' } = {}): Promise<AppWindow> {
    const window = await openAs(robin, { device, ...options });
    await window.open(`/chat/${web.mira.id}`);
    await window.page.getByRole('img', { name: /Portrait of Mira/ }).waitFor();
    return window;
  }

  async function order(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('radio', { name: 'Smile and blink' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('group', { name: 'Clip of Mira on its way' }).waitFor();
  }

  const wallet = async (): Promise<number> => (await web.service.world.stores.ledger.balance(robin.id)).walletCredits;

  it('waits, is rendered and plays, and every step is seen as it happens and after a reload', async () => {
    const { page, look, complaints, close } = await openChat();
    await order(page);
    const wait = page.getByRole('group', { name: 'Clip of Mira on its way' });
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Clip of Mira on its way');
    await expect.poll(() => wait.textContent()).toContain('Next in line');
    await expect.poll(() => page.getByRole('button', { name: 'Animate' }).count()).toBe(0);
    expect(await look('queued')).toEqual([]);

    await web.service.work();
    await page.getByText('Rendering', { exact: true }).waitFor();
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBeNull();
    web.engineSays({ kind: 'working', progressPercent: 40 });
    await web.service.workLater(6);
    await expect.poll(() => page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');
    expect(await look('rendering')).toEqual([]);
    await page.reload();
    await page.getByText('Rendering', { exact: true }).waitFor();

    web.engineSays(web.finished);
    await web.service.workLater(6);
    const video = page.locator('video');
    await video.waitFor();
    await expect.poll(() => video.evaluate((element: Video) => element.paused)).toBe(false);
    const facts = () =>
      video.evaluate((element: Video) => {
        return {
          muted: element.muted,
          loop: element.loop,
          inline: element.playsInline,
          poster: element.poster !== '',
          wide: element.videoWidth,
        };
      });
    await expect.poll(facts).toEqual({ muted: true, loop: true, inline: true, poster: true, wide: 720 });
    await expect.poll(() => page.locator('#announcements').textContent()).toBe('Mira smiles and blinks is ready.');
    expect(await page.getByRole('region', { name: 'Messages' }).textContent()).toBe('');
    expect(await look('ready')).toEqual([]);
    expect(await wallet()).toBe(1_000_000 - 120_000);

    await page.getByRole('button', { name: 'Pause clip' }).click();
    await expect.poll(() => video.evaluate((element: Video) => element.paused)).toBe(true);
    await page.getByRole('radio', { name: 'Picture' }).check();
    await expect.poll(() => video.count()).toBe(0);
    await page.getByRole('img', { name: /Portrait of Mira/ }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says why it failed and that the credits are back, and can be tried again with one order', async () => {
    const { page, look, close } = await openChat('phone');
    await order(page);
    await web.service.work();
    web.engineSays({ kind: 'failed', trouble: { kind: 'moderation-image' } });
    await web.service.workLater(6);
    await page.getByText('The engine did not accept this picture.').waitFor();
    await page.getByText('120,000 credits returned', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await look('refused')).toEqual([]);
    await page.reload();
    await page.getByText('120,000 credits returned', { exact: true }).waitFor();
    expect(await wallet()).toBe(1_000_000);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Animate' }).waitFor();
    await close();
  });

  it('is cancelled while it waits, for nothing', async () => {
    const { page, look, close } = await openChat('phone');
    await order(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled. Nothing was charged.').waitFor();
    expect(await look('cancelled')).toEqual([]);
    expect(await wallet()).toBe(1_000_000);
    await page.getByRole('button', { name: 'Animate' }).waitFor();
    await close();
  });

  it('does not move by itself for people who want nothing to move', async () => {
    const { page, close } = await openChat('desktop', { reducedMotion: 'reduce' });
    await order(page);
    await web.service.work();
    web.engineSays(web.finished);
    await web.service.workLater(6);
    await page.getByRole('button', { name: 'Play clip' }).click();
    await expect.poll(() => page.locator('video').evaluate((element: Video) => element.paused)).toBe(false);
    await page.getByRole('button', { name: 'Pause clip' }).waitFor();
    await close();
  });
});

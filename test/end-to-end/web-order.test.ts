import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { openApp } from '../support/open-app.ts';
import { sendPortrait } from '../support/web-service.ts';

describe('one whole order', async () => {
  const { web, openAs } = await openApp({ drawsDrafts: true });
  let robin: Person;

  beforeEach(async () => {
    robin = await web.service.world.addPerson();
    await web.service.world.stores.people.changeSettings(robin.id, { autoplay: true });
    await sendPortrait(web, robin);
    web.engineSays({ kind: 'working' });
  });

  const openChat = async () => {
    const window = await openAs(robin);
    await window.open(`/chat/${web.mira.id}`);
    await window.page.getByRole('button', { name: 'Animate' }).waitFor();
    return window;
  };
  const order = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('radio', { name: /Scripted engine/ }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('group', { name: 'Clip of Mira on its way' }).waitFor();
    await web.service.work();
    await page.getByText('Rendering', { exact: true }).waitFor();
  };
  const finish = async (): Promise<void> => {
    web.engineSays(web.finished);
    await web.service.workLater(6);
  };

  it('is made with the keyboard alone, from the button to the link in the clipboard', async () => {
    const { page, complaints, close } = await openChat();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        if (name.test(await page.evaluate<string>(FOCUSED))) return;
      }
      throw new Error(`Tab never came to ${name}`);
    };
    await tabTo(/^Animate: Mira/);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Gentle movement' }).waitFor();
    await tabTo(/Gentle movement/);
    await page.keyboard.press('ArrowDown');
    await tabTo(/Scripted engine|Drawing engine/);
    while (!/Scripted engine/.test(await page.evaluate<string>(FOCUSED))) await page.keyboard.press('ArrowDown');
    await tabTo(/^\s*Animate$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate<string>(FOCUSED)).toBe('Clip of Mira on its way');
    await web.service.work();
    await finish();
    await page.getByRole('link', { name: 'Download MP4' }).waitFor();
    await tabTo(/Copy link/);
    await page.keyboard.press('Enter');
    await page.getByText('Link copied.', { exact: false }).first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/\/v\/[\w-]{22}$/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is watched as a draft while the engine works, marked as one, and gives way to the clip', async () => {
    const { page, look, complaints, close } = await openChat();
    await order(page);
    await page.getByRole('button', { name: 'Show a draft meanwhile' }).click();
    await page.getByText('The draft is being drawn.').waitFor();
    await web.service.work();
    await web.service.workLater(6);
    await page.getByText('A draft plays. The clip takes its place.').waitFor();
    await page.locator('figure').getByText('Draft', { exact: true }).waitFor();
    await expect.poll(() => page.locator('video').evaluate((video: { paused: boolean }) => video.paused)).toBe(false);
    expect(await look('draft')).toEqual([]);
    expect(await page.getByRole('region', { name: 'Messages' }).textContent()).toBe('');
    await page.reload();
    await page.locator('figure').getByText('Draft', { exact: true }).waitFor();
    await finish();
    await page.locator('figure').getByText('Draft', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Download MP4' }).waitFor();
    expect(await page.locator('video').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('arrives although the server was restarted meanwhile, without a touch', async () => {
    const { page, close } = await openChat();
    await order(page);
    await web.restart(async () => {
      await page.getByText('No connection to the server.', { exact: false }).waitFor({ timeout: 60_000 });
      await finish();
    });
    await page.getByRole('link', { name: 'Download MP4' }).waitFor({ timeout: 60_000 });
    await page.getByText('No connection to the server.', { exact: false }).waitFor({ state: 'detached' });
    await close();
  });
});

/** Runs in the page: what has the focus, in words. */
const FOCUSED = `(() => { const it = document.activeElement; return it.getAttribute('aria-label') ?? (it.matches('input') ? it.closest('label')?.textContent : it.textContent) ?? ''; })()`;

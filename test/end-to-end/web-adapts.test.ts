import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { openApp } from '../support/open-app.ts';
import { cameToRest } from '../support/screens.ts';
import { makeClip, sendPortrait } from '../support/web-service.ts';

/** What is asked of the `video` element; this file runs in Node and knows no types of the browser. */
interface Video {
  readonly paused: boolean;
  readonly preload: string;
  readonly networkState: number;
}

describe('the app on the device, in the language and with the eyes that somebody has', async () => {
  const { web, openAs } = await openApp();
  let author: Person;
  /** Every screen that has an address, by name. */
  let screens: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const { world } = web.service;
    author = (await world.stores.people.find(web.mira.ownerId)) as Person;
    await world.database.query(`update person set role = 'operator' where id = $1`, [author.id]);
    author = (await world.stores.people.find(author.id)) as Person;
    await world.stores.people.changeSettings(author.id, { autoplay: true });
    await sendPortrait(web, author);
    const clip = await makeClip(web, author);
    const profile = `/c/${web.mira.id}`;
    screens = {
      ...{ chats: '/', chat: `/chat/${web.mira.id}`, profile, viewer: `${profile}/clip/${clip.id}` },
      ...{ picture: `${profile}/picture/${web.portrait.id}`, sheet: `${profile}?animate=${web.portrait.id}` },
      ...{ moments: '/moments', notifications: '/notifications', wallet: '/wallet', settings: '/settings' },
      ...{ help: '/help', refusals: '/refusals', operator: '/operator', nowhere: '/nowhere' },
    };
  });

  /** Opens every screen and gives what stands out of the window on each, by name. */
  async function overflows(page: Page, open: (path: string) => Promise<void>, prepare = async (): Promise<unknown> => undefined) {
    const found: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(screens)) {
      await open(path);
      await page.getByRole('heading').first().waitFor();
      await cameToRest(page);
      await prepare();
      const outside = await page.evaluate<string[]>(OUTSIDE);
      if (outside.length > 0) found[name] = outside;
    }
    return found;
  }

  it('needs no sideways scrolling on the smallest phone, which is also a desktop at 400 %', async () => {
    const { page, open, close } = await openAs(author, { device: 'small' });
    expect(await overflows(page, open)).toEqual({});
    await close();
  });

  it('needs none from right to left', async () => {
    const { page, open, close } = await openAs(author, { device: 'phone' });
    await page.addInitScript('document.addEventListener("DOMContentLoaded", () => { document.documentElement.dir = "rtl"; })');
    expect(await overflows(page, open)).toEqual({});
    await close();
  });

  it('needs none with letters twice as large', async () => {
    const { page, open, close } = await openAs(author, { device: 'phone' });
    const enlarge = () => page.addStyleTag({ url: '/twice.css' });
    await page.route('**/twice.css', (route) => route.fulfill({ contentType: 'text/css', body: ':root { font-size: 200% !important; }' }));
    expect(await overflows(page, open, enlarge)).toEqual({});
    await close();
  });

  it('moves nothing for people who want nothing to move', async () => {
    const { page, open, close } = await openAs(author, { reducedMotion: 'reduce' });
    await open(screens.sheet as string);
    await page.getByRole('radio', { name: 'Gentle movement' }).waitFor();
    const running = 'document.getAnimations().filter((each) => each.playState === "running").length';
    await expect.poll(() => page.evaluate(running)).toBe(0);
    await open(screens.chat as string);
    await page.getByRole('button', { name: 'Play clip' }).waitFor();
    expect(await page.locator('video').evaluate((video: Video) => video.paused)).toBe(true);
    await close();
  });

  it('loads no clip by itself where data is saved, by the browser or in settings', async () => {
    const clips: string[] = [];
    const untouched = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: 'Play clip' }).waitFor();
      await cameToRest(page);
      expect(clips).toEqual([]);
      expect(await page.locator('video').evaluate((video: Video) => [video.paused, video.preload])).toEqual([true, 'none']);
    };
    const saving = await openAs(author);
    saving.page.on('request', (request) => request.url().includes('.mp4') && clips.push(request.url()));
    await saving.page.addInitScript(
      'Object.defineProperty(navigator, "connection", { value: Object.assign(new EventTarget(), { saveData: true }) })',
    );
    await saving.open(screens.chat as string);
    await untouched(saving.page);
    await saving.page.getByRole('button', { name: 'Play clip' }).click();
    await saving.page.getByRole('button', { name: 'Pause clip' }).waitFor();
    await saving.close();

    clips.length = 0;
    await web.service.world.stores.people.changeSettings(author.id, { dataSaver: true });
    const { page, open, close } = await openAs(author);
    page.on('request', (request) => request.url().includes('.mp4') && clips.push(request.url()));
    await open(screens.chat as string);
    await untouched(page);
    await web.service.world.stores.people.changeSettings(author.id, { dataSaver: false });
    await close();
  });

  it('shows in forced colours what is chosen, switched on, and how far something is', async () => {
    const { page, open, close } = await openAs(author);
    await page.emulateMedia({ forcedColors: 'active' });
    const outlined = (selector: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).outlineStyle`);
    await open(screens.sheet as string);
    await page.getByRole('radio', { name: 'Gentle movement' }).waitFor();
    expect(await outlined('.option:has(:checked)')).toBe('solid');
    expect(await outlined('.segments > label:has(:checked)')).toBe('solid');
    await open('/settings');
    await page.getByRole('switch').first().waitFor();
    const colours = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.switch')].map((each) => each.checked + ' ' + getComputedStyle(each).backgroundColor)`,
    );
    // on and off differ
    expect(new Set(colours.map((each) => each.split(' ').slice(1).join(' '))).size).toBe(
      new Set(colours.map((each) => each.split(' ')[0])).size,
    );
    await close();
  });

  it('says that it is offline, keeps what it shows, and goes on by itself', async () => {
    const { page, open, look, complaints, close } = await openAs(author, { device: 'phone' });
    await open(screens.chat as string);
    await page.getByRole('button', { name: 'Send' }).waitFor();
    // the picture's clips come a moment after the chat, and their menu with them
    await page.getByRole('button', { name: 'Pause clip' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.', { exact: false }).first().waitFor();
    await page.getByRole('img', { name: /Portrait of Mira/ }).waitFor();
    await page.getByRole('textbox', { name: 'Write to Mira' }).fill('Still there?');
    expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await page.getByLabel('More').last().click();
    expect(await page.getByRole('button', { name: 'Animate again' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await look('offline')).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('You are offline.', { exact: false }).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('listitem').getByText('Still there?').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('can be installed', async () => {
    const { page, open, close } = await openAs(author);
    await open('/');
    const devTools = await page.context().newCDPSession(page);
    const { errors, data } = await devTools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { icons, name, start_url } = JSON.parse(data ?? '{}') as {
      icons: { src: string; sizes: string }[];
      name: string;
      start_url: string;
    };
    expect([name, start_url]).toEqual(['Reverie', '/']);
    for (const { src, sizes } of icons) {
      const response = await page.request.get(web.address + src);
      expect([src, response.status()]).toEqual([src, 200]);
      if (sizes === 'any') continue;
      const measured = `(async () => { const image = new Image(); image.src = '${src}'; await image.decode(); return image.naturalWidth + 'x' + image.naturalHeight; })()`;
      expect(await page.evaluate(measured)).toBe(sizes);
    }
    const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors');
    // windows of tests are private ones, into which nothing is installed
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    await close();
  });
});

/** Runs in the page: what lies beyond the edges of the window, and can be reached by no scrolling of its own. */
const OUTSIDE = `(() => {
  const root = document.documentElement;
  const found = root.scrollWidth > innerWidth + 1 ? ['the page is ' + root.scrollWidth + ' wide'] : [];
  const scrolls = (each) => { for (let up = each; up; up = up.parentElement) { const { overflowX } = getComputedStyle(up); if (overflowX !== 'visible' && up !== root && up !== document.body) return true; } return false; };
  for (const each of document.querySelectorAll('button, a, input, label, h1, h2, p, img')) {
    const { left, right, width } = each.getBoundingClientRect();
    if (width < 2 || each.closest('.sr-only, svg') || scrolls(each) || !each.checkVisibility({ visibilityProperty: true })) continue;
    if (left < -1 || right > innerWidth + 1) found.push(each.outerHTML.slice(0, 120) + ' ' + Math.round(left) + '…' + Math.round(right));
  }
  return found;
})()`;

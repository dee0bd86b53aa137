import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openWindow } from '../support/screens.ts';
import { type RunningProgram, startProgram } from '../support/start-program.ts';

/** The built-in engine takes some seconds, and more on a busy machine. */
const CLIP_MILLISECONDS = 150_000;

/** What is asked of the `video` element; this file runs in Node and knows no types of the browser. */
interface Video {
  readonly paused: boolean;
  readonly videoWidth: number;
  readonly videoHeight: number;
}

describe('the program as a newcomer meets it', { timeout: CLIP_MILLISECONDS * 2 }, () => {
  let program: RunningProgram;
  let browser: Browser;

  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  }, CLIP_MILLISECONDS);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  it('lets one in with a tap, shows a world of characters, and makes a real clip of a picture in a chat', async () => {
    const { page, open, look, complaints, close } = await openWindow(browser, program, { clock: 'real' });
    await open('/');
    await page.getByRole('button', { name: /subscriber/i }).waitFor();
    expect(await look('demo-sign-in')).toEqual([]);
    await page.getByRole('button', { name: /subscriber/i }).click();
    await page.getByRole('heading', { level: 1, name: 'Chats' }).waitFor();
    await page.getByRole('main').getByRole('link').first().waitFor();
    await allPicturesShown(page);
    expect(await look('demo-chats')).toEqual([]);

    await page.getByRole('main').getByRole('link').first().click();
    await page
      .getByRole('button', { name: /^Animate:/ })
      .last()
      .waitFor();
    await allPicturesShown(page);
    expect(await look('demo-chat')).toEqual([]);
    const button = page.getByRole('button', { name: /^Animate:/ }).last();
    // the demo makes clips of its own meanwhile: this is about the one that was ordered
    const picture = page.locator(`#picture-${await button.getAttribute('data-animates')}`);
    await button.click();
    await page.getByRole('radio', { name: 'Smile and blink' }).check();
    await page.getByRole('radio', { name: '3 seconds' }).check();
    await page.getByRole('radio', { name: '1:1' }).check();
    expect(await look('demo-sheet')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Animate' }).click();
    await picture.getByRole('group', { name: /on its way/ }).waitFor();
    await picture.getByRole('link', { name: 'Download MP4' }).waitFor({ timeout: CLIP_MILLISECONDS });
    const video = picture.locator('video');
    if (await video.evaluate((element: Video) => element.paused)) await picture.getByRole('button', { name: 'Play clip' }).click();
    await expect.poll(() => video.evaluate((element: Video) => [element.videoWidth, element.videoHeight])).toEqual([720, 720]);
    expect(await look('demo-clip')).toEqual([]);
    const saved = page.waitForEvent('download');
    await picture.getByRole('link', { name: 'Download MP4' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^[a-z]+-smile-and-blink\.mp4$/);
    expect(complaints).toEqual([]);
    await close();
  });
});

const ALL_SHOWN = '[...document.images].filter((each) => each.loading !== "lazy").every((each) => each.complete && each.naturalWidth > 0)';
const allPicturesShown = (page: Page): Promise<unknown> => expect.poll(() => page.evaluate(ALL_SHOWN), { timeout: 30_000 }).toBe(true);

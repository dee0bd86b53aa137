import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium-path.ts';
import { type RunningProgram, startProgram } from '../support/start-program.ts';

/** What is asked of the `video` element; this file runs in Node and knows no types of the browser. */
interface Video {
  readonly muted: boolean;
  readonly loop: boolean;
  readonly playsInline: boolean;
  readonly poster: string;
  readonly paused: boolean;
  readonly currentTime: number;
  readonly duration: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
}

const CLIP_MILLISECONDS = 90_000;
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const reason = !existsSync('dist/main.js')
  ? 'the program is not built (npm run build)'
  : chromiumPath() === undefined
    ? 'there is no Chromium on this machine'
    : undefined;
if (reason !== undefined) console.warn(`SKIPPED: the first page is not tested in a browser, because ${reason}.`);

describe.skipIf(reason !== undefined)('the first page in a real browser', { timeout: CLIP_MILLISECONDS }, () => {
  let program: RunningProgram;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await chromium.launch({
      executablePath: chromiumPath() ?? '',
      args: [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    });
  }, CLIP_MILLISECONDS);

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(program.address);
    await page.getByRole('radio', { name: 'Gentle movement' }).waitFor();
    return page;
  }

  const clipIsReady = (page: Page) => page.getByRole('link', { name: 'Download MP4' }).waitFor({ timeout: CLIP_MILLISECONDS });

  /** What axe has against the page as it stands, one line each. */
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axeSource);
    return page.evaluate<string[]>(`axe.run(document).then(({ violations }) =>
      violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' ')))`);
  }

  it('makes a clip of a demo character that plays as a quiet loop and can be downloaded', async () => {
    const page = await open();
    await page.getByRole('radio', { name: 'Smile and blink' }).check();
    await page.getByRole('radio', { name: '3', exact: true }).check();
    await page.getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('progressbar').waitFor();
    await clipIsReady(page);

    const video = page.locator('video');
    const facts = await video.evaluate((element: Video) => {
      return { muted: element.muted, loop: element.loop, inline: element.playsInline, hasPoster: element.poster !== '' };
    });
    expect(facts).toEqual({ muted: true, loop: true, inline: true, hasPoster: true });
    await expect.poll(() => video.evaluate((element: Video) => element.currentTime)).toBeGreaterThan(0.3);
    const played = await video.evaluate((element: Video) => {
      const { videoWidth, videoHeight, duration } = element;
      return { shortSide: Math.min(videoWidth, videoHeight), duration };
    });
    expect(played.shortSide).toBe(720);
    expect(played.duration).toBeCloseTo(3, 1);

    await page.getByRole('button', { name: 'Pause clip' }).click();
    expect(await video.evaluate((element: Video) => element.paused)).toBe(true);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download MP4' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^[a-z]+-smile-and-blink\.mp4$/);
  });

  it('can be used with the keyboard alone, and never loses the focus', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    await expect.poll(() => focusedName(page)).toBe('picture');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, 'motion');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'Turn to camera' }).isChecked()).toBe(true);
    await tabTo(page, 'seconds');
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, 'animate');
    await page.keyboard.press('Enter');

    await expect.poll(() => focusedName(page)).toBe('progress');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('cancel');
    await clipIsReady(page);
    await expect.poll(() => focusedName(page)).toBe('result');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('download');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('motion');
  });

  it.each(['light', 'dark'] as const)('has nothing that axe objects to, before, during and after a clip (%s)', async (colorScheme) => {
    const page = await open({ colorScheme });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Custom' }).check();
    await page.getByRole('button', { name: /Slowly nodding/ }).click();
    await page.getByText(/^Plays/).waitFor();
    await page.getByRole('radio', { name: '3', exact: true }).check();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('progressbar').waitFor();
    expect(await violations(page)).toEqual([]);
    await clipIsReady(page);
    expect(await violations(page)).toEqual([]);
  });

  it('leaves the clip still for people who asked for less motion, with a button to play it', async () => {
    const page = await open({ reducedMotion: 'reduce', viewport: { width: 320, height: 640 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.getByRole('radio', { name: '3', exact: true }).check();
    await page.getByRole('button', { name: 'Animate' }).click();
    await clipIsReady(page);
    const isPaused = () => page.locator('video').evaluate((element: Video) => element.paused);
    expect(await isPaused()).toBe(true);
    await page.getByRole('button', { name: 'Play clip' }).click();
    await expect.poll(isPaused).toBe(false);
  });

  it('cancels, keeps the picture, and is ready for the next', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('status').filter({ hasText: 'Cancelled. Nothing was kept.' }).waitFor();
    await expect.poll(() => focusedName(page)).toBe('animate');
    expect(await page.getByRole('button', { name: 'Animate' }).isEnabled()).toBe(true);
  });

  it('tells in words why a file cannot be animated', async () => {
    const page = await open();
    const poem = { name: 'poem.png', mimeType: 'image/png', buffer: Buffer.from('Roses are red.') };
    const before = complaints.length;
    await page.setInputFiles('#file', poem);
    await page
      .getByRole('alert')
      .filter({ hasText: /picture/ })
      .waitFor();
    expect(await page.getByRole('button', { name: 'Animate' }).isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    // the browser itself notes every answer of 400 and above
    complaints.splice(before);
  });

  it('goes on with the same clip after it was loaded again', async () => {
    const page = await open();
    await page.getByRole('radio', { name: '3', exact: true }).check();
    await page.getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.reload();
    await clipIsReady(page);
  });

  it('has given the browser nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});

/** What has the focus: its id, or the name of its group of options. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate<string>('(({ id, name, tagName }) => id || name || tagName)(document.activeElement)');
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    if ((await focusedName(page)) === name) return;
  }
  throw new Error(`${name} is not reached with twelve presses of Tab; the focus is at ${await focusedName(page)}`);
}

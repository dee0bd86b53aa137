import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeViolations } from './browser.ts';
import { cacheFolder } from './pictures.ts';
import { SESSION_COOKIE, type WebService } from './web-service.ts';

const DEVICES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
  small: { width: 320, height: 640 },
} as const;
export type Device = keyof typeof DEVICES;

/** A window of somebody who is signed in, and everything that it complained about. */
export interface AppWindow {
  readonly page: Page;
  readonly complaints: string[];
  open(path: string): Promise<void>;
  /** Keeps a picture of the screen in both themes, and gives what axe has against them. */
  look(name: string): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens a window as the owner of `token` sees the app; as nobody, without one. */
export async function openWindow(
  browser: Browser,
  { address }: Pick<WebService, 'address'>,
  { token, device = 'desktop', reducedMotion = 'no-preference', clock = 'test' }: WindowOptions = {},
): Promise<AppWindow> {
  const context = await browser.newContext({ viewport: DEVICES[device], colorScheme: 'light', reducedMotion });
  if (token !== undefined) await context.addCookies([{ name: SESSION_COOKIE, value: token, url: address }]);
  const page = await context.newPage();
  // the clock of the test service stands near here; timers run on
  if (clock === 'test') await page.clock.setFixedTime('2026-11-24T12:01:00Z');
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  // a browser says of every refused request that it failed; what the app makes of it is tested
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return {
    ...{ page, complaints },
    open: async (path) => void (await page.goto(address + path)),
    look: async (name) => {
      const found = (await page.evaluate<string[]>(WORDS_MISSING)).map((key) => `${name}: no words for ${key}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        // what was moving away may be gone before it has arrived
        await page.emulateMedia({ colorScheme });
        await page.evaluate(
          'Promise.all(document.getAnimations().filter((each) => each.effect.getTiming().iterations === 1).map((each) => each.finished.catch(() => undefined)))',
        );
        await page.screenshot({ path: `${cacheFolder('screens')}/${name}-${device}-${colorScheme}.png` });
        // both themes are one page in other colours
        const about = colorScheme === 'light' ? 'everything' : 'colours';
        found.push(...(await axeViolations(page, about)).map((violation) => `${name}, ${colorScheme}: ${violation}`));
      }
      return found;
    },
    close: () => context.close(),
  };
}

/** Waits until a page shows what it has: nothing is a placeholder, and no picture is on its way. */
export const cameToRest = (page: Page): Promise<unknown> =>
  expect.poll(() => page.evaluate(AT_REST), { timeout: 30_000 }).toBe(true);

/** Runs in the page. */
const AT_REST =
  '!document.querySelector(".skeleton") && [...document.images].every((each) => each.loading === "lazy" || each.complete)';

/** Runs in the page: keys that stand where their words should. */
const WORDS_MISSING = `document.body.innerText.split('\\n').filter((line) => /^[a-z][a-z-]*(?:\\.[a-z0-9:-]+)+$/.test(line))`;

export interface WindowOptions {
  readonly token?: string;
  readonly device?: Device;
  /** `real` beside a program that has the real time. */
  readonly clock?: 'test' | 'real';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

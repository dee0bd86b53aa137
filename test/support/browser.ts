import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium-path.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The browser of this machine. Without one nothing of the app is known to work, so its tests fail. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    throw new Error(
      'There is no Chromium on this machine: install it ("apt-get install chromium"), or name one with CHROMIUM_PATH.',
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a page can only break by its colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe has against the page as it stands, or against its colours alone, one line each. */
export async function axeViolations(page: Page, about: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axeSource);
  return page.evaluate<string[]>(`axe.run(document, {
      runOnly: ${JSON.stringify(about === 'everything' ? EVERYTHING : COLOURS)},
    }).then(({ violations }) =>
      violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' ')))`);
}

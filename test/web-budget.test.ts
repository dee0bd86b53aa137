import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join('dist', 'web');

/** What a browser loads for files named in the page and for the page that is opened, and everything that those import at once. */
function firstLoad(route: string): string[] {
  const page = readFileSync(join(FOLDER, 'index.html'), 'utf8');
  const named = Array.from(page.matchAll(/\/assets\/[\w.-]+\.js/g), ([path]) => path.slice('/assets/'.length));
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const text = readFileSync(join(FOLDER, 'assets', name), 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import)"\.\/([\w.-]+\.js)"/g)) load(next as string);
  };
  for (const name of named) load(name);
  // the page that is opened first comes with its own part
  load(readdirSync(join(FOLDER, 'assets')).find((name) => name.startsWith(`${route}-page-`) && name.endsWith('.js')) as string);
  return [...loaded];
}

const kilobytes = (path: string): number => readFileSync(`${path}.br`).length / 1000;

describe('what a phone has to load before it shows anything', () => {
  it('is at most 60 kB of JavaScript and 8 kB of styles, compressed', () => {
    expect(existsSync(FOLDER), 'the web app is not built: npm run build').toBe(true);
    const scripts = firstLoad('chats');
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.reduce((sum, name) => sum + kilobytes(join(FOLDER, 'assets', name)), 0)).toBeLessThanOrEqual(60);
    const styles = readdirSync(join(FOLDER, 'assets')).filter((name) => name.endsWith('.css'));
    expect(styles.reduce((sum, name) => sum + kilobytes(join(FOLDER, 'assets', name)), 0)).toBeLessThanOrEqual(8);
  });

  it.each(['chat', 'character', 'moments', 'notifications', 'wallet', 'settings', 'sign-in', 'operator', 'help', 'refusals'])(
    'is at most 76 kB when one begins at the page %s',
    (route) => {
      const kilobytesOfAll = firstLoad(route).reduce((sum, name) => sum + kilobytes(join(FOLDER, 'assets', name)), 0);
      expect(kilobytesOfAll).toBeLessThanOrEqual(76);
    },
  );
});

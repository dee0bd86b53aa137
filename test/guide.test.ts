import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { animate } from '../src/cli/animate.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const allOf = (text: string, pattern: RegExp): string[] => [...new Set(text.match(pattern))].sort();

const PAGES = ['.', 'docs/guide', 'docs/decisions', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

describe('the guide', () => {
  it.each(PAGES)('%s links only to what is there', (page) => {
    const targets = Array.from(textOf(page).matchAll(/\]\((?!https?:)([^)#]+)/g), ([, target]) => target as string);
    const missing = targets.filter((target) => !existsSync(join(root, dirname(page), target)));
    expect(missing).toEqual([]);
  });

  it('explains every setting and no other', () => {
    const setting = /\b(?:(?:REVERIE|STRIPE)_[A-Z]+(?:_[A-Z]+)*|DATABASE_URL)\b/g;
    const tables = readdirSync(join(root, 'src', 'config')).filter((name) => !name.endsWith('.test.ts'));
    const read = tables.map((name) => textOf(`src/config/${name}`)).join('\n');
    expect(allOf(textOf('docs/guide/configuration.md'), setting)).toEqual(allOf(read, setting));
  });

  it('explains every option of reverie animate and no other', () => {
    const chapter = textOf('docs/guide/command-line.md').split('## reverie ')[1] as string;
    const option = /--[a-z]+/g;
    expect(allOf(chapter, option)).toEqual(allOf(animate.help, option).filter((name) => name !== '--help'));
  });
});

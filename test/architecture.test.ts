import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What each part of `src/` may import besides itself. A part that is not listed here is a violation itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  app: ['domain'],
  animator: ['domain'],
  'engines/local': ['domain', 'app', 'animator'],
  media: ['domain', 'app'],
  demo: ['domain', 'app'],
  http: ['domain', 'app'],
  // composition roots know everything
  cli: ['domain', 'app', 'engines/local', 'media', 'demo', 'http', 'config', 'cli'],
  'cli.ts': ['domain', 'app', 'engines/local', 'media', 'demo', 'http', 'config', 'cli'],
  'main.ts': ['domain', 'app', 'engines/local', 'media', 'demo', 'http', 'config'],
  'config.ts': [],
};

/** Parts that are told everything they need: no files, no network, no clock, no dice. */
const PURE = ['domain', 'animator'];
const IMPURE = /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval|fetch\(|process\.)/;
const PACKAGES_IN_PURE_PARTS = /^[^.]/;

interface SourceFile {
  /** Below `src/`, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

function sourceFiles(): SourceFile[] {
  const folder = join(root, 'src');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.endsWith('.test.ts') && !path.includes('/assembly/'))
    .map((path) => ({ path: relative(folder, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:from\s+|import\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm);
  return Array.from(found, ([, specifier]) => specifier as string);
}

function partOf(path: string): string {
  const known = Object.keys(MAY_IMPORT).filter((part) => path === part || path.startsWith(`${part}/`));
  return known.sort((a, b) => b.length - a.length)[0] ?? path;
}

function violationsOf({ path, text }: SourceFile): string[] {
  const part = partOf(path);
  const allowed = MAY_IMPORT[part];
  if (allowed === undefined) return [`${path} belongs to no part that is listed`];
  const violations = importsOf(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const impure = PURE.includes(part) && PACKAGES_IN_PURE_PARTS.test(specifier);
      return impure ? [`${path} imports ${specifier}, but ${part} is pure`] : [];
    }
    const target = partOf(posix.normalize(posix.join(posix.dirname(path), specifier)));
    const isAllowed = target === part || allowed.includes(target) || allowed.includes(target.replace(/\.ts$/, ''));
    return isAllowed ? [] : [`${path} imports ${specifier}: ${part} may not know ${target}`];
  });
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const impure = PURE.includes(part) ? IMPURE.exec(withoutComments) : null;
  return impure === null ? violations : [...violations, `${path} uses ${impure[0]}, but ${part} is pure`];
}

describe('the house', () => {
  it('has no part that knows more than it may', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(80);
    expect(files.flatMap(violationsOf)).toEqual([]);
  });

  it.each([
    ['domain/clip/planted.ts', "import { readFileSync } from 'node:fs';", 'domain is pure'],
    ['domain/clip/planted.ts', "import { animatePicture } from '../../app/animate-picture.ts';", 'domain may not know app'],
    ['domain/clip/planted.ts', 'export const now = Date.now();', 'uses Date.now'],
    ['animator/planted.ts', "import sharp from 'sharp';", 'animator is pure'],
    ['animator/planted.ts', 'const dice = Math.random();', 'uses Math.random'],
    ['app/planted.ts', "export { createClipWriter } from '../media/write-clip.ts';", 'app may not know media'],
    ['media/planted.ts', "import { createLocalAnimator } from '../engines/local/local-animator.ts';", 'media may not know engines/local'],
    ['http/planted.ts', "const writer = await import('../media/write-clip.ts');", 'http may not know media'],
    ['media/planted.ts', "import '../animator/plane.ts';", 'media may not know animator'],
    ['elsewhere/planted.ts', '', 'belongs to no part'],
  ])('reports a violation planted in %s: %s', (path, text, complaint) => {
    expect(violationsOf({ path, text }).join()).toContain(complaint);
  });

  it('does not mistake comments for code', () => {
    expect(violationsOf({ path: 'domain/x.ts', text: '// Math.random is not used here\nexport const x = 1;' })).toEqual([]);
  });
});

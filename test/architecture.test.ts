import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What each part of `src/`, the app in `web/` and the client in `packages/`, may import besides itself. A part that is not listed here is a violation itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  app: ['domain'],
  animator: ['domain'],
  neural: [],
  'engines/local': ['domain', 'app', 'animator', 'neural'],
  media: ['domain', 'app'],
  demo: ['domain', 'app'],
  'engines/seedance': ['domain', 'app', 'engines/http'],
  'engines/fal': ['domain', 'app', 'engines/http'],
  'engines/replicate': ['domain', 'app', 'engines/http'],
  'engines/comfyui': ['domain', 'app', 'engines/http'],
  // what engines behind somebody's HTTP API have in common
  'engines/http': ['domain', 'app'],
  storage: ['domain', 'app'],
  push: ['domain', 'app'],
  db: ['domain', 'app'],
  queue: ['domain', 'app'],
  safety: ['domain', 'app', 'neural'],
  identity: ['domain', 'app'],
  billing: ['domain', 'app'],
  ops: ['domain', 'app'],
  voices: ['domain', 'app'],
  http: ['domain', 'app'],
  // composition roots know everything
  cli: ['domain', 'app', 'engines/local', 'media', 'composition', 'packages/client', 'config'],
  'cli.ts': ['domain', 'app', 'engines/local', 'media', 'cli', 'composition', 'config'],
  composition: [
    ...['domain', 'app', 'engines/local', 'engines/http', 'engines/seedance', 'engines/fal', 'engines/replicate', 'engines/comfyui'],
    ...['media', 'demo', 'storage', 'db', 'queue', 'safety', 'identity', 'billing', 'push', 'ops', 'voices', 'http', 'config'],
  ],
  'main.ts': ['composition'],
  config: [],
  // the app knows the server by its client alone
  web: ['packages/client'],
  'web/vite.config.ts': [],
  'packages/client': [],
};

/** Parts that are told everything they need: no files, no network, no clock, no dice. */
const PURE = ['domain', 'animator', 'neural'];
const IMPURE = /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval|fetch\(|process\.)/;
/** Parts that import no package and nothing of Node, or only some: each one that the app takes in has to be loaded by phones. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries([...PURE, 'packages/client'].map((part) => [part, /^$/])),
  web: /^(?:react|react-dom\/client|@tanstack\/react-(?:query|router|virtual)|@reverie-motion\/client)$/,
};

interface SourceFile {
  /** Below `src/`, or from `web/` or `packages/` on, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

function sourceFiles(): SourceFile[] {
  return [
    ...typeScriptBelow(join(root, 'src'), join(root, 'src')),
    ...['web', 'packages'].flatMap((folder) => typeScriptBelow(join(root, folder), root)),
  ];
}

function typeScriptBelow(folder: string, namedFrom: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ path: relative(namedFrom, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .filter(({ path }) => !path.endsWith('.test.ts') && !/\/assembly\/|node_modules/.test(path));
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
  const imports = importsOf(text).flatMap((specifier) => {
    if (specifier === '#client') return allowed.includes('packages/client') ? [] : [`${path} may not know packages/client`];
    if (!specifier.startsWith('.')) {
      const known = PACKAGES[part]?.test(specifier) ?? true;
      return known ? [] : [`${path} imports ${specifier}: ${part} imports no packages like that`];
    }
    const target = partOf(posix.normalize(posix.join(posix.dirname(path), specifier)));
    return target === part || allowed.includes(target) ? [] : [`${path} imports ${specifier}: ${part} may not know ${target}`];
  });
  return [...imports, ...impurityOf(path, part, text)];
}

function impurityOf(path: string, part: string, text: string): string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const impure = PURE.includes(part) ? IMPURE.exec(withoutComments) : null;
  return impure === null ? [] : [`${path} uses ${impure[0]}, but ${part} is pure`];
}

describe('the house', () => {
  it('has no part that knows more than it may', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(80);
    expect(files.flatMap(violationsOf)).toEqual([]);
  });

  it.each([
    ['domain/clip/planted.ts', "import { readFileSync } from 'node:fs';", 'domain imports no packages'],
    ['domain/clip/planted.ts', "import { animatePicture } from '../../app/animate-picture.ts';", 'domain may not know app'],
    ['domain/clip/planted.ts', 'export const now = Date.now();', 'uses Date.now'],
    ['animator/planted.ts', "import sharp from 'sharp';", 'animator imports no packages'],
    ['animator/planted.ts', "export * from 'node:fs';", 'animator imports no packages'],
    ['animator/planted.ts', 'const dice = Math.random();', 'uses Math.random'],
    ['app/planted.ts', "export { createClipWriter } from '../media/write-clip.ts';", 'app may not know media'],
    ['media/planted.ts', "import { createLocalAnimator } from '../engines/local/local-animator.ts';", 'media may not know engines/local'],
    ['http/planted.ts', "const writer = await import('../media/write-clip.ts');", 'http may not know media'],
    ['media/planted.ts', "import '../animator/plane.ts';", 'media may not know animator'],
    ['http/planted.ts', "import { plane } from '../animator/plane.ts';", 'http may not know animator'],
    ['http/planted.ts', "import { createReverieClient } from '#client';", 'may not know packages/client'],
    ['cli/planted.ts', "import { plane } from '../animator/plane.ts';", 'cli may not know animator'],
    ['app/planted.ts', "import type { Config } from '../config/config.ts';", 'app may not know config'],
    ['app/planted.ts', "type Writer = import('../media/write-clip.ts').ClipWriterOptions;", 'app may not know media'],
    ['web/planted.ts', "import { MOTIONS } from '../src/domain/motion/presets.ts';", 'web may not know src/domain'],
    ['web/planted.tsx', "import { z } from 'zod';", 'web imports no packages'],
    ['packages/client/src/planted.ts', "import { z } from 'zod';", 'packages/client imports no packages'],
    ['packages/client/src/planted.ts', "import '../../../src/domain/motion/presets.ts';", 'may not know src/domain'],
    ['elsewhere/planted.ts', '', 'belongs to no part'],
  ])('reports a violation planted in %s: %s', (path, text, complaint) => {
    expect(violationsOf({ path, text }).join()).toContain(complaint);
  });

  it('does not mistake comments for code', () => {
    expect(violationsOf({ path: 'domain/x.ts', text: '// Math.random is not used here\nexport const x = 1;' })).toEqual([]);
  });
});

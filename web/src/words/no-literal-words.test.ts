import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import first from './en.json';
import later from './en.later.json';

const SOURCES = join(import.meta.dirname, '..');
/** Attributes that people read or hear. */
const SPOKEN = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label', 'aria-description', 'aria-valuetext']);
const HAS_WORDS = /\p{Letter}{2,}/u;

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
);

function visit(name: string, see: (node: ts.Node) => void): void {
  const text = readFileSync(join(SOURCES, name), 'utf8');
  const walk = (node: ts.Node): void => {
    see(node);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
}

it('no component has words of its own: every sentence is in the files of words', () => {
  const found: string[] = [];
  for (const name of files) {
    visit(name, (node) => {
      if (ts.isJsxText(node) && HAS_WORDS.test(node.text)) found.push(`${name}: ${node.text.trim()}`);
      if (!ts.isJsxAttribute(node) || !SPOKEN.has(node.name.getText())) return;
      const value = node.initializer;
      if (value && ts.isStringLiteral(value) && HAS_WORDS.test(value.text)) found.push(`${name}: ${node.getText()}`);
    });
  }
  expect(found).toEqual([]);
});

it('every word of the files is used, and pages other than the first bring theirs along', () => {
  const named = new Set<string>();
  for (const name of files) {
    visit(name, (node) => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) named.add(node.text);
      // t(`gallery.tab.${tab}`) names all that begin so
      if (ts.isTemplateExpression(node)) named.add(`${node.head.text}*`);
    });
  }
  const starts = [...named].filter((key) => key.endsWith('*') && key.includes('.')).map((key) => key.slice(0, -1));
  const isUsed = (key: string): boolean => named.has(key) || starts.some((start) => start !== '' && key.startsWith(start));
  expect(Object.keys({ ...first, ...later }).filter((key) => !isUsed(key))).toEqual([]);
  expect(Object.keys(first).filter((key) => key in later)).toEqual([]);
});

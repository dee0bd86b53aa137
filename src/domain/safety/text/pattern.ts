import { fold } from './fold.ts';
import type { Token } from './tokens.ts';

/**
 * A phrase as the word tables write it. Words stand beside each other; `a/b` is a choice; `stem*` any ending, `*stem` any
 * beginning; `..` up to four words in between; `#` the beginning or end of a phrase; `<18` a number below 18 that could be an
 * age; `A` a capitalised name as it was typed. `~` before the phrase: only where the text is in the table's own language.
 */
export interface Pattern {
  readonly elements: readonly Element[];
  /** Means something harmless in another language. */
  readonly needsLanguage: boolean;
  /** Keys of the first word under which an index may file it, see `keyOf`. */
  readonly firstKeys: readonly string[];
}

type Element = { readonly kind: 'word'; readonly test: (token: Token) => boolean } | { readonly kind: 'gap' };

const LONGEST_GAP_WORDS = 4;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}ー]/u;
/** Filed here: what can begin with anything. */
export const ANY_KEY = '';

const KEY_LENGTH = 2;

/** Words are filed under their first two letters, shorter ones under themselves. */
export function keyOf(form: string): string {
  return form.slice(0, KEY_LENGTH);
}

export function parsePattern(source: string): Pattern {
  const needsLanguage = source.startsWith('~');
  const words = source
    .slice(needsLanguage ? 1 : 0)
    .trim()
    .split(/\s+/)
    .flatMap(apart);
  return { elements: words.map(elementOf), needsLanguage, firstKeys: keysOf(words[0] as string) };
}

/** `脱衣` is two tokens. */
function apart(word: string): string[] {
  const folded = fold(word.normalize('NFKC'));
  if (!UNSPACED.test(folded)) return [word];
  // marks of Thai belong to the letter before them, `*` has no meaning between characters
  return Array.from(folded.replaceAll('*', '').matchAll(/\P{M}\p{M}*/gu), ([character]) => character);
}

function elementOf(word: string): Element {
  if (word === '..') return { kind: 'gap' };
  if (word === '<18') return { kind: 'word', test: isChildsAge };
  if (word === 'A') return { kind: 'word', test: ({ written }) => /^\p{Lu}\p{Ll}/u.test(written) };
  const tests = word.split('/').map(testOf);
  return { kind: 'word', test: ({ forms }) => forms.some((form) => tests.some((test) => test(form))) };
}

function isChildsAge({ forms }: Token): boolean {
  return forms.some((form) => /^\d{1,2}$/.test(form) && Number(form) < 18);
}

function testOf(choice: string): (form: string) => boolean {
  const open = { start: choice.startsWith('*'), end: choice.endsWith('*') };
  const word = fold(choice.replaceAll('*', '').normalize('NFKC'));
  if (open.start && open.end) return (form) => form.includes(word);
  if (open.start) return (form) => form.endsWith(word);
  return open.end ? (form) => form.startsWith(word) : (form) => form === word;
}

function keysOf(word: string): readonly string[] {
  if (word === '<18' || word === 'A') return [ANY_KEY];
  return [...new Set(word.split('/').map(keyOfChoice))];
}

/** A beginning that is shorter than a key may go on with anything. */
function keyOfChoice(choice: string): string {
  const stem = fold(choice.replace(/\*$/, '').normalize('NFKC'));
  const isOpen = choice.startsWith('*') || (choice.endsWith('*') && stem.length < KEY_LENGTH);
  return isOpen ? ANY_KEY : keyOf(stem);
}

/** The index after the last token of the phrase when it begins at `start`, the nearest way; `undefined` when it does not. */
export function matchAt(
  elements: readonly Element[],
  tokens: readonly Token[],
  start: number,
  from = 0,
): number | undefined {
  let index = start;
  for (let place = from; place < elements.length; place++) {
    const element = elements[place] as Element;
    if (element.kind === 'gap') return matchAfterGap(elements, tokens, index, place + 1);
    const token = tokens[index];
    if (token === undefined || !element.test(token)) return undefined;
    index++;
  }
  return index;
}

function matchAfterGap(
  elements: readonly Element[],
  tokens: readonly Token[],
  index: number,
  place: number,
): number | undefined {
  for (let skipped = 0; skipped <= LONGEST_GAP_WORDS; skipped++) {
    const end = matchAt(elements, tokens, index + skipped, place);
    if (end !== undefined) return end;
    if (tokens[index + skipped]?.forms[0] === '#') return undefined;
  }
  return undefined;
}

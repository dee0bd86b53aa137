import type { Words } from './custom-vocabulary.ts';

/** A place in a text. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
/** Scripts that write words without spaces between them: there a word is found anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const compiled = new Map<Words, RegExp>();

/** All places where one of the words stands, longest first at the same place. The text is lower case already. */
export function findWords(words: Words, text: string): Found[] {
  const pattern = compiled.get(words) ?? compile(words);
  compiled.set(words, pattern);
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

function compile(words: Words): RegExp {
  const alternatives = words.split('|').sort((a, b) => b.length - a.length);
  return new RegExp(alternatives.map(patternOf).join('|'), 'gu');
}

/** ` * ` inside a phrase is one optional short word (a possessive, an article); `*` at the end is any ending. */
function patternOf(words: string): string {
  const open = words.endsWith('*');
  const stem = (open ? words.slice(0, -1) : words)
    .split(' ')
    .map((part) => (part === '*' ? `(?:${LETTER}{1,6} )?` : `${stemPattern(part)} `))
    .join('')
    .trimEnd();
  if (UNSPACED.test(words)) return stem;
  return `(?<!${LETTER})${stem}${open ? `${LETTER}*` : ''}(?!${LETTER})`;
}

/** A star inside a phrase's word ("rais* * brow") is any ending of that word. */
function stemPattern(part: string): string {
  return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*$/, `${LETTER}*`);
}

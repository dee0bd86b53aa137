import { DISGUISED_WORDS } from './disguised-words.ts';
import { fold } from './fold.ts';
import { CONFUSABLES, LEET } from './lookalikes.ts';
import type { TextFlag } from './text-finding.ts';
import { type Token, type TokenizedText, tokenize } from './tokens.ts';

/** Shorter words are too near to ordinary ones to be looked for in other shapes. */
const SHORTEST_SCRAMBLED = 5;
/** Most pieces that one word is cut into by spaces or hyphens; single letters are another matter. */
const MOST_PIECES = 4;
const REVERSAL = /\b(?:revers|backward|mirror|flip|spell)/i;

/**
 * The tokens of a text, each with what it may be a disguise of: `n.a.k.e.d`, `nak3d`, `n*ked`, `nnnakedd`, `na-ked`, `naekd`.
 * A disguise is believed of a few strong words only, except for digits inside words, which are read as letters everywhere.
 */
export function readTokens(text: string): TokenizedText {
  const { tokens, flags: seen } = tokenize(text);
  const flags = new Set(seen);
  const mayBeReversed = seen.has('direction-marks') || REVERSAL.test(text);
  const single = tokens.map((token) => withForms(token, disguisesOf(token, mayBeReversed, flags)));
  const joined = joinPieces(joinLetters(single, flags), flags);
  return { tokens: joined, flags };
}

function withForms(token: Token, more: readonly string[]): Token {
  return more.length === 0 ? token : { ...token, forms: [...new Set([...token.forms, ...more])] };
}

type Undo = (word: string) => readonly string[];

/** How a single word is disguised. `believed`: also when the result is no strong word. */
const DISGUISES: readonly { readonly flag: TextFlag; readonly undo: Undo; readonly believed: boolean }[] = [
  { flag: 'digits-for-letters', undo: withoutDigits, believed: true },
  { flag: 'masked-letters', undo: unmasked, believed: false },
  { flag: 'stretched-letters', undo: unstretched, believed: false },
  { flag: 'scrambled-letters', undo: unscrambled, believed: false },
  { flag: 'mixed-scripts', undo: (word) => [latinOf(word)], believed: false },
];

function disguisesOf(token: Token, mayBeReversed: boolean, flags: Set<TextFlag>): string[] {
  const found: string[] = [];
  for (const { flag, undo, believed } of DISGUISES) {
    const words = token.forms
      .flatMap((form) => undo(form))
      .filter((word) => !token.forms.includes(word) && (believed || DISGUISED_WORDS.has(word)));
    if (words.length > 0) flags.add(flag);
    found.push(...words);
  }
  if (mayBeReversed) found.push(...token.forms.map(reversed).filter((word) => DISGUISED_WORDS.has(word)));
  return found;
}

const reversed = (word: string): string => Array.from(word).reverse().join('');
const latinOf = (word: string): string => Array.from(word, (letter) => CONFUSABLES.get(letter) ?? letter).join('');

/** "4k" and "2nd" become nonsense that no table holds, so they do no harm. */
function withoutDigits(word: string): string[] {
  if (!/\p{L}/u.test(word) || !/[\d@$€£!|+¢©]/.test(word)) return [];
  const letters = (one: string): string =>
    Array.from(word, (sign) => (sign === '1' ? one : (LEET.get(sign) ?? sign))).join('');
  return [letters('i'), letters('l')].flatMap((plain) => [plain, ...unstretched(plain)]);
}

function unmasked(word: string): string[] {
  if (!/\p{L}\*+\p{L}/u.test(word)) return [];
  const shape = new RegExp(`^${word.replace(/[^\p{L}\p{N}*]/gu, '').replace(/\*+/g, '[a-z]{1,4}')}$`, 'u');
  return [...DISGUISED_WORDS].filter((strong) => shape.test(strong));
}

function unstretched(word: string): string[] {
  if (!/(.)\1\1/u.test(word)) return [];
  const singly = word.replace(/(.)\1+/gu, '$1');
  return [word.replace(/(.)\1\1+/gu, '$1'), word.replace(/(.)\1\1+/gu, '$1$1'), singly];
}

/** Two neighbours swapped ("naekd"). A letter left out or replaced is not looked for: "ripples" is an ordinary word. */
function unscrambled(word: string): string[] {
  if (word.length < SHORTEST_SCRAMBLED || !/^[a-z]+$/.test(word) || DISGUISED_WORDS.has(word)) return [];
  return Array.from(
    { length: word.length - 1 },
    (_, index) => word.slice(0, index) + word[index + 1] + word[index] + word.slice(index + 2),
  );
}

/** Three or more single letters in a row are read as words, a wider gap being the space between them. */
function joinLetters(tokens: readonly Token[], flags: Set<TextFlag>): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const run = lettersFrom(tokens, index);
    if (run.length < 3) {
      result.push(tokens[index] as Token);
      index++;
      continue;
    }
    flags.add('spaced-letters');
    result.push(...wordsOfLetters(run));
    index += lengthWithBreaks(tokens, index, run.length);
  }
  return result;
}

const isLetter = ({ forms }: Token): boolean =>
  forms.some((form) => /^\p{L}$/u.test(form)) && !isUnspacedLetter(forms[0] as string);
const isUnspacedLetter = (form: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(form);
/** "n.a.k.e.d": a full stop between single letters ends nothing. */
const isBreak = ({ forms }: Token): boolean => forms[0] === '#';

function lettersFrom(tokens: readonly Token[], start: number): Token[] {
  const letters: Token[] = [];
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (isLetter(token)) letters.push(token);
    else if (!(isBreak(token) && letters.length > 0 && isLetter(tokens[index + 1] ?? token))) break;
  }
  return letters;
}

function lengthWithBreaks(tokens: readonly Token[], start: number, letters: number): number {
  let index = start;
  for (let seen = 0; seen < letters; index++) if (isLetter(tokens[index] as Token)) seen++;
  return index - start;
}

function wordsOfLetters(run: readonly Token[]): Token[] {
  const words: Token[][] = [];
  for (const [index, letter] of run.entries()) {
    if (index === 0 || /\s{2,}/.test(letter.gap)) words.push([]);
    words.at(-1)?.push(letter);
  }
  return words.map((letters) => {
    const word = letters.map(({ forms }) => forms.find((form) => /^\p{L}$/u.test(form)) ?? forms[0]).join('');
    const strong = [...DISGUISED_WORDS].filter((inside) => inside.length >= 3 && word.includes(inside));
    const first = letters[0] as Token;
    return { ...first, forms: [word, ...unstretched(word), ...(word.length > 6 ? strong : [])] };
  });
}

/** "na-ked", "un dress": neighbours that are a strong word together, and ordinary words are not all they are. */
function joinPieces(tokens: readonly Token[], flags: Set<TextFlag>): Token[] {
  return tokens.map((token, index) => {
    const strong = piecesFrom(tokens, index);
    if (strong === undefined) return token;
    flags.add('spaced-letters');
    return withForms(token, [strong]);
  });
}

function piecesFrom(tokens: readonly Token[], start: number): string | undefined {
  let word = '';
  for (let index = start; index < Math.min(tokens.length, start + MOST_PIECES); index++) {
    const { forms, gap } = tokens[index] as Token;
    const isTight = gap !== '' && !/\s/.test(gap);
    word += forms[0];
    if (index === start) continue;
    if (DISGUISED_WORDS.has(word) && (isTight || !tokens.slice(start, index + 1).every(isOrdinary))) return word;
  }
  return undefined;
}

/** Short words that stand beside others by chance: "the pen is", "as sex ..." are no disguises. */
const ORDINARY = new Set(
  fold(
    'a an the in on is it as at or and to be by he me my us we so no not do go up of off if am pen her his their with under over top less out cut ' +
      'strip strips hand job head sex por no para las los die der sie un une le la de des du en il el al',
  ).split(' '),
);

const isOrdinary = ({ forms }: Token): boolean => ORDINARY.has(forms[0] as string);

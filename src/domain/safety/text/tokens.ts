import { fold } from './fold.ts';
import { CONFUSABLES, LETTERLIKE, letterOfEnclosed } from './lookalikes.ts';
import type { TextFlag } from './text-finding.ts';

/** A word of a spaced script, one character of an unspaced one, or `#` where a phrase ends. */
export interface Token {
  /** What the word may be: as written first, then what it may be a disguise of. All folded. */
  readonly forms: readonly string[];
  /** Place in the text, in words: a character of an unspaced script counts half, the end of a sentence two. */
  readonly at: number;
  /** As typed, for names. */
  readonly written: string;
  /** What stands between it and the token before. */
  readonly gap: string;
}

/** Characters that are not seen: joiners, direction marks, variation selectors, tags. Scripts of India and Persia need some. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const HIDDEN_INSIDE_WORDS =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]\p{Default_Ignorable_Code_Point}+\p{L}/u;
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/u;

/** Every character is a token where words are not set apart. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** Signs count as letters when letters stand on both sides: `undr€sses`, `n*ked`. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[@$€£!|+*¢©]+[\p{L}\p{M}\p{N}]+)*|[@$€£][\p{L}\p{M}\p{N}]+|[🍆🍑💦🔞🖕]/gu;
const SENTENCE_END = /[!?;\n。！？；…۔؟।]|[.:](?:\s|$)/u;
const PHRASE_END = /[,、，،(){}[\]"“”«»–—]/u;

export interface TokenizedText {
  readonly tokens: readonly Token[];
  readonly flags: ReadonlySet<TextFlag>;
}

/** Cuts a text into tokens, undoing what only hides words from machines, and notes what was undone. */
export function tokenize(text: string): TokenizedText {
  const flags = new Set<TextFlag>();
  const plain = plainText(text, flags);
  const tokens: Token[] = [];
  let at = 0;
  let last = 0;
  for (const match of plain.matchAll(WORD)) {
    const gap = plain.slice(last, match.index);
    const pause = pauseOf(gap);
    at += pause;
    if (pause > 0) tokens.push(boundaryAt(at));
    for (const [index, written] of partsOf(match[0]).entries()) {
      at += isUnspaced(written) ? 0.5 : 1;
      tokens.push({ forms: formsOf(written, flags), at, written, gap: index === 0 ? gap : '' });
    }
    last = match.index + match[0].length;
  }
  return { tokens: [boundaryAt(0), ...tokens, boundaryAt(at + 1)], flags };
}

const boundaryAt = (at: number): Token => ({ forms: ['#'], at, written: '#', gap: '' });

const isUnspaced = (written: string): boolean => UNSPACED.test(written);

function plainText(text: string, flags: Set<TextFlag>): string {
  if (HIDDEN_INSIDE_WORDS.test(text)) flags.add('invisible-characters');
  if (DIRECTION_OVERRIDES.test(text)) flags.add('direction-marks');
  const visible = text.replace(INVISIBLE, '').normalize('NFKC');
  return Array.from(visible, (character) => {
    const letter = LETTERLIKE.get(character) ?? letterOfEnclosed(character);
    if (letter !== undefined) flags.add('letter-lookalikes');
    return letter ?? character;
  }).join('');
}

function pauseOf(gap: string): number {
  if (SENTENCE_END.test(gap)) return 2;
  return PHRASE_END.test(gap) ? 1 : 0;
}

/** `全裸 pose` is one match of three tokens. */
function partsOf(word: string): string[] {
  if (!isUnspaced(word)) return [word];
  return Array.from(
    word.matchAll(new RegExp(`${UNSPACED.source}\\p{M}*|(?:(?!${UNSPACED.source}).)+`, 'gu')),
    ([part]) => part,
  );
}

/** A word of two scripts is read in Latin letters too; accents on what they have no business on fall with folding. */
function formsOf(written: string, flags: Set<TextFlag>): string[] {
  const folded = fold(written);
  const latin = Array.from(folded, (letter) => CONFUSABLES.get(letter) ?? letter).join('');
  const isMixed =
    latin !== folded && /\p{Script=Latin}/u.test(folded) && /^[\p{Script=Latin}\p{M}\p{N}\P{L}]+$/u.test(latin);
  if (!isMixed) return [folded];
  flags.add('mixed-scripts');
  return [folded, latin];
}

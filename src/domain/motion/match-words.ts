import { DICTIONARY, LONGEST_PHRASE_WORDS, type Word } from './english-words.ts';
import type { Entry } from './motion-dictionary.ts';

/** A phrase of the dictionary in a clause. */
export interface Match {
  readonly entry: Entry;
  /** Place among the words that are no adverbs: neighbours differ by the length of the phrase. */
  readonly index: number;
  /** Which part of the clause it stands in; every "with" begins a new one. */
  readonly scope: number;
  /** True after a "not", up to the next "with". */
  readonly isDenied: boolean;
  readonly start: number;
  readonly end: number;
}

export interface MatchedWords {
  readonly matches: readonly Match[];
  /** Words that the dictionary does not have. */
  readonly unknownCount: number;
}

/** Words that may stand beside a direction or an adverb without meaning anything of their own. */
const SMALL_WORDS = new Set(
  'back again in out over too more still way give gives giving make makes let have has start starts keep please warm kind sweet'.split(
    ' ',
  ),
);

/** An adverb, a side, a "with" or a "not", and before which of the other words it stands. */
interface Mark {
  readonly entry: Entry;
  readonly at: number;
  readonly word: Word;
}

/** Marks are taken out first, so that "raises the left eyebrow" and "closes slowly her eyes" are still found as phrases. */
export function matchWords(words: readonly Word[]): MatchedWords {
  const { marks, rest } = withoutMarks(words);
  const matches = marks.map((mark, order): Match => {
    const { start, end } = mark.word;
    return { entry: mark.entry, index: -1, ...contextOf(marks.slice(0, order)), start, end };
  });
  let unknownCount = 0;
  for (let index = 0; index < rest.length; ) {
    const { entry, length } = longestAt(rest, index);
    const [first, last] = [rest[index] as Word, rest[index + length - 1] as Word];
    const context = contextOf(marks.filter(({ at }) => at <= index));
    if (entry !== undefined) matches.push({ entry, index, ...context, start: first.start, end: last.end });
    else if (!SMALL_WORDS.has(first.base)) unknownCount++;
    index += length;
  }
  return { matches, unknownCount };
}

function withoutMarks(words: readonly Word[]): { readonly marks: readonly Mark[]; readonly rest: readonly Word[] } {
  const marks: Mark[] = [];
  const rest: Word[] = [];
  for (let index = 0; index < words.length; ) {
    const { entry, length } = longestAt(words, index);
    const word = words[index] as Word;
    if (entry !== undefined && isMark(entry, length, word.base)) marks.push({ entry, at: rest.length, word });
    else rest.push(...words.slice(index, index + length));
    index += length;
  }
  return { marks, rest };
}

function isMark({ kind }: Entry, length: number, base: string): boolean {
  return (
    kind === 'modifier' || kind === 'with' || kind === 'not' || (length === 1 && (base === 'left' || base === 'right'))
  );
}

function contextOf(before: readonly Mark[]): Pick<Match, 'scope' | 'isDenied'> {
  const scopes = before.map(({ entry }) => entry.kind).filter((kind) => kind === 'with' || kind === 'not');
  return { scope: scopes.filter((kind) => kind === 'with').length, isDenied: scopes.at(-1) === 'not' };
}

/** The longest phrase that begins at a word; one word without an entry when there is none. */
function longestAt(
  words: readonly Word[],
  index: number,
): { readonly entry: Entry | undefined; readonly length: number } {
  for (let length = Math.min(LONGEST_PHRASE_WORDS, words.length - index); length > 0; length--) {
    const phrase = words.slice(index, index + length).map(({ base }) => base);
    const entry = DICTIONARY.get(phrase.join(' '));
    if (entry !== undefined) return { entry, length };
  }
  return { entry: undefined, length: 1 };
}

import type { Clause, Conjunctions } from './clauses.ts';
import type { Word } from './english-words.ts';

/** The core words of one language. */
export interface Vocabulary {
  readonly conjunctions: Conjunctions;
  /** True for scripts without spaces, or with prefixes: stems are found inside words too. */
  readonly isUnspaced?: boolean;
  /**
   * Base forms of the English dictionary -> stems, alternatives separated by `|`. A stem stands for every word that begins
   * with it, with `$` for that word alone; several stems must all be in the clause.
   */
  readonly stems: Readonly<Record<string, string>>;
}

interface Translation {
  readonly english: string;
  readonly patterns: readonly RegExp[];
}

const compiled = new WeakMap<Vocabulary['stems'], readonly Translation[]>();

/** The words of a clause that are known, as base forms of English in the order in which they stand. */
export function translated(clause: Clause, vocabulary: Omit<Vocabulary, 'conjunctions'>): Word[] {
  const found = foundIn(clause.text, vocabulary);
  const { start, end } = clause;
  const words = found.flatMap(({ english }) => english.split(' ').map((base) => ({ base, start, end })));
  return words.length > 0 ? words : [{ base: '?', start, end }];
}

/** How many stems of a language stand in a text. */
export function countStems(text: string, vocabulary: Omit<Vocabulary, 'conjunctions'>): number {
  return foundIn(text, vocabulary).reduce((sum, { stemCount }) => sum + stemCount, 0);
}

/** The most specific translations first; a word serves one of them only. */
function foundIn(
  text: string,
  { stems, isUnspaced }: Omit<Vocabulary, 'conjunctions'>,
): { english: string; at: number; stemCount: number }[] {
  let rest = folded(text);
  const found: { english: string; at: number; stemCount: number }[] = [];
  for (const { english, patterns } of translationsOf(stems, isUnspaced === true)) {
    const places = patterns.map((pattern) => pattern.exec(rest));
    const at = places[0]?.index;
    if (at === undefined || places.some((place) => place === null)) continue;
    for (const place of places) rest = blanked(rest, place);
    found.push({ english, at, stemCount: patterns.length });
  }
  // a denial comes before what it denies, wherever the language puts it
  return found.sort(
    (one, other) => Number(other.english === 'not') - Number(one.english === 'not') || one.at - other.at,
  );
}

function blanked(text: string, place: RegExpExecArray | null): string {
  if (place === null) return text;
  return text.slice(0, place.index) + '\u0000'.repeat(place[0].length) + text.slice(place.index + place[0].length);
}

function translationsOf(stems: Vocabulary['stems'], isUnspaced: boolean): readonly Translation[] {
  const known = compiled.get(stems);
  if (known !== undefined) return known;
  const rows = Object.entries(stems).flatMap(([english, alternatives]) =>
    alternatives.split('|').map((words) => ({ english, words: folded(words) })),
  );
  const specificFirst = rows.sort(
    (one, other) => stemCount(other.words) - stemCount(one.words) || other.words.length - one.words.length,
  );
  const translations = specificFirst.map(({ english, words }) => ({
    english,
    patterns: words.split(' ').map((stem) => patternOf(stem, isUnspaced)),
  }));
  compiled.set(stems, translations);
  return translations;
}

const stemCount = (words: string): number => words.split(' ').length;

function patternOf(stem: string, isUnspaced: boolean): RegExp {
  if (isUnspaced) return new RegExp(stem, 'u');
  const ending = stem.endsWith('$') ? '(?![\\p{L}])' : '[\\p{L}]*';
  return new RegExp(`(?<![\\p{L}])${stem.replace('$', '')}${ending}`, 'u');
}

/** Lower case without the accents of Latin, Greek and Cyrillic letters, which people often leave out. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘]/g, "'")
    .replaceAll('ı', 'i')
    .normalize('NFC');
}

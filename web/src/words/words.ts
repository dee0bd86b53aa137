import english from './en.json';

/** The words of one language: flat keys; what depends on a number has a form for each plural category of the language. */
export type Words = Readonly<Record<string, string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;
export type WordKey = keyof typeof english | keyof typeof import('./en.later.json');
export type Fill = Readonly<Record<string, string | number>>;

/** The language the app speaks. Numbers and dates are written as the reader's own browser writes them. */
export const LANGUAGE = 'en';
const words: Record<string, Words[string]> = { ...english };
const plurals = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat();

/** Adds words that pages bring along which few people open first. */
export function addWords(more: Words): void {
  Object.assign(words, more);
}

/**
 * The words for `key`, with `{name}` filled in. Numbers get the reader's separators; `count` chooses the plural form. Every
 * sentence of the app is in `en.json` and `en.later.json`, so that another language is two other files.
 */
export function t(key: WordKey, fill: Fill = {}): string {
  return fillIn(formOf(words[key] ?? key, fill.count), fill);
}

function formOf(entry: Words[string], count: string | number | undefined): string {
  if (typeof entry === 'string') return entry;
  return entry[plurals.select(Number(count ?? 0))] ?? entry.other ?? '';
}

function fillIn(sentence: string, fill: Fill): string {
  return sentence.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = fill[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

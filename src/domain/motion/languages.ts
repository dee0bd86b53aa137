import { type Conjunctions, splitIntoClauses } from './clauses.ts';
import type { ReadClause } from './compose-steps.ts';
import { DICTIONARY, isAimed, isParticiple, wordsOf } from './english-words.ts';
import { readClause } from './read-clause.ts';
import { countStems, translated } from './translate.ts';
import { VOCABULARIES } from './vocabularies.ts';

/** How texts of one language become clauses that are read. */
export interface Language {
  readonly clausesOf: (text: string) => ReadClause[];
}

const ENGLISH_CONJUNCTIONS: Conjunctions = {
  next: ['and then', 'then', 'after that', 'afterwards', 'before', 'but', 'next', 'until', 'followed by'],
  after: ['after'],
  while: ['while', 'whilst', 'as if', 'as though', 'as'],
  and: ['and'],
};

const ENGLISH: Language = {
  clausesOf: (text) =>
    splitIntoClauses(text, ENGLISH_CONJUNCTIONS).map((clause) => ({
      ...clause,
      reading: readClause(wordsOf(clause.text, clause.start), isAimed(clause.text)),
      isParticiple: isParticiple(clause.text),
    })),
};

const OTHERS: readonly (Language & { readonly knownIn: (text: string) => number })[] = VOCABULARIES.map(
  ({ conjunctions, ...language }) => ({
    knownIn: (text) => countStems(text, language),
    clausesOf: (text) =>
      splitIntoClauses(text, conjunctions, language.isUnspaced).map((clause) => ({
        ...clause,
        reading: readClause(translated(clause, language), false),
        isParticiple: false,
      })),
  }),
);

/** The language whose vocabulary knows most of a text; English when none knows more. */
export function languageOf(text: string): Language {
  const words = wordsOf(text, 0);
  let best: Language = ENGLISH;
  let most = words.filter(({ base }) => DICTIONARY.has(base)).length;
  // asking nineteen other vocabularies takes ten times as long as reading
  if (most === words.length) return ENGLISH;
  for (const language of OTHERS) {
    const known = language.knownIn(text);
    if (known > most) [best, most] = [language, known];
  }
  return best;
}

import { fold } from './fold.ts';
import { ANY_KEY, keyOf, matchAt, type Pattern, parsePattern } from './pattern.ts';
import type { TextCategory } from './text-finding.ts';
import type { Token } from './tokens.ts';

/** What words stand for in the rules. A category by its own name needs nothing beside it. */
export type Concept =
  | TextCategory
  /** Harmless however it sounds; hides the words it is made of from all other concepts. */
  | 'idiom'
  // undressing
  | 'remove'
  | 'garment'
  /** Taken off in company: glasses, hats, coats, shoes. */
  | 'outerwear'
  | 'lift'
  | 'skirt'
  | 'vanish'
  | 'lacking'
  | 'wear'
  | 'nothing'
  // bodies
  | 'expose'
  | 'zone'
  | 'fondle'
  | 'jiggle'
  | 'legs'
  | 'spread'
  | 'exercise'
  | 'curtsy'
  | 'moan'
  | 'pleasure'
  | 'pain'
  // people
  | 'child'
  | 'adult'
  | 'romance'
  | 'lips'
  | 'self'
  // harm
  | 'harm'
  | 'victim'
  | 'vital'
  | 'play'
  | 'blood'
  | 'flow'
  | 'wrist'
  // hate
  | 'holy'
  | 'desecrate'
  | 'group'
  | 'demean'
  // real people
  | 'acquaintance'
  | 'likeness'
  // illegal
  | 'drug'
  | 'consume'
  | 'weapon'
  | 'make';

/** The words of one language. Concepts hold phrases separated by `|`, see `Pattern`. */
export interface Lexicon {
  readonly name: string;
  /** Where the object of a verb stands. */
  readonly objects: 'after' | 'before' | 'around';
  /** Small words by which a text is known to be in this language. */
  readonly smallWords: string;
  readonly concepts: Readonly<Partial<Record<Concept, string>>>;
}

/** A phrase that stands for a concept. `end` is the index after its last token. */
export interface Hit {
  readonly concept: Concept;
  readonly start: number;
  readonly end: number;
  readonly lexicon: Lexicon;
}

interface Entry {
  readonly concept: Concept;
  readonly pattern: Pattern;
}

interface CompiledLexicon {
  readonly lexicon: Lexicon;
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
  readonly smallWords: ReadonlySet<string>;
}

export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const byKey = new Map<string, Entry[]>();
  for (const [concept, phrases] of Object.entries(lexicon.concepts)) {
    for (const source of phrases.split('|')) {
      const pattern = parsePattern(source.trim());
      for (const key of pattern.firstKeys) {
        const entries = byKey.get(key) ?? [];
        entries.push({ concept: concept as Concept, pattern });
        byKey.set(key, entries);
      }
    }
  }
  return { lexicon, byKey, smallWords: new Set(fold(lexicon.smallWords).split(/\s+/)) };
}

/**
 * Everything the tables know of a text. Words that are harmless in another language count only where the text is in theirs:
 * "con calma" is no insult, "bite" no noun. All other words count in every text, so that mixing languages hides nothing.
 */
export function findHits(tokens: readonly Token[], lexicons: readonly CompiledLexicon[]): Hit[] {
  const found = lexicons.map((compiled) => ({ ...compiled, hits: hitsOf(tokens, compiled) }));
  const evidence = found.map(({ smallWords, hits }) => evidenceOf(tokens, smallWords, hits));
  const most = Math.max(...evidence, 1);
  const hits = found.flatMap(({ hits: all, lexicon }, index) => {
    // English is what a text without any small word is taken for
    const isSpoken = evidence[index] === most || (lexicon.name === 'english' && Math.max(...evidence) === 0);
    return all.filter(({ needsLanguage }) => isSpoken || !needsLanguage);
  });
  return withoutIdioms(hits);
}

interface PossibleHit extends Hit {
  readonly needsLanguage: boolean;
}

function hitsOf(tokens: readonly Token[], { lexicon, byKey }: CompiledLexicon): PossibleHit[] {
  const hits: PossibleHit[] = [];
  for (const [start, token] of tokens.entries()) {
    const keys = new Set([ANY_KEY, ...token.forms.map(keyOf)]);
    for (const key of keys) {
      for (const { concept, pattern } of byKey.get(key) ?? []) {
        const after = matchAt(pattern.elements, tokens, start);
        if (after === undefined) continue;
        // the end of a phrase says where a word stands and is no part of it
        const end = tokens[after - 1]?.forms[0] === '#' ? after - 1 : after;
        hits.push({ concept, start, end, lexicon, needsLanguage: pattern.needsLanguage });
      }
    }
  }
  return hits;
}

function evidenceOf(tokens: readonly Token[], smallWords: ReadonlySet<string>, hits: readonly PossibleHit[]): number {
  const small = tokens.filter(({ forms }) => smallWords.has(forms[0] as string)).length;
  const known = new Set(hits.filter(({ needsLanguage }) => !needsLanguage).map(({ start }) => start)).size;
  return small + known;
}

function withoutIdioms(hits: readonly Hit[]): Hit[] {
  const idioms = hits.filter(({ concept }) => concept === 'idiom');
  return hits.filter(
    ({ concept, start, end }) =>
      concept !== 'idiom' && !idioms.some((idiom) => start >= idiom.start && end <= idiom.end),
  );
}

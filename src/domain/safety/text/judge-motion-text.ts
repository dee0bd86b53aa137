import { readTokens } from './disguises.ts';
import { categoriesOf } from './grammar.ts';
import { LEXICONS } from './languages.ts';
import { compileLexicon, findHits, type Hit } from './lexicon.ts';
import { isPlainMotion } from './plain-motion.ts';
import { TEXT_CATEGORIES, type TextCategory, type TextFinding } from './text-finding.ts';

const COMPILED = LEXICONS.map(compileLexicon);
/** Video engines read these inside a text as their own options, such as `--watermark`. */
const VENDOR_OPTION = /(?:^|\s)--?[a-z][a-z_-]*(?:\s+|=)\S|--[a-z]{2,}/iu;

/**
 * What rules make of a motion text, in some twenty languages, in well under a millisecond: what it asks for that no clip may
 * show, and how it hides it. Rules are a speed bump: they know words and their neighbours, not meaning.
 *
 * @param options.strictVocabulary also asks whether every word is one that describes motion (English); the closed vocabulary
 *   that stands in where no model reads texts for a generative engine
 */
export function judgeMotionText(text: string, options: { readonly strictVocabulary?: boolean } = {}): TextFinding {
  const { tokens, flags } = readTokens(text);
  const hits = findHits(tokens, COMPILED);
  const found = categoriesOf(hits, tokens);
  for (const { concept } of hits) if (isCategory(concept)) found.add(concept);
  if (VENDOR_OPTION.test(text.normalize('NFKC'))) found.add('evasion');
  if (found.has('sexual') && isOfChild(hits)) found.add('minors');
  const categories = TEXT_CATEGORIES.filter((category) => found.has(category));
  return {
    category: categories[0],
    categories,
    isRomantic: hits.some(({ concept }) => concept === 'romance'),
    flags: [...flags],
    isPlainMotion: options.strictVocabulary !== true || isPlainMotion(text),
  };
}

const isOfChild = (hits: readonly Hit[]): boolean => hits.some(({ concept }) => concept === 'child');

function isCategory(concept: string): concept is TextCategory {
  return (TEXT_CATEGORIES as readonly string[]).includes(concept);
}

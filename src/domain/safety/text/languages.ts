import { ENGLISH } from './languages/english.ts';
import type { Lexicon } from './lexicon.ts';

/** Every language that the rules know, each with its own words for the same concepts. */
export const LEXICONS: readonly Lexicon[] = [ENGLISH];

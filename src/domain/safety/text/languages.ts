import { ARABIC } from './languages/arabic.ts';
import { CHINESE } from './languages/chinese.ts';
import { ENGLISH } from './languages/english.ts';
import { FRENCH } from './languages/french.ts';
import { GERMAN } from './languages/german.ts';
import { HINDI } from './languages/hindi.ts';
import { ITALIAN } from './languages/italian.ts';
import { JAPANESE } from './languages/japanese.ts';
import { KOREAN } from './languages/korean.ts';
import { OTHERS } from './languages/others.ts';
import { PORTUGUESE } from './languages/portuguese.ts';
import { RUSSIAN } from './languages/russian.ts';
import { SPANISH } from './languages/spanish.ts';
import { TURKISH } from './languages/turkish.ts';
import type { Lexicon } from './lexicon.ts';

/** Every language that the rules know, each with its own words for the same concepts. */
export const LEXICONS: readonly Lexicon[] = [
  ENGLISH,
  ARABIC,
  CHINESE,
  FRENCH,
  GERMAN,
  HINDI,
  ITALIAN,
  JAPANESE,
  KOREAN,
  OTHERS,
  PORTUGUESE,
  RUSSIAN,
  SPANISH,
  TURKISH,
];

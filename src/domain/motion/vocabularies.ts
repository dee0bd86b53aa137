import type { Vocabulary } from './translate.ts';
import { CHINESE } from './vocabularies/chinese.ts';
import { DUTCH } from './vocabularies/dutch.ts';
import { FRENCH } from './vocabularies/french.ts';
import { GERMAN } from './vocabularies/german.ts';
import { GREEK } from './vocabularies/greek.ts';
import { HEBREW } from './vocabularies/hebrew.ts';
import { INDONESIAN } from './vocabularies/indonesian.ts';
import { ITALIAN } from './vocabularies/italian.ts';
import { JAPANESE } from './vocabularies/japanese.ts';
import { KOREAN } from './vocabularies/korean.ts';
import { POLISH } from './vocabularies/polish.ts';
import { PORTUGUESE } from './vocabularies/portuguese.ts';
import { ROMANIAN } from './vocabularies/romanian.ts';
import { RUSSIAN } from './vocabularies/russian.ts';
import { SPANISH } from './vocabularies/spanish.ts';
import { SWEDISH } from './vocabularies/swedish.ts';
import { TURKISH } from './vocabularies/turkish.ts';
import { UKRAINIAN } from './vocabularies/ukrainian.ts';
import { VIETNAMESE } from './vocabularies/vietnamese.ts';

/** The languages besides English whose core words are read. */
export const VOCABULARIES: readonly Vocabulary[] = [
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  RUSSIAN,
  UKRAINIAN,
  TURKISH,
  JAPANESE,
  KOREAN,
  CHINESE,
  DUTCH,
  POLISH,
  SWEDISH,
  ROMANIAN,
  GREEK,
  HEBREW,
  VIETNAMESE,
  INDONESIAN,
];

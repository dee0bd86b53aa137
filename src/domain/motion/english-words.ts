import { IMPOSSIBLE, NOUNS, STAND_INS } from './impossible-dictionary.ts';
import { DIRECTIONS, type Entry, GESTURES, MANNERS, MODIFIERS, type Row, SCOPES } from './motion-dictionary.ts';

/** A word in its base form ("tilting" is `tilt`) and where it stands in the text. */
export interface Word {
  readonly base: string;
  readonly start: number;
  readonly end: number;
}

const INFLECTED: readonly Row<Entry>[] = [GESTURES, STAND_INS, IMPOSSIBLE, DIRECTIONS, NOUNS];
const UNINFLECTED: readonly Row<Entry>[] = [MANNERS, MODIFIERS, SCOPES];

/** Most words of a phrase in the dictionary. */
export const LONGEST_PHRASE_WORDS = 4;

/** Every phrase of the dictionary in base forms, with what it means. The first row that has a phrase keeps it. */
export const DICTIONARY: ReadonlyMap<string, Entry> = new Map(
  [...INFLECTED, ...UNINFLECTED]
    .flat()
    .flatMap(([phrases, entry]) =>
      phrases.split(', ').flatMap((phrase) => spellings(phrase).map((key) => [key, entry] as const)),
    )
    .reverse(),
);

/** "raise/lift brow" is "raise brow" and "lift brow". */
function spellings(phrase: string): string[] {
  return phrase
    .split(' ')
    .map((place) => place.split('/'))
    .reduce<string[]>((begun, place) => begun.flatMap((start) => place.map((word) => `${start} ${word}`.trim())), ['']);
}

const IRREGULAR: Readonly<Record<string, string>> = {
  shook: 'shake',
  shaken: 'shake',
  threw: 'throw',
  thrown: 'throw',
  held: 'hold',
  took: 'take',
  taken: 'take',
  blew: 'blow',
  blown: 'blow',
  rose: 'rise',
  risen: 'rise',
  froze: 'freeze',
  frozen: 'freeze',
  spoke: 'speak',
  sang: 'sing',
  said: 'say',
  ran: 'run',
  sat: 'sit',
  stood: 'stand',
  lying: 'lie',
  wept: 'weep',
  drew: 'draw',
  came: 'come',
  ate: 'eat',
  drank: 'drink',
  knelt: 'kneel',
  hung: 'hang',
  without: 'not',
  no: 'not',
  never: 'not',
  "don't": 'not',
  "doesn't": 'not',
  "isn't": 'not',
  "won't": 'not',
};

/** Words that say nothing about the motion. */
const FUNCTION_WORDS = new Set(
  (
    'a an the his her hers their theirs its my your our own she he they it i we this that these those is are was were be been being am ' +
    "she's he's they're it's do does did will would can could of at to toward towards into onto on from by through across for so just also some any very- " +
    'girl boy man woman lady guy character person figure someone perfectly all'
  ).split(' '),
);

const BASE_FORMS: ReadonlyMap<string, string> = new Map([
  ...wordsIn(INFLECTED)
    .toReversed()
    .flatMap((base) => formsOf(base).map((form) => [form, base] as const)),
  ...wordsIn([...INFLECTED, ...UNINFLECTED]).map((base) => [base, base] as const),
  ...Object.entries(IRREGULAR),
]);

function wordsIn(tables: readonly Row<Entry>[]): string[] {
  return [...new Set(tables.flat().flatMap(([phrases]) => phrases.split(/[ ,/]+/)))];
}

/** More forms than a word has ("noding") do no harm: nobody writes them. */
function formsOf(base: string): string[] {
  const last = base.at(-1) ?? '';
  const stem = last === 'e' ? base.slice(0, -1) : base;
  const regular = [`${base}s`, `${base}es`, `${stem}ed`, `${stem}ing`, `${base}${last}ed`, `${base}${last}ing`];
  return last === 'y' ? [...regular, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`] : regular;
}

const POSSESSIVES = new Set(['his', 'her', 'their', 'its', 'own']);
const MIRRORED: Readonly<Record<string, string>> = { left: 'right', right: 'left' };

/**
 * The words of a clause that say something, in base forms. A character who looks at us has their left on our right, so
 * "her left" is `right`; a bare "left" is the viewer's.
 */
export function wordsOf(clause: string, offset: number): Word[] {
  const spelled = Array.from(clause.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu), (match) => ({
    spelling: match[0].replace('’', "'"),
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
  return spelled.flatMap(({ spelling, start, end }, index) =>
    FUNCTION_WORDS.has(spelling) ? [] : [{ base: baseOf(spelling, spelled[index - 1]?.spelling), start, end }],
  );
}

function baseOf(spelling: string, before: string | undefined): string {
  const isTheirs = before !== undefined && POSSESSIVES.has(before) && Object.hasOwn(MIRRORED, spelling);
  return (isTheirs ? MIRRORED[spelling] : BASE_FORMS.get(spelling)) ?? spelling;
}

/** Whether a clause points at something with a preposition ("looks at the chart"). */
export function isAimed(clause: string): boolean {
  return /(?<!\p{L})(?:at|to|towards?)(?!\p{L})/iu.test(clause);
}

/** Whether a clause begins with a participle ("smiling shyly"): it goes on at the same time as its neighbours. */
export function isParticiple(clause: string): boolean {
  return /^(?:\p{L}+ly )?\p{L}{2,}ing(?!\p{L})/iu.test(clause);
}

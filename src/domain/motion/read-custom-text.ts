import type { CustomMotion, MotionBeat } from './custom-motion.ts';
import {
  AMOUNTS,
  type BeatSeed,
  BROKEN,
  type CannotReason,
  DIRECTIONS,
  IMPOSSIBLE,
  NEGATIONS,
  PACES,
  REPEATS,
  VERBS,
  type Words,
} from './custom-vocabulary.ts';
import { describeMotion } from './describe-motion.ts';
import { type Found, findWords } from './find-words.ts';

/** Longest motion text: more than two beats only confuse, here as with any other engine. */
export const LONGEST_CUSTOM_TEXT_CHARACTERS = 200;
const MOST_STEPS = 3;

/** A part of the text that will not play, and why. */
export interface CannotDo {
  readonly phrase: string;
  readonly reason: CannotReason;
  readonly sentence: string;
}

export type CustomTextReading =
  | {
      readonly ok: true;
      readonly motion: CustomMotion;
      /** What will play, in words: "nods slowly, then smiles". */
      readonly summary: string;
      readonly notPossible: readonly CannotDo[];
    }
  | {
      readonly ok: false;
      readonly reason: 'empty' | 'too-long' | 'nothing-possible';
      readonly sentence: string;
      readonly notPossible: readonly CannotDo[];
    };

/**
 * Reads a motion text in plain words. What can be played becomes steps; what cannot is named with its reason, before anything
 * is rendered. Never throws.
 */
export function readCustomText(text: string): CustomTextReading {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/gu, ' ').trim();
  if (plain === '')
    return refuse('empty', 'Describe a small motion in a few words, for example "nods slowly and smiles".');
  if (plain.length > LONGEST_CUSTOM_TEXT_CHARACTERS) {
    return refuse('too-long', `Use at most ${LONGEST_CUSTOM_TEXT_CHARACTERS} characters: one or two beats work best.`);
  }
  const clauses = clausesOf(plain).map(readClause);
  const { steps, surplus } = stepsOf(clauses);
  const notPossible = [...clauses.flatMap((clause) => clause.notPossible), ...surplus];
  if (steps.length === 0) {
    return refuse(
      'nothing-possible',
      'Nothing in this text is a motion that this engine can draw: try a nod, a look, a smile, a blink, a laugh, or wind in the hair.',
      notPossible,
    );
  }
  return { ok: true, motion: { steps }, summary: describeMotion(steps), notPossible };
}

function refuse(
  reason: 'empty' | 'too-long' | 'nothing-possible',
  sentence: string,
  notPossible: readonly CannotDo[] = [],
): CustomTextReading {
  return { ok: false, reason, sentence, notPossible };
}

interface ClauseText {
  readonly words: string;
  /** Joined to the clause before by "while" or "with": played at the same time. */
  readonly joined: boolean;
}

/** Splits at punctuation and at words of sequence; "and", "while" and "with" only start a part that is played together. */
function clausesOf(text: string): ClauseText[] {
  const marked = text
    .replace(
      /(?<![\p{L}])(?:and then|then|before|after that|und dann|dann|puis|luego|después|depois|poi|потом|затем|sonra)(?![\p{L}])/gu,
      ';',
    )
    .replace(/(?<![\p{L}])(?:while|as|with|and|und|mit|et|avec|y|con|e|com|и|ve)(?![\p{L}])|&/gu, '|')
    .replace(/[,;.!?…、。，；！？\n]+/gu, ';');
  return marked.split(';').flatMap((part) =>
    part
      .split('|')
      .map((words, index) => ({ words: words.trim(), joined: index > 0 }))
      .filter(({ words }) => /\p{L}/u.test(words)),
  );
}

interface ReadClause {
  readonly beats: readonly MotionBeat[];
  readonly joined: boolean;
  readonly phrase: string;
  readonly notPossible: readonly CannotDo[];
}

interface Match extends Found {
  readonly beats: readonly BeatSeed[];
  readonly companion: boolean;
  readonly cannot?: CannotDo;
}

function readClause({ words, joined }: ClauseText): ReadClause {
  const matches = withoutOverlaps([...possibleIn(words), ...impossibleIn(words)]);
  const playable = matches.filter(({ start }) => !isNegated(words, start));
  const beats = playable.flatMap((match) => match.beats.map((seed) => beatOf(seed, words)));
  const cannot = playable.flatMap((match) => match.cannot ?? []);
  const notPossible = matches.length === 0 && !isOnlyModifiers(words) ? [unknownPhrase(words)] : cannot;
  const companion = playable.length > 0 && playable.every((match) => match.companion);
  return { beats: withHeadMoves(beats), joined: joined || companion, phrase: words, notPossible };
}

function possibleIn(words: string): Match[] {
  return VERBS.flatMap((entry) =>
    findWords(entry.words, words).map((found) => ({
      ...found,
      beats: entry.beats,
      companion: entry.companion === true,
    })),
  );
}

function impossibleIn(words: string): Match[] {
  return IMPOSSIBLE.flatMap(({ words: entryWords, reason, instead }) =>
    findWords(entryWords, words).map((found) => ({
      ...found,
      beats: instead ?? [],
      companion: false,
      cannot: { phrase: words, reason, sentence: instead ? SUBSTITUTE_SENTENCE : CANNOT_SENTENCES[reason](words) },
    })),
  );
}

const SUBSTITUTE_SENTENCE =
  'This engine cannot wave a hand: a friendly greeting plays instead (head tilt, raised brows, smile, shoulders).';

const CANNOT_SENTENCES: Record<CannotReason, (phrase: string) => string> = {
  'needs-a-hand': (phrase) => `This engine cannot move hands: "${phrase}" is left out.`,
  'needs-an-object': (phrase) => `This engine cannot move objects: "${phrase}" is left out.`,
  'walks-or-poses': (phrase) => `This engine keeps the pose of the picture: "${phrase}" is left out.`,
  speech: (phrase) => `This engine does not open the mouth: "${phrase}" is left out.`,
  camera: (phrase) => `The camera stands still: "${phrase}" is left out.`,
  'too-many-beats': (phrase) => `There is room for ${MOST_STEPS} beats: "${phrase}" is left out.`,
  unknown: (phrase) => `This engine does not know how to play "${phrase}": it is left out.`,
};

const unknownPhrase = (phrase: string): CannotDo => ({
  phrase,
  reason: 'unknown',
  sentence: CANNOT_SENTENCES.unknown(phrase),
});

/** Longer matches win; a clause's impossible part is named once. In the order of the text. */
function withoutOverlaps(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const overlaps = kept.some((other) => match.start < other.end && other.start < match.end);
    const saidAlready = match.cannot !== undefined && kept.some(({ cannot }) => cannot !== undefined);
    if (!overlaps && !saidAlready) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** "Without blinking": a negation within the two words before. */
function isNegated(words: string, start: number): boolean {
  return findWords(NEGATIONS, words).some(
    ({ end }) => end <= start && words.slice(end, start).trim().split(' ').filter(Boolean).length <= 1,
  );
}

function isOnlyModifiers(words: string): boolean {
  const tables: readonly Words[] = [...DIRECTIONS, ...PACES, ...AMOUNTS, ...REPEATS].map(([entry]) => entry);
  let rest = words;
  for (const entry of tables) {
    for (const { start, end } of findWords(entry, words))
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  return !/\p{L}{3,}/u.test(rest);
}

function beatOf(seed: BeatSeed, words: string): MotionBeat {
  const direction = seed.direction ?? valueIn(DIRECTIONS, words);
  const broken = seed.broken === true || findWords(BROKEN, words).length > 0;
  return {
    verb: seed.verb,
    pace: seed.pace ?? valueIn(PACES, words) ?? 'normal',
    amount: (seed.amount ?? 1) * (valueIn(AMOUNTS, words) ?? 1),
    repeats: seed.repeats ?? valueIn(REPEATS, words) ?? 1,
    ...(direction === undefined ? {} : { direction }),
    ...(broken ? { broken } : {}),
  };
}

function valueIn<Value>(table: readonly (readonly [words: Words, value: Value])[], words: string): Value | undefined {
  return table.find(([entry]) => findWords(entry, words).length > 0)?.[1];
}

/** "Turns the head and looks left" is one motion of the head, not two on top of each other. */
function withHeadMoves(beats: readonly MotionBeat[]): MotionBeat[] {
  return beats.filter(
    (beat, index) =>
      !beats.slice(0, index).some((other) => other.verb === beat.verb && other.direction === beat.direction),
  );
}

interface Steps {
  readonly steps: MotionBeat[][];
  readonly surplus: CannotDo[];
}

function stepsOf(clauses: readonly ReadClause[]): Steps {
  const steps: MotionBeat[][] = [];
  const surplus: CannotDo[] = [];
  for (const { beats, joined, phrase } of clauses) {
    if (beats.length === 0) continue;
    const last = steps.at(-1);
    if (joined && last !== undefined) last.push(...beats);
    else if (steps.length < MOST_STEPS) steps.push(...inTurn(beats).slice(0, MOST_STEPS - steps.length));
    else surplus.push({ phrase, reason: 'too-many-beats', sentence: CANNOT_SENTENCES['too-many-beats'](phrase) });
  }
  return { steps, surplus };
}

/** Two directions of one verb ("looks around") cannot be played at once: they become two steps. */
function inTurn(beats: readonly MotionBeat[]): MotionBeat[][] {
  const steps: MotionBeat[][] = [[]];
  for (const beat of beats) {
    const step = steps.at(-1);
    if (step?.some(({ verb }) => verb === beat.verb)) steps.push([beat]);
    else step?.push(beat);
  }
  return steps;
}

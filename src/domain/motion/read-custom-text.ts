import { explain, explainNothing, type Unplayed } from './cannot-sentences.ts';
import { type ComposedStep, composeSteps, type ReadClause } from './compose-steps.ts';
import type { CustomMotion, MotionBeat } from './custom-motion.ts';
import type { CannotReason, CustomTextReading } from './custom-text-reading.ts';
import { describeMotion } from './describe-motion.ts';
import { languageOf } from './languages.ts';
import type { ClauseReading } from './read-clause.ts';

export type { CannotDo, CustomTextReading } from './custom-text-reading.ts';

/** Longer texts are stories, and a clip of three to five seconds tells none. */
export const LONGEST_CUSTOM_TEXT_CHARACTERS = 200;
/** More steps would be over before they are seen. */
const MOST_STEPS = 3;
const STILL: MotionBeat = { verb: 'still', pace: 'normal', amount: 1 };

/**
 * Reads what a character should do, in everyday words of English or the core words of other languages. Says before
 * anything is drawn what will play, what something else stands in for, and what is left out and why. Never throws.
 */
export function readCustomText(text: string): CustomTextReading {
  const length = Array.from(text.trim()).length;
  if (length > LONGEST_CUSTOM_TEXT_CHARACTERS) return refused('too-long', tooLong(length));
  const tidy = text
    .normalize('NFKC')
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const clauses = languageOf(tidy).clausesOf(tidy);
  if (clauses.length === 0)
    return refused('empty', 'Describe a motion in a few words, such as “nods slowly, then smiles”.');
  return readingOf(tidy, clauses);
}

const tooLong = (length: number): string =>
  `This text has ${length} characters; ${LONGEST_CUSTOM_TEXT_CHARACTERS} is the limit, and one or two short beats look best.`;

function refused(reason: 'empty' | 'too-long', sentence: string): CustomTextReading {
  return { ok: false, reason, sentence, notPossible: [] };
}

function readingOf(text: string, clauses: readonly ReadClause[]): CustomTextReading {
  const composed = composeSteps(clauses);
  const kept = composed.slice(0, MOST_STEPS);
  const steps = kept.length > 0 ? kept.map(({ beats }) => beats) : stillness(clauses);
  const unplayed = [...unplayedIn(text, clauses), ...surplusIn(text, composed.slice(MOST_STEPS))];
  if (steps.length === 0) return nothingPossible(unplayed.length > 0 ? unplayed : [unknown(text)]);
  const notPossible = explain(unplayed, playingPhrases(clauses, kept));
  return { ok: true, motion: { steps }, notPossible, summary: describeMotion({ steps }) };
}

/** Who is only told what not to do keeps still. */
function stillness(clauses: readonly ReadClause[]): CustomMotion['steps'] {
  return clauses.some(({ reading }) => reading.isDenial) ? [[STILL]] : [];
}

function nothingPossible(unplayed: readonly Unplayed[]): CustomTextReading {
  const reason = 'nothing-possible';
  return { ok: false, reason, sentence: explainNothing(unplayed), notPossible: explain(unplayed, []) };
}

const unknown = (phrase: string): Unplayed => ({ phrase, reason: 'unknown', standsIn: undefined });

/** What the clauses ask for in vain; neighbours that fail for one reason are named together ("knife and fork"). */
function unplayedIn(text: string, clauses: readonly ReadClause[]): Unplayed[] {
  const parts: { reason: CannotReason; standsIn: string | undefined; start: number; end: number }[] = [];
  for (const [index, { reading, join, start, end }] of clauses.entries()) {
    const before = clauses[index - 1]?.reading;
    const last = parts.at(-1);
    const goesOn = join === 'and' && isVain(reading) && before !== undefined && isVain(before);
    if (goesOn && last !== undefined && last.reason === reading.impossible[0]?.reason) last.end = end;
    else
      for (const { reason, standsIn, part } of reading.impossible)
        parts.push({ reason, standsIn, ...(part ?? { start, end }) });
  }
  return parts.map(({ reason, standsIn, start, end }) => ({ phrase: text.slice(start, end), reason, standsIn }));
}

const isVain = ({ steps, impossible }: ClauseReading): boolean => steps.length === 0 && impossible.length > 0;

function surplusIn(text: string, surplus: readonly ComposedStep[]): Unplayed[] {
  if (surplus.length === 0) return [];
  const start = Math.min(...surplus.map((step) => step.start));
  const end = Math.max(...surplus.map((step) => step.end));
  return [{ phrase: text.slice(start, end), reason: 'too-many-beats', standsIn: undefined }];
}

/** The clauses that will be seen as they were written. */
function playingPhrases(clauses: readonly ReadClause[], kept: readonly ComposedStep[]): string[] {
  return clauses
    .filter(({ reading }) => reading.steps.length > 0 && reading.impossible.length === 0)
    .filter(({ start, end }) => kept.some((step) => start >= step.start && end <= step.end))
    .map(({ text }) => text);
}

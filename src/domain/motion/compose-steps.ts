import { modified } from './adverbs.ts';
import type { Clause } from './clauses.ts';
import type { MotionBeat, MotionDirection, MotionVerb } from './custom-motion.ts';
import type { Modifier } from './motion-dictionary.ts';
import type { ClauseReading } from './read-clause.ts';
import { playTogether, playWhatFits } from './steps.ts';

export interface ReadClause extends Clause {
  readonly reading: ClauseReading;
  /** Begins with a participle: "smiling shyly" goes on at the same time as its neighbour. */
  readonly isParticiple: boolean;
}

/** A step and the part of the text that asks for it. */
export interface ComposedStep {
  readonly beats: readonly MotionBeat[];
  readonly start: number;
  readonly end: number;
}

/** Motions that go on under everything else. */
const AMBIENT: ReadonlySet<MotionVerb> = new Set(['hair', 'breathe']);
/** Motions that have no half-way. */
const UNBREAKABLE: ReadonlySet<MotionVerb> = new Set(['hair', 'breathe', 'blink', 'wink', 'pause', 'still']);
/** Motions that "then to the right" can be about. */
const REDIRECTED: ReadonlySet<MotionVerb> = new Set(['look', 'turn-head', 'lean', 'tilt-head']);

/** Puts what the clauses say in turn or side by side, in the order in which it is to be seen. */
export function composeSteps(clauses: readonly ReadClause[]): ComposedStep[] {
  const steps: ComposedStep[] = [];
  let waiting: readonly Modifier[] = [];
  let before: ReadClause | undefined;
  for (const clause of clauses) {
    const { reading } = clause;
    if (reading.breaks) breakLast(steps);
    if (reading.directions.length > 0) redirect(steps, clause);
    if (reading.steps.length > 0) {
      place(steps, clause, before, waiting);
      waiting = [];
      before = clause;
    } else if (reading.modifiers.length > 0 && steps.length > 0) modifyLast(steps, reading.modifiers);
    else waiting = [...waiting, ...reading.modifiers];
  }
  return steps;
}

function place(
  steps: ComposedStep[],
  clause: ReadClause,
  before: ReadClause | undefined,
  waiting: readonly Modifier[],
): void {
  const { start, end, join, reading } = clause;
  const added = reading.steps.map((beats) => ({ beats: beats.map((beat) => modified(beat, waiting)), start, end }));
  if (join === 'after' && steps.length > 0) {
    steps.splice(-1, 0, ...added);
    return;
  }
  const [first, ...rest] = added;
  const last = steps.at(-1);
  const joined =
    last && first && goesAlong(clause, before) ? joinedTo(last.beats, first.beats, reading.isManner) : undefined;
  if (joined !== undefined && last !== undefined)
    steps.splice(-1, 1, { beats: joined, start: last.start, end }, ...rest);
  else steps.push(...added);
}

function joinedTo(
  step: readonly MotionBeat[],
  beats: readonly MotionBeat[],
  isManner: boolean,
): readonly MotionBeat[] | undefined {
  if (!isManner) return playTogether(step, beats);
  const played = playWhatFits(step, beats);
  return played.length > step.length ? played : undefined;
}

function goesAlong({ join, reading, isParticiple }: ReadClause, before: ReadClause | undefined): boolean {
  if (join === 'next' || join === 'after') return false;
  if (join !== 'comma' || reading.isManner || isParticiple || before?.isParticiple === true) return true;
  return reading.steps.flat().every(({ verb }) => AMBIENT.has(verb)) || repeatsItself(reading, before);
}

/** "Gentle movement, ambient motion" says one thing twice. */
function repeatsItself(reading: ClauseReading, before: ReadClause | undefined): boolean {
  const said = before?.reading.steps.flat() ?? [];
  return reading.steps
    .flat()
    .every((beat) => said.some(({ verb, direction }) => verb === beat.verb && direction === beat.direction));
}

function breakLast(steps: ComposedStep[]): void {
  const index = steps.findLastIndex(({ beats }) => beats.some(({ verb }) => !UNBREAKABLE.has(verb)));
  changeBeats(steps, index, (beat) => (UNBREAKABLE.has(beat.verb) ? beat : { ...beat, broken: true }));
}

function modifyLast(steps: ComposedStep[], modifiers: readonly Modifier[]): void {
  changeBeats(steps, steps.length - 1, (beat) => modified(beat, modifiers));
}

function changeBeats(steps: ComposedStep[], index: number, change: (beat: MotionBeat) => MotionBeat): void {
  const step = steps[index];
  if (step !== undefined) steps[index] = { ...step, beats: step.beats.map(change) };
}

/** "Looks left, then right": the verb of the beat before, in another direction. */
function redirect(steps: ComposedStep[], { start, end, reading }: ReadClause): void {
  const model = steps.flatMap(({ beats }) => beats).findLast(({ verb }) => REDIRECTED.has(verb));
  const look: MotionBeat = { verb: 'look', pace: 'normal', amount: 1 };
  for (const direction of reading.directions) steps.push({ beats: [directed(model ?? look, direction)], start, end });
}

function directed({ direction: _, broken: __, ...beat }: MotionBeat, direction: MotionDirection): MotionBeat {
  return modified({ ...beat, direction }, []);
}

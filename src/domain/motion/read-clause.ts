import { modified } from './adverbs.ts';
import type { MotionBeat, MotionDirection, MotionVerb } from './custom-motion.ts';
import type { CannotReason } from './custom-text-reading.ts';
import type { Word } from './english-words.ts';
import { type Match, matchWords } from './match-words.ts';
import type { BeatSketch, Gesture, Modifier } from './motion-dictionary.ts';
import { playTogether, playWhatFits } from './steps.ts';

/** Something that a clause asks for and that cannot be played as it is written. */
interface Impossible {
  readonly reason: CannotReason;
  /** What plays instead, if anything does. */
  readonly standsIn: string | undefined;
  /** Where it stands in the text; `undefined` when it is all that the clause asks for. */
  readonly part: { readonly start: number; readonly end: number } | undefined;
}

/** What one clause says. */
export interface ClauseReading {
  readonly steps: readonly (readonly MotionBeat[])[];
  readonly impossible: readonly Impossible[];
  /** Only a mood or a look: it goes along with what stands beside it. */
  readonly isManner: boolean;
  /** What stands before it stops half-way. */
  readonly breaks: boolean;
  /** It only says what is not to be done. */
  readonly isDenial: boolean;
  /** It only says how ("slowly") or where to ("then left"), about something in another clause. */
  readonly modifiers: readonly Modifier[];
  readonly directions: readonly MotionDirection[];
}

interface GestureMatch extends Match {
  readonly entry: Gesture;
}

const isGesture = (match: Match): match is GestureMatch => match.entry.kind === 'gesture';

/** Reads the words of one clause. `isAimed` says that it points at something ("looks at the chart"). */
export function readClause(words: readonly Word[], isAimed: boolean): ClauseReading {
  const { matches, unknownCount } = matchWords(words);
  const directions = directionsIn(matches);
  const gestures = decisiveOf(matches.filter(isGesture).filter(({ isDenied }) => !isDenied));
  const playing = gestures.filter(({ entry }) => entry.steps.length > 0);
  const modifiers = matches.flatMap(({ entry }) => (entry.kind === 'modifier' ? [entry] : []));
  const isFamiliar = gestures.length === playing.length && unknownCount === 0;
  const isDenial = gestures.length === 0 && matches.some(({ isDenied }) => isDenied);
  return {
    steps: stepsOf(playing, matches, directions, isAimed),
    impossible:
      gestures.length === 0 && !isDenial && unknownCount > 0
        ? [{ reason: 'unknown', standsIn: undefined, part: undefined }]
        : impossibleIn(gestures, playing),
    isManner: playing.length > 0 && playing.every(({ entry }) => entry.manner === true),
    breaks: playing.some(({ entry }) => entry.breaks === true),
    isDenial,
    modifiers: gestures.length === 0 && isFamiliar ? modifiers : [],
    directions: playing.every(({ entry }) => entry.manner === true) && isFamiliar ? directions : [],
  };
}

/** In the order of the text, each once. Who looks away from the camera does not look at it. */
function directionsIn(matches: readonly Match[]): MotionDirection[] {
  const named = [...matches]
    .sort((one, other) => one.start - other.start)
    .flatMap(({ entry }) => (entry.kind === 'direction' ? [entry.direction] : []));
  const once = [...new Set(named)];
  return once[0] === 'away' ? once.filter((direction) => direction !== 'viewer') : once;
}

/** Clear words outweigh vague ones; what moves may be a thing after all ("wheat sways"). */
function decisiveOf(gestures: readonly GestureMatch[]): readonly GestureMatch[] {
  const clear = gestures.filter(({ entry }) => entry.weak !== true);
  const mover = gestures.find((noun) =>
    clear.some((motion) => motion.index === noun.index + 1 && movesByItself(noun.entry, motion.entry)),
  );
  if (mover !== undefined) return [mover];
  if (clear.length > 0) return clear;
  const nouns = gestures.filter(({ entry }) => entry.cannot !== undefined);
  return nouns.length > 0 ? nouns.slice(0, 1) : gestures;
}

/** "Wheat sways", "posters wave", "arms sway"; but "a hand waves" is a wave. */
function movesByItself(noun: Gesture, motion: Gesture): boolean {
  if (noun.weak !== true || motion.manner === true || motion.steps.length === 0) return false;
  return noun.cannot === 'needs-an-object' || (noun.cannot === 'needs-a-hand' && motion.cannot === undefined);
}

function impossibleIn(gestures: readonly GestureMatch[], playing: readonly GestureMatch[]): Impossible[] {
  const refused = gestures.filter(({ entry }) => entry.cannot !== undefined);
  const isAll =
    playing.length === 0 || (refused.length === 1 && playing.every(({ entry }) => entry.cannot !== undefined));
  return (isAll ? refused.slice(0, 1) : refused).flatMap(({ entry: { cannot, standsIn }, start, end }) =>
    cannot === undefined ? [] : [{ reason: cannot, standsIn, part: isAll ? undefined : { start, end } }],
  );
}

/** Verbs that go somewhere, and where they go when a text does not say. */
const DIRECTED: Partial<Record<MotionVerb, MotionDirection | 'none'>> = {
  look: 'viewer',
  'turn-head': 'away',
  lean: 'viewer',
  'tilt-head': 'none',
  wink: 'none',
};

function stepsOf(
  playing: readonly GestureMatch[],
  matches: readonly Match[],
  directions: readonly MotionDirection[],
  isAimed: boolean,
): MotionBeat[][] {
  const manners = playing.filter(({ entry }) => entry.manner === true);
  // "looks sad" is a mood, not a look at something
  const isMoodOnly = manners.length > 0 && directions.length === 0 && !isAimed;
  const acting = playing.filter(({ entry }) => entry.manner !== true && !(isMoodOnly && isPlainLook(entry)));
  const steps: MotionBeat[][] = [];
  const open = acting.filter(({ entry }) => isOpen(entry));
  for (const gesture of acting) {
    const { entry, scope } = gesture;
    const order = open.indexOf(gesture);
    const ways = order < 0 ? [undefined] : takeDirections(directions, order, order === open.length - 1);
    const how = modifiersIn(matches, scope);
    const played = ways.flatMap((way) =>
      entry.steps.map((step) => step.map((beat) => beatOf(beat, how, way, isAimed))),
    );
    for (const beats of played) addBeats(steps, beats);
  }
  for (const { entry, scope } of manners) {
    const how = modifiersIn(matches, scope);
    const beats = entry.steps.flat().map((sketch) => beatOf(sketch, how, undefined, false));
    steps[0] = playWhatFits(steps[0] ?? [], beats);
  }
  return steps;
}

const isOpen = ({ steps }: Gesture): boolean =>
  steps.flat().some(({ verb, direction }) => DIRECTED[verb] !== undefined && direction === undefined);

const isPlainLook = (gesture: Gesture): boolean => isOpen(gesture) && gesture.steps[0]?.[0]?.verb === 'look';

/**
 * One direction for each gesture, all that are left for the last one ("looks left and right"); when none is left, the one
 * before serves again ("turns her head to look at the camera").
 */
function takeDirections(
  directions: readonly MotionDirection[],
  order: number,
  isLast: boolean,
): (MotionDirection | undefined)[] {
  const taken = directions.slice(order, isLast ? undefined : order + 1);
  return taken.length > 0 ? taken : [directions.at(-1)];
}

function addBeats(steps: MotionBeat[][], beats: readonly MotionBeat[]): void {
  const last = steps.at(-1);
  const joined = last === undefined ? undefined : playTogether(last, beats);
  if (joined === undefined) steps.push([...beats]);
  else steps[steps.length - 1] = joined;
}

const modifiersIn = (matches: readonly Match[], scope: number): Modifier[] =>
  matches.flatMap((match) => (match.entry.kind === 'modifier' && match.scope === scope ? [match.entry] : []));

function beatOf(
  sketch: BeatSketch,
  modifiers: readonly Modifier[],
  way: MotionDirection | undefined,
  isAimed: boolean,
): MotionBeat {
  const usual = sketch.verb === 'look' && isAimed ? 'away' : DIRECTED[sketch.verb];
  const direction =
    sketch.direction ?? (usual === undefined ? undefined : (way ?? (usual === 'none' ? undefined : usual)));
  const plain: MotionBeat = {
    verb: sketch.verb,
    pace: sketch.pace ?? 'normal',
    amount: sketch.amount,
    ...(sketch.repeats === undefined ? {} : { repeats: sketch.repeats }),
    ...(direction === undefined ? {} : { direction }),
  };
  return modified(plain, modifiers);
}

import type { MotionBeat, MotionDirection, MotionVerb } from './custom-motion.ts';
import type { CannotReason } from './custom-text-reading.ts';
import { DICTIONARY, LONGEST_PHRASE_WORDS, type Word } from './english-words.ts';
import type { BeatSketch, Entry, Gesture, Modifier } from './motion-dictionary.ts';
import { playTogether, playWhatFits } from './steps.ts';

/** Something that a clause asks for and that cannot be played as it is written. */
export interface Impossible {
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

interface Match {
  readonly entry: Entry;
  /** Place among the clause's words, and the part of the clause between two "with". */
  readonly index: number;
  readonly scope: number;
  readonly isDenied: boolean;
  readonly start: number;
  readonly end: number;
}

interface GestureMatch extends Match {
  readonly entry: Gesture;
}

const isGesture = (match: Match): match is GestureMatch => match.entry.kind === 'gesture';
const isLimbOrThing = ({ entry }: GestureMatch): boolean =>
  entry.weak === true && (entry.cannot === 'needs-an-object' || entry.cannot === 'needs-a-hand');

/** Reads the words of one clause. `isAimed` says that it points at something ("looks at the chart"). */
export function readClause(words: readonly Word[], isAimed: boolean): ClauseReading {
  const { matches, unknownCount } = matchesIn(words);
  const directions = directionsIn(matches);
  const gestures = decisiveOf(matches.filter(isGesture).filter(({ isDenied }) => !isDenied));
  const playing = gestures.filter(({ entry }) => entry.steps.length > 0);
  const modifiers = matches.flatMap(({ entry }) => (entry.kind === 'modifier' ? [entry] : []));
  const isEmpty = gestures.length === 0 && unknownCount === 0;
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
    modifiers: isEmpty ? modifiers : [],
    directions: isEmpty ? directions : [],
  };
}

/** Adverbs, sides and scopes are taken out first, so that "raises the left eyebrow" still reads "raise eyebrow". */
function matchesIn(words: readonly Word[]): { readonly matches: readonly Match[]; readonly unknownCount: number } {
  const kept: Word[] = [];
  const marks: { readonly entry: Entry; readonly at: number; readonly word: Word }[] = [];
  for (let index = 0; index < words.length; ) {
    const found = longestAt(words, index);
    const word = words[index] as Word;
    if (found?.length === 1 && isMark(found.entry, word.base))
      marks.push({ entry: found.entry, at: kept.length, word });
    else if (found !== undefined && found.entry.kind === 'modifier')
      marks.push({ entry: found.entry, at: kept.length, word });
    else kept.push(...words.slice(index, index + (found?.length ?? 1)));
    index += found?.length ?? 1;
  }
  const placed = (entry: Entry, index: number, start: number, end: number): Match => {
    const before = marks.filter(({ at }) => at <= index);
    const scope = before.filter((mark) => mark.entry.kind === 'with').length;
    const lastScope = before.findLast((mark) => mark.entry.kind === 'with' || mark.entry.kind === 'not');
    return { entry, index, scope, isDenied: lastScope?.entry.kind === 'not', start, end };
  };
  const matches: Match[] = marks.map(({ entry, word }, order) => {
    const scope = marks.slice(0, order).filter((mark) => mark.entry.kind === 'with').length;
    return { entry, index: -1, scope, isDenied: false, start: word.start, end: word.end };
  });
  let unknownCount = 0;
  for (let index = 0; index < kept.length; ) {
    const found = longestAt(kept, index);
    const length = found?.length ?? 1;
    const [first, last] = [kept[index] as Word, kept[index + length - 1] as Word];
    if (found !== undefined) matches.push(placed(found.entry, index, first.start, last.end));
    else if (!SMALL_WORDS.has(first.base)) unknownCount++;
    index += length;
  }
  return { matches, unknownCount };
}

/** Words that may stand beside a direction or an adverb without meaning anything of their own. */
const SMALL_WORDS = new Set(['back', 'again', 'in', 'out', 'over', 'too', 'more', 'still', 'kind', 'way']);

const isMark = (entry: Entry, base: string): boolean =>
  entry.kind === 'with' || entry.kind === 'not' || entry.kind === 'modifier' || base === 'left' || base === 'right';

function longestAt(
  words: readonly Word[],
  index: number,
): { readonly entry: Entry; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST_PHRASE_WORDS, words.length - index); length > 0; length--) {
    const phrase = words.slice(index, index + length).map(({ base }) => base);
    const entry = DICTIONARY.get(phrase.join(' '));
    if (entry !== undefined) return { entry, length };
  }
  return undefined;
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
  const mover = gestures.find(
    (gesture) =>
      isLimbOrThing(gesture) && clear.some((other) => movesItself(other) && other.index === gesture.index + 1),
  );
  if (mover !== undefined) return [mover];
  if (clear.length > 0) return clear;
  const nouns = gestures.filter(({ entry }) => entry.cannot !== undefined);
  return nouns.length > 0 ? nouns.slice(0, 1) : gestures;
}

const movesItself = ({ entry }: GestureMatch): boolean => entry.cannot === undefined && entry.manner !== true;

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
  const open = [...directions];
  // "looks sad" is a mood, not a look at something
  const acting = playing.filter(
    ({ entry }) =>
      entry.manner !== true && !(manners.length > 0 && open.length === 0 && !isAimed && isPlainLook(entry)),
  );
  const steps: MotionBeat[][] = [];
  for (const [order, { entry, scope }] of acting.entries()) {
    const ways = isOpen(entry) ? takeDirections(open, order === acting.length - 1) : [undefined];
    for (const way of ways) {
      for (const sketches of entry.steps) {
        addBeats(
          steps,
          sketches.map((sketch) => beatOf(sketch, modifiersIn(matches, scope), way, isAimed)),
        );
      }
    }
  }
  for (const { entry, scope } of manners) {
    const beats = entry.steps.flat().map((sketch) => beatOf(sketch, modifiersIn(matches, scope), undefined, false));
    steps[0] = playWhatFits(steps[0] ?? [], beats);
  }
  return steps;
}

const isOpen = ({ steps }: Gesture): boolean =>
  steps.flat().some(({ verb, direction }) => DIRECTED[verb] !== undefined && direction === undefined);

const isPlainLook = (gesture: Gesture): boolean => isOpen(gesture) && gesture.steps[0]?.[0]?.verb === 'look';

/** One direction for each gesture, all that are left for the last one ("looks left and right"). */
function takeDirections(open: MotionDirection[], isLast: boolean): (MotionDirection | undefined)[] {
  const taken = open.splice(0, isLast ? open.length : 1);
  return taken.length > 0 ? taken : [undefined];
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
    repeats: sketch.repeats ?? 1,
    ...(direction === undefined ? {} : { direction }),
  };
  return modified(plain, modifiers);
}

/** Smallest and largest performance: less cannot be seen, more leaves the face. */
const AMOUNT_LIMITS = { least: 0.3, most: 1.5 };

/** A beat played as adverbs say. */
export function modified(beat: MotionBeat, modifiers: readonly Modifier[]): MotionBeat {
  const amount = modifiers.reduce((size, how) => size * (how.amount ?? 1), beat.amount);
  const isBroken = beat.broken === true || modifiers.some(({ broken }) => broken === true);
  return {
    ...beat,
    pace: modifiers.findLast(({ pace }) => pace !== undefined)?.pace ?? beat.pace,
    amount: Math.min(AMOUNT_LIMITS.most, Math.max(AMOUNT_LIMITS.least, amount)),
    repeats: modifiers.findLast(({ repeats }) => repeats !== undefined)?.repeats ?? beat.repeats,
    ...(isBroken ? { broken: true } : {}),
  };
}

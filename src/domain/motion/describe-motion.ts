import type { CustomMotion, MotionBeat, MotionVerb } from './custom-motion.ts';

const SAYS: Record<MotionVerb, string> = {
  nod: 'nods',
  'shake-head': 'shakes the head',
  'tilt-head': 'tilts the head',
  look: 'looks',
  'turn-head': 'turns',
  blink: 'blinks',
  wink: 'winks',
  smile: 'smiles',
  laugh: 'laughs',
  frown: 'frowns',
  sigh: 'sighs',
  breathe: 'breathes',
  lean: 'leans',
  shrug: 'shrugs',
  'raise-brows': 'raises the brows',
  surprise: 'looks surprised',
  squint: 'narrows the eyes',
  hair: 'the hair moves in the wind',
  sway: 'sways',
  'wave-hand': 'waves a hand that is raised in the picture',
  pause: 'pauses',
  still: 'keeps still',
};

type Direction = NonNullable<MotionBeat['direction']>;

const TOWARDS: Record<Direction, string> = {
  left: 'to the left',
  right: 'to the right',
  up: 'up',
  down: 'down',
  away: 'away',
  viewer: 'to the camera',
};
/** Verbs whose directions read differently. */
const TOWARDS_OF: Partial<Record<MotionVerb, Partial<Record<Direction, string>>>> = {
  lean: { viewer: 'in', away: 'back', up: 'back', down: 'in' },
  wink: { left: 'with the left eye', right: 'with the right eye', up: '', down: '', away: '', viewer: '' },
};

const LARGE: Partial<Record<MotionVerb, string>> = {
  smile: 'broadly',
  laugh: 'heartily',
  hair: 'strongly',
  still: '',
  pause: '',
  'tilt-head': 'far',
};
const TIMES: Partial<Record<number, string>> = { 2: 'twice', 3: 'three times', 4: 'four times', 5: 'five times' };
/** Verbs that come in twos when the text does not say how often. */
const IN_TWOS: ReadonlySet<MotionVerb> = new Set(['nod', 'shake-head']);
const PACES: Record<MotionBeat['pace'], string> = { slow: 'slowly', normal: '', quick: 'quickly' };

/** What will play, in words without capital and full stop: "nods slowly and smiles, then looks down". */
export function describeMotion({ steps }: CustomMotion): string {
  return steps.map((beats) => listed(beats.map(describeBeat))).join(', then ');
}

function describeBeat({ verb, direction, pace, amount, repeats, broken }: MotionBeat): string {
  const words = [
    verb === 'squint' && amount < 0.8 ? 'softens the eyes' : SAYS[verb],
    direction === undefined ? '' : (TOWARDS_OF[verb]?.[direction] ?? TOWARDS[direction]),
    amount < 0.8 && verb !== 'squint' ? 'a little' : '',
    amount > 1.2 ? (LARGE[verb] ?? 'deeply') : '',
    PACES[pace],
    timesOf(verb, repeats),
    broken === true ? 'and stops half-way' : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

function timesOf(verb: MotionVerb, repeats: number | undefined): string {
  if (repeats === 1 && IN_TWOS.has(verb)) return 'once';
  return repeats === undefined ? '' : (TIMES[repeats] ?? '');
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

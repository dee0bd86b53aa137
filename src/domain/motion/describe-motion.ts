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
  lean: 'leans in',
  shrug: 'shrugs',
  'raise-brows': 'raises the brows',
  surprise: 'looks surprised',
  squint: 'narrows the eyes',
  hair: 'hair moves in the wind',
  sway: 'sways',
  pause: 'pauses',
  still: 'keeps still',
};

const TOWARDS: Record<NonNullable<MotionBeat['direction']>, string> = {
  left: 'to the left',
  right: 'to the right',
  up: 'up',
  down: 'down',
  away: 'away',
  viewer: 'to the camera',
};

const DIRECTED: ReadonlySet<MotionVerb> = new Set(['look', 'turn-head']);
const TIMES: Partial<Record<number, string>> = { 2: 'twice', 3: 'three times' };

/** What will play, in words: "nods slowly and smiles, then looks down". */
export function describeMotion(steps: CustomMotion['steps']): string {
  return steps.map((beats) => beats.map(describeBeat).join(' and ')).join(', then ');
}

function describeBeat({ verb, direction, pace, amount, repeats, broken }: MotionBeat): string {
  const says = verb === 'lean' && direction === 'away' ? 'leans back' : SAYS[verb];
  const words = [
    broken === true ? 'almost' : '',
    says,
    direction !== undefined && DIRECTED.has(verb) ? TOWARDS[direction] : '',
    amount < 0.8 ? 'a little' : '',
    pace === 'normal' ? '' : pace === 'slow' ? 'slowly' : 'quickly',
    TIMES[repeats] ?? '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

/** What English words say about a motion. Keys are base forms; `/` separates words that may stand in one place. */
import type { MotionBeat, MotionDirection, MotionVerb } from './custom-motion.ts';
import type { CannotReason } from './custom-text-reading.ts';

type Pace = MotionBeat['pace'];

/** A beat as a dictionary writes it; what is left out is plain. */
export interface BeatSketch {
  readonly verb: MotionVerb;
  readonly amount: number;
  readonly direction?: MotionDirection;
  readonly pace?: Pace;
  readonly repeats?: number;
}

/** Something that can be played, or cannot, or stands in for what cannot. */
export interface Gesture {
  readonly kind: 'gesture';
  /** Beats together, steps in turn; none when nothing can be played. */
  readonly steps: readonly (readonly BeatSketch[])[];
  readonly cannot?: CannotReason;
  /** What the steps look like, when they stand in for something else. */
  readonly standsIn?: string;
  /** True for words that count only when a clause says nothing clearer ("movement", "hair"). */
  readonly weak?: boolean;
  /** True for a mood or a look of the eyes: it colours what is played rather than taking its turn. */
  readonly manner?: boolean;
  /** True when it makes the motion before it stop half-way. */
  readonly breaks?: boolean;
}

/** How something is done: factors multiply. */
export interface Modifier {
  readonly kind: 'modifier';
  readonly amount?: number;
  readonly pace?: Pace;
  readonly repeats?: number;
  readonly broken?: boolean;
}

export interface DirectionWord {
  readonly kind: 'direction';
  readonly direction: MotionDirection;
}

/** `with` begins a new scope for adverbs; `not` denies what follows. */
export interface ScopeWord {
  readonly kind: 'with' | 'not';
}

export type Entry = Gesture | Modifier | DirectionWord | ScopeWord;
export type Row<Meaning> = readonly (readonly [phrases: string, meaning: Meaning])[];

const does = (verb: MotionVerb, amount = 1, more: Omit<BeatSketch, 'verb' | 'amount'> = {}): BeatSketch => ({
  verb,
  amount,
  ...more,
});
const together = (...beats: BeatSketch[]): Gesture => ({ kind: 'gesture', steps: [beats] });
const inTurn = (...steps: BeatSketch[][]): Gesture => ({ kind: 'gesture', steps });
const manner = (...beats: BeatSketch[]): Gesture => ({ ...together(...beats), manner: true });
const weakly = (...beats: BeatSketch[]): Gesture => ({ ...together(...beats), weak: true });
const slow = { pace: 'slow' } as const;
const quick = { pace: 'quick' } as const;
const to = (direction: MotionDirection, pace?: Pace): Omit<BeatSketch, 'verb' | 'amount'> =>
  pace === undefined ? { direction } : { direction, pace };

/** Motions of head, eyes, face, shoulders and hair. */
export const GESTURES: Row<Gesture> = [
  ['nod, nod head, bob head, agree', together(does('nod'))],
  ['shake head, headshake, disagree', together(does('shake-head'))],
  ['tilt, tilt head, cock head, incline head, head tilt, rest head', together(does('tilt-head'))],
  ['look, look back', together(does('look'))],
  ['gaze', together(does('look', 1, slow))],
  ['glance, peek, peer', together(does('look', 1, quick))],
  ['stare, stare camera/viewer/you/ahead/forward', together(does('still'))],
  ['stare away/distance/horizon/window', together(does('look', 1, to('away', 'slow')))],
  ['stare down/floor/ground', together(does('look', 1, to('down', 'slow')))],
  ['stare up/sky/star/moon', together(does('look', 1, to('up', 'slow')))],
  ['look/stare/gaze over shoulder', together(does('turn-head', 1, to('away')))],
  ['glance/peek/peer over shoulder', together(does('turn-head', 1, to('away', 'quick')))],
  ['look/glance/gaze/scan around, survey, look/glance side to side, look/glance back and forth', lookAround()],
  ['lower/drop/cast gaze/eye/head/chin/face, gaze/eye/head drop, gaze/eye lower, eye downcast', lookTo('down')],
  ['hang/bow/duck head', together(does('look', 1, to('down', 'slow')))],
  ['raise/lift gaze/eye/head/chin/face, throw/toss/tip head back, gaze/eye lift/rise', lookTo('up')],
  ['turn, turn head/face, head turn, twist', together(does('turn-head'))],
  ['turn/face away', together(does('turn-head', 1, to('away')))],
  ['face camera/viewer/you/forward', together(does('turn-head', 1, to('viewer')))],
  [
    'blink, flutter eyelash/eyelid/lash/lid, bat eyelash/eye/lash, eyelash/eyelid/eye flutter, eye flutter open/close/shut',
    together(does('blink')),
  ],
  ['close/shut eye/eyelid, eye close/shut', { ...together(does('blink', 1, slow)), manner: true }],
  ['open eye, eye open', together(does('blink', 1, slow), does('raise-brows', 0.5))],
  ['wink, close one/left/right eye', together(does('wink'))],
  [
    'roll eye, eye roll, eyeroll',
    inTurn([does('look', 0.7, to('up', 'quick'))], [does('look', 0.6, to('away', 'quick'))]),
  ],
  ['smile', together(does('smile'))],
  ['grin, beam', together(does('smile', 1.25))],
  ['smirk', together(does('smile', 0.6), does('raise-brows', 0.5))],
  ['laugh, laughter, crack up', together(does('laugh'))],
  ['giggle', together(does('laugh', 0.7, quick))],
  ['chuckle, snicker, snort', together(does('laugh', 0.7))],
  ['frown, scowl, furrow, furrow/knit/lower brow/eyebrow, grimace, wince, glare', together(does('frown'))],
  ['sigh, exhale, breathe out', together(does('sigh'))],
  ['breathe, breath, inhale, take breath, chest rise, chest rise and fall, chest heave', together(does('breathe'))],
  ['lean, lean in/close/closer/forward, come/move/get/draw closer/close, closer', together(does('lean'))],
  ['lean back/away, recoil, flinch, pull/draw/step back, back away', together(does('lean', 1, to('away')))],
  ['shrug, shrug shoulder, raise/lift/bounce shoulder, shoulder rise', together(does('shrug'))],
  ['shiver, tremble, shudder', together(does('shrug', 0.4, { pace: 'quick', repeats: 3 }))],
  ['sway, rock, swing, sway side to side, bob', together(does('sway'))],
  ['raise/lift/arch/quirk brow/eyebrow, brow/eyebrow raise/lift/arch', together(does('raise-brows'))],
  ['widen eye, eye widen, eye wide, open eye wide, eye open wide, startle, eye grow wide', together(does('surprise'))],
  ['squint, narrow eye, eye narrow', together(does('squint'))],
  ['hair, strand, ponytail, braid, fringe, wind, breeze, gust, windy, windswept', weakly(does('hair'))],
  ['hair blow/flow/flutter/move/sway/wave/stir/dance/drift/float/toss/whip/fly/ripple/billow', together(does('hair'))],
  [
    'wind/breeze blow/play/move/catch/ruffle/stir/toss/rustle hair, wind/breeze play with hair, wind/breeze blow, blow/ruffle/stir hair',
    together(does('hair')),
  ],
  ['greet, greeting', together(does('nod', 0.8), does('smile'), does('raise-brows', 0.6))],
  ['pause, wait', together(does('pause'))],
  ['hesitate, stop, falter, freeze', { ...together(does('pause')), breaks: true }],
  [
    'second guess, second-guess, change mind, think better, reconsider, have second thought, doubt',
    { ...together(does('look', 0.5, to('away'))), breaks: true },
  ],
  ['move, movement, motion, animate, idle, ambient', weakly(does('sway', 0.5), does('breathe', 0.8))],
  ['still, motionless', weakly(does('still'))],
  ['stay/stand/hold/keep still, not move, hold pose', together(does('still'))],
];

function lookTo(direction: MotionDirection): Gesture {
  return together(does('look', 1, to(direction)));
}

function lookAround(): Gesture {
  return inTurn([does('look', 1, to('left'))], [does('look', 1, to('right'))]);
}

/** Moods and looks of the eyes. */
export const MANNERS: Row<Gesture> = [
  ['happy, happily, happiness, joy, joyful, joyfully, cheerful, cheerfully, delighted', happy(1)],
  ['excited, excitedly, excitement, thrilled, ecstatic, overjoyed', happy(1.25)],
  [
    'sad, sadly, sadness, sorrow, sorrowful, melancholy, heartbroken, grief, mournful',
    manner(does('frown', 0.7), does('look', 0.6, to('down'))),
  ],
  ['angry, angrily, anger, furious, rage, mad, annoyed, irritated', manner(does('frown'), does('squint', 0.5))],
  ['serious, seriously, stern, sternly, determined', manner(does('frown', 0.4), does('squint', 0.4))],
  [
    'shy, shyly, bashful, bashfully, coy, coyly, embarrassed, embarrassment, sheepish, timid',
    manner(does('smile', 0.5), does('look', 0.5, to('down')), does('tilt-head', 0.5)),
  ],
  ['surprised, surprise, shocked, shock, astonished, amazed, startled, awe', manner(does('surprise'))],
  [
    'scared, afraid, fear, frightened, terrified, fearful',
    manner(does('surprise', 0.7), does('lean', 0.5, to('away'))),
  ],
  [
    'curious, curiously, curiosity, inquisitive, intrigued, interested',
    manner(does('tilt-head', 0.7), does('raise-brows', 0.6)),
  ],
  ['confused, confusion, puzzled, bewildered', manner(does('tilt-head', 0.7), does('frown', 0.5))],
  [
    'sleepy, sleepily, tired, tiredly, drowsy, exhausted, weary',
    manner(does('blink', 1, slow), does('tilt-head', 0.5, slow), does('sigh', 0.5, slow)),
  ],
  [
    'nervous, nervously, anxious, anxiously, worried, uneasy, nervousness',
    manner(does('look', 0.5, to('away', 'quick')), does('blink', 1, { pace: 'quick', repeats: 2 })),
  ],
  ['bored, boredom, indifferent', manner(does('sigh', 0.7), does('look', 0.6, to('away', 'slow')))],
  [
    'thoughtful, thoughtfully, pensive, dreamy, dreamily, ponder, think, thinking',
    manner(does('look', 0.6, to('up', 'slow'))),
  ],
  ['proud, proudly, pride, confident, confidently', manner(does('look', 0.4, to('up')), does('smile', 0.6))],
  [
    'flirty, flirt, flirtatious, playful, playfully, mischievous, teasing, seductive',
    manner(does('smile', 0.7), does('tilt-head', 0.6), does('raise-brows', 0.5)),
  ],
  ['calm, calmly, peaceful, peacefully, serene, relaxed, relax, content', manner(does('breathe', 0.8, slow))],
  ['disgusted, disgust', manner(does('frown', 0.8), does('squint', 0.6), does('lean', 0.4, to('away')))],
  [
    'eye warm/soft/kind/gentle/tender/loving/bright, warm/soft/kind/gentle/tender/loving/bright eye/gaze, ' +
      'eye soften/sparkle/twinkle/glow/shine, soften eye/gaze, gaze soften',
    manner(does('squint', 0.5)),
  ],
];

function happy(amount: number): Gesture {
  return manner(does('smile', amount), does('squint', 0.4), does('raise-brows', 0.4));
}

const how = (modifier: Omit<Modifier, 'kind'>): Modifier => ({ kind: 'modifier', ...modifier });

export const MODIFIERS: Row<Modifier> = [
  ['slow, slowly, gradual, gradually, lazily, lazy, long, lingering, languidly, leisurely', how({ pace: 'slow' })],
  ['gentle, gently, soft, softly, tender, tenderly, delicate, delicately', how({ pace: 'slow', amount: 0.8 })],
  [
    'quick, quickly, fast, rapid, rapidly, sudden, suddenly, abruptly, sharply, brisk, briskly, swiftly',
    how({ pace: 'quick' }),
  ],
  [
    'slight, slightly, bit, little, subtle, subtly, faint, faintly, small, tiny, light, lightly, barely',
    how({ amount: 0.6 }),
  ],
  ['hint, touch of, trace of', how({ amount: 0.6 })],
  [
    'strong, strongly, very, really, big, bigger, wide, wider, widely, bright, brightly, broad, broadly, huge, loud, loudly',
    how({ amount: 1.3 }),
  ],
  ['deep, deeply, heavy, heavily, dramatic, dramatically, intense, intensely, vigorously, hard', how({ amount: 1.35 })],
  ['once, one, one time', how({ repeats: 1 })],
  ['twice, two times, 2 times, two, 2x', how({ repeats: 2 })],
  [
    'thrice, three times, 3 times, three, 3x, repeatedly, several/few/many/multiple times, over and over, again and again',
    how({ repeats: 3 }),
  ],
  ['four times, 4 times, four', how({ repeats: 4 })],
  ['five times, 5 times, five', how({ repeats: 5 })],
  ['almost, nearly, half', how({ broken: true })],
];

const towards = (direction: MotionDirection): DirectionWord => ({ kind: 'direction', direction });

export const DIRECTIONS: Row<DirectionWord> = [
  ['left, leftward', towards('left')],
  ['right, rightward', towards('right')],
  ['up, upward, upwards, sky, star, moon, ceiling, cloud, heaven', towards('up')],
  ['down, downward, downwards, floor, ground, feet, lap, book, phone', towards('down')],
  ['away, aside, sideways, side, distance, horizon, window, elsewhere, off, him, them, over shoulder', towards('away')],
  ['camera, viewer, you, me, us, audience, lens, ahead, forward, front', towards('viewer')],
];

export const SCOPES: Row<ScopeWord> = [
  ['with', { kind: 'with' }],
  ['not', { kind: 'not' }],
];

/** What stands in for a wave: a greeting, and the hand where one is raised in the picture. */
export const GREETING: readonly BeatSketch[] = [
  does('tilt-head', 0.8),
  does('raise-brows', 0.8),
  does('smile', 0.9),
  does('shrug', 0.6),
  does('wave-hand'),
];

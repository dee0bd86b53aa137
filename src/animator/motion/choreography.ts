import type { MotionPresetId } from '../../domain/motion/presets.ts';
import type { PoseChannel } from './pose.ts';

/**
 * The seven performances, written down as an animator would: what moves, when, how far. Times are seconds of a five-second
 * take (`TAKE_SECONDS`); other lengths stretch the take or play it twice. Values are in the units of `Pose`.
 *
 * What makes them performances: eyes go first, the head follows on an arc (it dips on the way across), the body last; a move
 * gathers a little before it starts, comes past its end and settles; nothing is held quite still, nothing comes in pairs of
 * the same size. Written for a character that turns to the right of the picture, mirrored for the other side.
 */
export interface Choreography {
  readonly channels: Channels;
  readonly blinks: readonly BlinkCue[];
  readonly breaths: readonly BreathCue[];
  /** Strength of the wind; its gusts are the channel `gust`. */
  readonly breeze: number;
  /** Size of the small jumps of the gaze in eye widths. */
  readonly restlessness: number;
  /** How far the head strays while nothing is asked of it, in degrees: a held pose is never a frozen one. */
  readonly wanderDegrees: number;
}

export type Channels = Partial<Record<PoseChannel, readonly KeyPair[]>>;

/** Seconds of the take, value. */
type KeyPair = readonly [timeSeconds: number, value: number];

export interface BlinkCue {
  readonly atSeconds: number;
  readonly kind: 'quick' | 'slow';
}

/** A breath in from `atSeconds` on, and out again; air goes out more slowly than it comes in. */
export interface BreathCue {
  readonly atSeconds: number;
  readonly inSeconds: number;
  readonly outSeconds: number;
  readonly depth: number;
}

export const TAKE_SECONDS = 5;

/** Channels that change sides when the performance is mirrored. */
export const MIRRORED_CHANNELS: ReadonlySet<PoseChannel> = new Set([
  ...(['yawDegrees', 'rollDegrees', 'headRight', 'gazeRight', 'sway', 'smileAskew'] as const),
]);

/** Two breaths of a person at ease, the second a little shallower. */
export const calmBreaths = (depth: number): readonly BreathCue[] => [
  { atSeconds: 0.05, inSeconds: 1.05, outSeconds: 1.35, depth },
  { atSeconds: 2.55, inSeconds: 1, outSeconds: 1.35, depth: 0.85 * depth },
];

/** One soft swell of air, felt more than seen. */
export const SOFT_GUST: readonly KeyPair[] = [[0.3, 0], [1.5, 0.8], [2.6, 0.35], [3.4, 0.6], [4.7, 0]];

/**
 * Standing at ease. With the first breath the weight goes over to one leg (it gathers to the other side first, comes a little
 * too far, sinks in); the head tilts against it, late. Then something aside: the eyes jump there, the head drifts after them
 * and stays; one blink on the way back to us, and the trace of a smile as it arrives. The weight goes home last.
 */
const GENTLE_MOVEMENT: Choreography = {
  channels: {
    sway: [[0.15, 0], [0.45, -0.004], [1.4, 0.021], [1.9, 0.017], [3.4, 0.015], [4.75, 0]],
    rollDegrees: [[0.4, 0], [0.7, 0.3], [1.7, -2], [2.3, -1.6], [3.1, -0.9], [3.9, -1.3], [4.75, 0]],
    gazeRight: [[1.95, 0], [2.03, -0.11], [2.9, -0.06], [3.3, -0.05], [3.39, 0.04], [4, 0]],
    yawDegrees: [[0.3, 0], [1.5, 2.2], [2.05, 1.9], [2.85, -5], [3.35, -4.6], [4.25, 0.5], [4.75, 0]],
    pitchDegrees: [[0.2, 0], [1.2, -0.4], [2, 0.3], [2.45, 1.5], [2.95, 0.5], [3.8, 1.4], [4.3, -0.2], [4.75, 0]],
    browRaise: [[2.85, 0], [3.1, 0.18], [3.5, 0.05], [3.75, 0.2], [4.5, 0]],
    cheekRaise: [[3.4, 0], [3.8, 0.25], [4.7, 0]],
    smile: [[3.45, 0], [4, 0.34], [4.3, 0.26], [4.8, 0]],
    gust: SOFT_GUST,
  },
  blinks: [{ atSeconds: 3.34, kind: 'quick' }],
  breaths: calmBreaths(0.7),
  breeze: 0.26,
  restlessness: 0.018,
  wanderDegrees: 0.35,
};

/**
 * For a face that looks at us already. Something calls it away: the eyes leave, the head gathers and follows, and rests. Then
 * it feels our look: a blink, the eyes are with us first, the head comes after on an arc, a little too far, and settles. It
 * knows us: the brows flash, the lower lids warm, the smile follows, a small nod closes it.
 */
const TURN_TO_CAMERA_FRONTAL: Choreography = {
  channels: {
    gazeRight: [[0.14, 0], [0.22, 0.14], [0.95, 0.07], [1.3, 0.08], [1.62, 0.07], [1.71, -0.13], [2.55, -0.01], [2.9, 0]],
    yawDegrees: [[0.22, 0], [0.36, -0.4], [1.15, 11.4], [1.6, 10.6], [2.62, -1.5], [3.05, 0.4], [3.5, 0]],
    pitchDegrees: [[0.22, 0], [0.7, 1.7], [1.2, 0.4], [1.6, 0.7], [2.1, 2], [2.6, -1.5], [3, 1.5], [3.4, 0.2], [4.7, 0]],
    rollDegrees: [[0.3, 0], [1.25, 1.8], [1.75, 1.3], [2.75, -2.3], [3.3, -1.6], [4, -1.8], [4.75, 0]],
    sway: [[0.4, 0], [1.4, 0.008], [1.9, 0.006], [2.9, -0.004], [4.7, 0]],
    browRaise: [[0.7, 0], [1.1, 0.2], [1.6, 0.05], [2.3, 0.1], [2.6, 0.75], [3, 0.3], [3.8, 0.15], [4.6, 0]],
    squint: [[2.6, 0], [3, 0.22], [4, 0.16], [4.6, 0]],
    cheekRaise: [[2.6, 0], [3, 0.4], [4, 0.2], [4.6, 0]],
    smile: [[2.68, 0], [3.35, 0.64], [3.7, 0.58], [4.1, 0.56], [4.8, 0]],
    gust: SOFT_GUST,
  },
  blinks: [{ atSeconds: 1.64, kind: 'quick' }, { atSeconds: 3.95, kind: 'quick' }],
  breaths: calmBreaths(0.55),
  breeze: 0.14,
  restlessness: 0.012,
  wanderDegrees: 0.3,
};

/**
 * For a face that looks past us. A small swing further away to gather, a blink; the eyes are with us first, the head follows
 * and settles on the viewer; brows, lids and a smile know us, a small nod. In the last second it drifts back to what it
 * looked at. `yawDegrees` is in parts of the way to the viewer and is scaled to the face.
 */
const TURN_TO_CAMERA_AVERTED: Choreography = {
  channels: {
    yawDegrees: [[0.15, 0], [0.6, -0.13], [1.75, 1.04], [2.15, 0.98], [3.7, 1], [4.75, 0]],
    gazeRight: [[0.52, 0], [0.6, 0.14], [1.6, 0.05], [2.1, 0.04], [3.66, 0.04], [3.74, -0.04], [4.6, 0]],
    pitchDegrees: [[0.2, 0], [0.6, 0.6], [1.15, 1.9], [1.75, -1], [2.2, 1.1], [2.65, 0], [3.7, -0.2], [4.2, 0.9], [4.75, 0]],
    rollDegrees: [[0.6, 0], [1.9, -1.8], [2.4, -1.3], [3.6, -1.5], [4.75, 0]],
    sway: [[0.7, 0], [2, 0.006], [3.7, 0.005], [4.75, 0]],
    browRaise: [[1.4, 0], [1.8, 0.7], [2.3, 0.25], [3.4, 0.15], [4.2, 0]],
    squint: [[1.75, 0], [2.2, 0.22], [3.5, 0.16], [4.3, 0]],
    cheekRaise: [[1.75, 0], [2.2, 0.4], [3.4, 0.2], [4.4, 0]],
    smile: [[1.85, 0], [2.55, 0.64], [3, 0.56], [3.6, 0.54], [4.65, 0]],
    gust: SOFT_GUST,
  },
  blinks: [{ atSeconds: 0.62, kind: 'quick' }, { atSeconds: 3.68, kind: 'quick' }],
  breaths: calmBreaths(0.55),
  breeze: 0.14,
  restlessness: 0.012,
  wanderDegrees: 0.3,
};

/**
 * Two gusts, the first the stronger: each rises in half a second, shakes, and dies slowly, and the hair swings back past its
 * rest when it has gone. They run from root to tip (see `addWind`), cloth answers a little. The first makes the eyes blink and
 * narrow; the face turns into the wind a moment after it comes and gives way when it is strongest.
 */
const HAIR_IN_WIND: Choreography = {
  channels: {
    gust: [[0.3, 0], [0.95, 1], [1.3, 0.62], [1.65, 0.8], [2.5, -0.14], [2.85, 0.06], [3.35, 0.8], [3.65, 0.5], [4, 0.55], [4.7, -0.06], [5, 0]],
    yawDegrees: [[0.5, 0], [1.4, -3], [2.5, -1], [3, -0.8], [3.7, -2.2], [4.75, 0]],
    rollDegrees: [[0.6, 0], [1.35, 1.5], [2.6, -0.5], [3.5, 0.9], [4.75, 0]],
    pitchDegrees: [[0.5, 0], [1.2, 1.4], [2.4, -0.9], [3, -0.5], [3.6, 0.8], [4.75, 0]],
    sway: [[0.5, 0], [1.3, 0.008], [2.6, -0.002], [3.6, 0.005], [4.75, 0]],
    squint: [[0.6, 0], [1.05, 0.4], [2.3, 0.1], [3, 0.08], [3.45, 0.28], [4.5, 0]],
    browLower: [[0.6, 0], [1.1, 0.25], [2.3, 0], [3.1, 0], [3.5, 0.14], [4.4, 0]],
  },
  blinks: [{ atSeconds: 0.86, kind: 'quick' }, { atSeconds: 2.75, kind: 'quick' }],
  breaths: calmBreaths(0.5),
  breeze: 1,
  restlessness: 0.014,
  wanderDegrees: 0.3,
};

/**
 * A thought arrives: the brows lift, the lower lids and cheeks warm first, the corners of the mouth follow (one of them a
 * moment ahead), the head dips and tilts into it. One slow, contented blink at its height. Eyes stay warm while the mouth lets
 * go, more slowly than it came; a quick blink, and it is over.
 */
const SMILE_AND_BLINK: Choreography = {
  channels: {
    browRaise: [[0.2, 0], [0.55, 0.4], [1.2, 0.15], [2.9, 0.1], [4.3, 0]],
    squint: [[0.3, 0], [0.8, 0.26], [1.4, 0.36], [3.5, 0.28], [4.6, 0]],
    cheekRaise: [[0.35, 0], [0.9, 0.55], [1.5, 0.3], [3.5, 0.3], [4.6, 0]],
    smile: [[0.6, 0], [1.5, 1.18], [1.95, 1.08], [2.9, 1.13], [3.3, 1.07], [4.2, 0.34], [4.8, 0]],
    smileAskew: [[0.55, 0], [1, 0.2], [1.7, 0.05], [3.3, 0.05], [4, 0.1], [4.6, 0]],
    rollDegrees: [[0.5, 0], [0.75, -0.3], [1.75, 3.1], [2.3, 2.6], [3.4, 2.8], [4.75, 0]],
    yawDegrees: [[0.6, 0], [1.7, 1.7], [3.5, 1.2], [4.75, 0]],
    pitchDegrees: [[0.3, 0], [0.85, 1.2], [1.55, -1.1], [2.2, 0.6], [2.8, 0.1], [3.5, 0.5], [4.75, 0]],
    sway: [[0.6, 0], [1.9, 0.006], [3.5, 0.005], [4.75, 0]],
    gust: SOFT_GUST,
  },
  blinks: [{ atSeconds: 1.95, kind: 'slow' }, { atSeconds: 3.72, kind: 'quick' }],
  breaths: calmBreaths(0.55),
  breeze: 0.12,
  restlessness: 0.01,
  wanderDegrees: 0.25,
};

/**
 * A greeting without a hand. "Oh, you!": the brows fly up and the chin lifts, a blink, the smile breaks; the head tilts and
 * bobs (each bob smaller), the shoulders lift with it and sink, a nod confirms it.
 */
const WAVE_HELLO: Choreography = {
  channels: {
    browRaise: [[0.1, 0], [0.36, 0.95], [0.95, 0.45], [1.7, 0.35], [2.2, 0.5], [3.4, 0.15], [4.4, 0]],
    pitchDegrees: [[0.1, 0], [0.45, -2.3], [1.02, 2.4], [1.5, -0.5], [1.95, 0.7], [2.4, -0.2], [3, 0.4], [4.75, 0]],
    squint: [[0.4, 0], [0.9, 0.24], [3.6, 0.2], [4.6, 0]],
    cheekRaise: [[0.35, 0], [0.85, 0.5], [1.5, 0.3], [3.5, 0.2], [4.6, 0]],
    smile: [[0.42, 0], [1.05, 1.2], [1.5, 1.1], [3.3, 1.08], [4.1, 0.45], [4.8, 0]],
    rollDegrees: [[0.3, 0], [0.48, -0.6], [1.1, 5.6], [1.55, 3.1], [1.98, 4.9], [2.42, 3.1], [2.85, 3.9], [3.5, 3.2], [4.75, 0]],
    yawDegrees: [[0.35, 0], [1.15, 2.4], [3.4, 1.7], [4.75, 0]],
    shrug: [[0.4, 0], [1, 1], [1.5, 0.35], [1.95, 0.65], [2.5, 0.2], [3.6, 0.12], [4.6, 0]],
    sway: [[0.45, 0], [0.6, -0.002], [1.2, 0.013], [1.7, 0.008], [2.1, 0.011], [3.2, 0.008], [4.75, 0]],
    gust: SOFT_GUST,
  },
  blinks: [{ atSeconds: 0.56, kind: 'quick' }, { atSeconds: 3.1, kind: 'quick' }],
  breaths: calmBreaths(0.55),
  breeze: 0.12,
  restlessness: 0.012,
  wanderDegrees: 0.3,
};

/** A raised hand that waves: the forearm leads, the hand comes late. Without such a hand nothing of it is seen. */
export const WAVING_HAND = {
  forearmDegrees: [[0.25, 0], [0.55, -2], [0.92, 6], [1.24, -3.2], [1.58, 5.4], [1.9, -2.8], [2.24, 4], [2.6, -1.2], [3.05, 0.8], [3.6, 0]],
  handDegrees: [[0.3, 0], [0.64, -5], [1, 15], [1.33, -11], [1.67, 13], [2, -9], [2.35, 9], [2.72, -3], [3.2, 1.2], [3.8, 0]],
} as const satisfies Channels;

/**
 * The same "Oh, you!" with a hand. The hand gathers inwards while the brows go up, then swings out: three waves, each smaller
 * and the last one only an echo. The forearm leads, the hand arrives late, the fingers last (see `displaceArm`). The head
 * tilts towards the hand and keeps quieter than in a greeting without one.
 */
const WAVE_HELLO_WITH_HAND: Choreography = {
  ...WAVE_HELLO,
  channels: {
    ...WAVE_HELLO.channels,
    ...WAVING_HAND,
    rollDegrees: [[0.3, 0], [0.48, -0.6], [1.1, 4], [1.6, 3.2], [2.1, 3.7], [2.8, 3], [3.5, 2.6], [4.75, 0]],
    shrug: [[0.4, 0], [0.95, 0.5], [1.6, 0.25], [2.6, 0.15], [3.6, 0.1], [4.6, 0]],
  },
};

/**
 * Nothing but breath, and a person in it. In: the chest fills, the shoulders ride up, the head rises and tips back a little.
 * Out, longer: everything sinks, the eyes close for a slow moment. A second, calmer one; the gaze hardly moves.
 */
const BREATHING: Choreography = {
  channels: {
    shrug: [[0.15, 0], [1.1, 0.26], [2.3, 0], [2.65, 0], [3.5, 0.2], [4.8, 0]],
    pitchDegrees: [[0.2, 0], [1.15, -0.5], [2.2, 0.7], [2.7, 0.5], [3.6, -0.3], [4.75, 0]],
    rollDegrees: [[0.4, 0], [1.8, 0.8], [3.2, -0.3], [4.75, 0]],
    headRise: [[0.2, 0], [1.2, 0.006], [2.4, 0], [2.7, 0], [3.6, 0.004], [4.75, 0]],
    gust: SOFT_GUST,
  },
  blinks: [{ atSeconds: 1.75, kind: 'slow' }],
  breaths: [
    { atSeconds: 0.05, inSeconds: 1.05, outSeconds: 1.4, depth: 1.2 },
    { atSeconds: 2.6, inSeconds: 0.95, outSeconds: 1.35, depth: 1.02 },
  ],
  breeze: 0.1,
  restlessness: 0.01,
  wanderDegrees: 0.3,
};

/**
 * Something there? The eyes jump aside, the head gathers and follows, rises to see, rests while the eyes search. No: a blink
 * covers the long way across to somewhere lower on the other side; it narrows its eyes at that, and comes home, eyes first.
 */
const LOOK_AROUND: Choreography = {
  channels: {
    gazeRight: [
      [0.12, 0], [0.2, 0.16], [0.95, 0.08], [1.22, 0.08], [1.28, 0.12], [1.5, 0.11],
      [1.66, 0.1], [1.75, -0.17], [2.55, -0.08], [2.85, -0.08], [2.91, -0.05], [3.34, -0.06], [3.42, 0.09], [4.2, 0],
    ],
    yawDegrees: [[0.24, 0], [0.36, -0.4], [1.1, 11.6], [1.62, 10.7], [2.62, -10.6], [3.3, -9.9], [4.35, 0.6], [4.75, 0]],
    pitchDegrees: [[0.24, 0], [0.66, 1.5], [1.12, -1.5], [1.62, -1.1], [2.1, 2.2], [2.66, 1.3], [3.3, 1.1], [3.85, 1.9], [4.35, -0.2], [4.75, 0]],
    rollDegrees: [[0.3, 0], [1.15, 1.6], [1.7, 1.3], [2.7, -2.5], [3.35, -2], [4.75, 0]],
    sway: [[0.45, 0], [1.4, 0.008], [1.9, 0.007], [3, -0.008], [3.5, -0.007], [4.75, 0]],
    browRaise: [[0.85, 0], [1.15, 0.42], [1.65, 0.12], [2.3, 0], [3.4, 0], [3.75, 0.15], [4.5, 0]],
    squint: [[2.5, 0], [2.9, 0.22], [3.3, 0.16], [3.8, 0]],
    browLower: [[2.5, 0], [2.9, 0.2], [3.3, 0.12], [3.7, 0]],
    gust: SOFT_GUST,
  },
  blinks: [{ atSeconds: 1.68, kind: 'quick' }, { atSeconds: 3.37, kind: 'quick' }],
  breaths: calmBreaths(0.5),
  breeze: 0.14,
  restlessness: 0.012,
  wanderDegrees: 0.3,
};

/** From here on a face counts as looking past us, and turning to the camera has a way to go. */
export const AVERTED_DEGREES = 9;

/** What a performance must know of the figure that plays it. */
export interface Performer {
  /** Turn of the face in the picture; positive looks to the right. */
  readonly yawDegrees: number;
  /** Whether a raised hand stands free enough to wave. */
  readonly handCanWave?: boolean;
}

/** The performance of a preset for a figure. */
export function choreographyOf(presetId: MotionPresetId, { yawDegrees, handCanWave }: Performer): Choreography {
  if (presetId === 'wave-hello' && handCanWave === true) return WAVE_HELLO_WITH_HAND;
  if (presetId === 'turn-to-camera') {
    return Math.abs(yawDegrees) < AVERTED_DEGREES ? TURN_TO_CAMERA_FRONTAL : TURN_TO_CAMERA_AVERTED;
  }
  return PRESETS[presetId];
}

const PRESETS: Record<Exclude<MotionPresetId, 'turn-to-camera'>, Choreography> = {
  'gentle-movement': GENTLE_MOVEMENT,
  'hair-in-wind': HAIR_IN_WIND,
  'smile-and-blink': SMILE_AND_BLINK,
  'wave-hello': WAVE_HELLO,
  breathing: BREATHING,
  'look-around': LOOK_AROUND,
};

import type { MotionPresetId } from '../../domain/motion/presets.ts';
import type { Pose } from './pose.ts';

/**
 * The seven performances, written down as an animator would: what moves, when, how far. Times are seconds of a five-second
 * take (`TAKE_SECONDS`); other lengths stretch the take or play it twice. Values are in the units of `Pose`.
 *
 * `towards` values are written for a character that turns to the right of the picture and are mirrored for the other side.
 */
export interface Choreography {
  readonly channels: Partial<Record<keyof Pose, readonly KeyPair[]>>;
  readonly blinks: readonly BlinkCue[];
  readonly breaths: { readonly perTake: number; readonly depth: number };
  readonly breeze: { readonly strength: number; readonly gusts: number };
  /** Size of the small jumps of the gaze in eye widths. */
  readonly restlessness: number;
}

/** Seconds of the take, value. */
type KeyPair = readonly [timeSeconds: number, value: number];

export interface BlinkCue {
  readonly atSeconds: number;
  readonly kind: 'quick' | 'slow';
}

export const TAKE_SECONDS = 5;

/** Channels that change sides when the performance is mirrored. */
export const MIRRORED_CHANNELS: ReadonlySet<keyof Pose> = new Set(['yawDegrees', 'rollDegrees', 'headRight', 'gazeRight', 'sway']);

/**
 * Weight shifts from one side to the other and back, the head follows a little late and tilts against it; one glance away
 * and back with a blink on the way; a breath lifts the chest twice; a hint of a smile comes and goes.
 */
const GENTLE_MOVEMENT: Choreography = {
  channels: {
    yawDegrees: [[0, 0], [1.35, 4.4], [1.9, 3.9], [3.45, -4.2], [3.9, -3.7], [4.7, 0]],
    rollDegrees: [[0, 0], [1.5, 1.9], [3.5, -1.7], [4.7, 0]],
    pitchDegrees: [[0, 0], [0.9, 1.1], [2.4, -0.7], [3.6, 1], [4.7, 0]],
    sway: [[0, 0], [1.3, 0.016], [3.4, -0.016], [4.7, 0]],
    gazeRight: [[1.9, 0], [2.05, 0.07], [2.8, 0.07], [2.95, 0]],
    smile: [[0.4, 0], [1.8, 0.28], [3.4, 0.24], [4.7, 0]],
  },
  blinks: [{ atSeconds: 1.95, kind: 'quick' }, { atSeconds: 3.7, kind: 'quick' }],
  breaths: { perTake: 2, depth: 0.6 },
  breeze: { strength: 0.26, gusts: 1 },
  restlessness: 0.018,
};

/**
 * For a face that looks at us already: the eyes leave first, the head follows them away, rests; a blink starts the way back,
 * the head comes past the middle by a little, settles, and recognises us with brows and a smile.
 */
const TURN_TO_CAMERA_FRONTAL: Choreography = {
  channels: {
    gazeRight: [[0.12, 0], [0.3, 0.13], [0.95, 0.08], [1.6, 0.06], [1.85, -0.1], [2.5, 0]],
    yawDegrees: [[0.2, 0], [1.15, 11], [1.65, 10.6], [2.7, -1.4], [3.15, 0.2], [3.6, 0]],
    pitchDegrees: [[0.2, 0], [1.15, 1.4], [1.65, 1.2], [2.7, -1.2], [3.2, -0.4], [4.6, 0]],
    rollDegrees: [[0.3, 0], [1.2, 1.6], [2.75, -1.9], [3.6, -1.6], [4.65, 0]],
    browRaise: [[2.45, 0], [2.8, 0.6], [3.3, 0.25], [4.4, 0]],
    smile: [[2.6, 0], [3.3, 0.6], [4, 0.55], [4.7, 0]],
  },
  blinks: [{ atSeconds: 1.72, kind: 'quick' }, { atSeconds: 3.75, kind: 'quick' }],
  breaths: { perTake: 2, depth: 0.5 },
  breeze: { strength: 0.12, gusts: 1 },
  restlessness: 0.012,
};

/**
 * For a face that looks past us: a small swing further away to gather, then the eyes come to us, the head follows and
 * settles on the viewer, brows and a smile say hello; in the last second it drifts back to where it was. `yawDegrees` is in
 * parts of the way to the viewer and is scaled to the face.
 */
const TURN_TO_CAMERA_AVERTED: Choreography = {
  channels: {
    yawDegrees: [[0.15, 0], [0.6, -0.13], [1.75, 1.03], [2.15, 1], [3.75, 1], [4.7, 0]],
    gazeRight: [[0.5, 0], [0.68, 0.13], [1.6, 0.05], [2.1, 0.04], [3.7, 0.04], [3.9, -0.03], [4.6, 0]],
    pitchDegrees: [[0.2, 0], [0.6, 0.9], [1.7, -0.8], [3.7, -0.5], [4.7, 0]],
    rollDegrees: [[0.6, 0], [1.8, -1.6], [3.6, -1.3], [4.7, 0]],
    browRaise: [[1.5, 0], [1.95, 0.6], [2.6, 0.2], [4.2, 0]],
    smile: [[1.7, 0], [2.5, 0.6], [3.6, 0.5], [4.6, 0]],
  },
  blinks: [{ atSeconds: 0.66, kind: 'quick' }, { atSeconds: 3.72, kind: 'quick' }],
  breaths: { perTake: 2, depth: 0.5 },
  breeze: { strength: 0.12, gusts: 1 },
  restlessness: 0.012,
};

/**
 * Two gusts run through the hair from the roots to the tips; the face turns a little into the wind, the lids narrow when it
 * is strongest.
 */
const HAIR_IN_WIND: Choreography = {
  channels: {
    yawDegrees: [[0.2, 0], [1.5, -2.6], [2.6, -1.4], [3.7, -2.4], [4.7, 0]],
    rollDegrees: [[0.3, 0], [1.6, 1.1], [3.4, -0.5], [4.7, 0]],
    pitchDegrees: [[0.3, 0], [1.4, -0.9], [2.6, 0.3], [3.8, -0.7], [4.7, 0]],
    squint: [[0.7, 0], [1.4, 0.28], [2.5, 0.1], [3.6, 0.26], [4.5, 0]],
  },
  blinks: [{ atSeconds: 1.62, kind: 'quick' }, { atSeconds: 3.95, kind: 'quick' }],
  breaths: { perTake: 2, depth: 0.5 },
  breeze: { strength: 1, gusts: 2 },
  restlessness: 0.014,
};

/**
 * The smile begins in the eyes (lower lids and cheeks), reaches the corners of the mouth a moment later, stays, and relaxes
 * more slowly than it came; one slow, warm blink at its height, one quick one as it leaves; the head tilts into it.
 */
const SMILE_AND_BLINK: Choreography = {
  channels: {
    squint: [[0.25, 0], [0.85, 0.3], [3.5, 0.26], [4.5, 0]],
    smile: [[0.4, 0], [1.3, 1.05], [2.2, 0.98], [3.6, 1.02], [4.7, 0]],
    browRaise: [[0.25, 0], [0.75, 0.4], [1.5, 0.15], [3.6, 0.12], [4.5, 0]],
    rollDegrees: [[0.4, 0], [1.5, 2.9], [3.5, 2.4], [4.7, 0]],
    yawDegrees: [[0.5, 0], [1.6, 1.6], [3.5, 1.1], [4.7, 0]],
    pitchDegrees: [[0.3, 0], [1.2, -1.2], [2, 0.7], [3.4, 0.3], [4.7, 0]],
  },
  blinks: [{ atSeconds: 1.75, kind: 'slow' }, { atSeconds: 3.62, kind: 'quick' }],
  breaths: { perTake: 2, depth: 0.5 },
  breeze: { strength: 0.1, gusts: 1 },
  restlessness: 0.01,
};

/**
 * A greeting: the brows go up first, the head tilts and bobs twice with the shoulders, a nod and a wide smile. The hand is
 * not drawn: a picture without a raised hand has none to wave with.
 */
const WAVE_HELLO: Choreography = {
  channels: {
    browRaise: [[0.15, 0], [0.5, 0.85], [1.2, 0.45], [2.6, 0.5], [3.8, 0.2], [4.6, 0]],
    smile: [[0.3, 0], [1, 1.05], [3.6, 0.95], [4.7, 0]],
    squint: [[0.5, 0], [1.1, 0.22], [3.6, 0.2], [4.5, 0]],
    rollDegrees: [[0.35, 0], [0.95, 5.2], [1.4, 2.4], [1.85, 5], [2.35, 2.2], [2.85, 4.4], [3.6, 2.4], [4.7, 0]],
    pitchDegrees: [[0.2, 0], [0.6, -1.8], [1.15, 2.4], [1.7, -0.4], [2.2, 1.6], [3, 0], [4.6, 0]],
    yawDegrees: [[0.3, 0], [1.1, 2.2], [3.4, 1.6], [4.7, 0]],
    shrug: [[0.4, 0], [0.95, 0.9], [1.4, 0.4], [1.85, 0.85], [2.5, 0.35], [3.6, 0.3], [4.6, 0]],
    sway: [[0.4, 0], [1, 0.012], [2, 0.004], [3, 0.01], [4.7, 0]],
  },
  blinks: [{ atSeconds: 0.62, kind: 'quick' }, { atSeconds: 3.1, kind: 'quick' }],
  breaths: { perTake: 2, depth: 0.5 },
  breeze: { strength: 0.12, gusts: 1 },
  restlessness: 0.012,
};

/** Two deep, calm breaths: chest and shoulders rise and sink, the head rides on them; one slow blink on the way out. */
const BREATHING: Choreography = {
  channels: {
    pitchDegrees: [[0.2, 0], [1.1, -0.5], [2.5, 0.3], [3.6, -0.5], [4.7, 0]],
    rollDegrees: [[0.4, 0], [2, 0.7], [3.6, -0.4], [4.7, 0]],
  },
  blinks: [{ atSeconds: 2.9, kind: 'slow' }],
  breaths: { perTake: 2, depth: 1.15 },
  breeze: { strength: 0.1, gusts: 1 },
  restlessness: 0.01,
};

/**
 * Something there? The eyes jump to one side, the head follows and rests; a blink covers the long way across to the other
 * side, rests again, and comes home. A slight tilt and nod go with each turn, as necks do.
 */
const LOOK_AROUND: Choreography = {
  channels: {
    gazeRight: [[0.1, 0], [0.24, 0.15], [1, 0.1], [1.45, 0.09], [1.62, -0.15], [2.6, -0.1], [3.15, -0.09], [3.35, 0.07], [4.2, 0]],
    yawDegrees: [[0.25, 0], [1.05, 11], [1.6, 10.4], [2.6, -11], [3.25, -10.4], [4.45, 0.4], [4.7, 0]],
    rollDegrees: [[0.25, 0], [1.05, 2], [1.6, 1.8], [2.6, -2.2], [3.25, -1.9], [4.6, 0]],
    pitchDegrees: [[0.25, 0], [0.65, 1.5], [1.1, -0.6], [2.1, 1.7], [2.65, -0.6], [3.8, 1], [4.6, 0]],
    browRaise: [[0.9, 0], [1.2, 0.35], [1.6, 0.1], [2.5, 0.1], [2.85, 0.4], [3.4, 0]],
  },
  blinks: [{ atSeconds: 1.72, kind: 'quick' }, { atSeconds: 3.4, kind: 'quick' }],
  breaths: { perTake: 2, depth: 0.5 },
  breeze: { strength: 0.12, gusts: 1 },
  restlessness: 0.012,
};

/** From here on a face counts as looking past us, and turning to the camera has a way to go. */
export const AVERTED_DEGREES = 9;

/** The performance of a preset for a face that is turned by `yawDegrees` in the picture. */
export function choreographyOf(presetId: MotionPresetId, yawDegrees: number): Choreography {
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

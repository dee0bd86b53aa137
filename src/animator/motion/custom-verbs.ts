import type { MotionBeat, MotionVerb } from '../../domain/motion/custom-motion.ts';
import { WAVING_HAND } from './choreography.ts';
import type { Key } from './easing.ts';
import type { PoseChannel } from './pose.ts';
import type { Blink, Track } from './score.ts';

/** A beat and the time it has: it begins at `start`, should be done at `end`, and may stay until `release`. */
export interface Cue {
  readonly beat: MotionBeat;
  readonly start: number;
  readonly end: number;
  readonly release: number;
  /** Size after amount, strength and "stops half-way". */
  readonly size: number;
  /** -1 left, 1 right, for verbs that have a side. */
  readonly side: number;
  readonly lengthSeconds: number;
}

export interface Written {
  readonly tracks: readonly Track[];
  readonly blinks?: readonly Blink[];
}

/** Seconds one move takes at each pace. */
const MOVE_SECONDS: Record<MotionBeat['pace'], number> = { slow: 1.05, normal: 0.7, quick: 0.42 };
const track = (channel: PoseChannel, ...keys: readonly (readonly [number, number])[]): Track => ({
  channel,
  keys: keys.map(([timeSeconds, value]): Key => ({ timeSeconds, value })),
});

/** Goes to `value`, stays until the cue is released, and returns. */
function held(channel: PoseChannel, { beat, start, release }: Cue, value: number, delaySeconds = 0): Track {
  const move = MOVE_SECONDS[beat.pace];
  const arrive = start + delaySeconds + move;
  const leave = Math.max(arrive + 0.1, release);
  return track(channel, [start + delaySeconds, 0], [arrive, value], [leave, 0.94 * value], [leave + 0.65, 0]);
}

/** Goes to `value` and back `times` times within the cue, each a little smaller than the one before. */
function repeated(channel: PoseChannel, { beat, start, end }: Cue, value: number, times: number): Track {
  const period = Math.min(2 * MOVE_SECONDS[beat.pace], (end - start) / times);
  const keys: [number, number][] = [[start, 0]];
  for (let turn = 0; turn < times; turn++) {
    const fading = 1 - 0.18 * turn;
    keys.push([start + period * (turn + 0.45), value * fading]);
    keys.push([start + period * (turn + 1), turn === times - 1 ? 0 : -0.12 * value * fading]);
  }
  return track(channel, ...keys);
}

/** Swings from one side to the other `times` times. */
function swung(channel: PoseChannel, { beat, start, end }: Cue, value: number, times: number): Track {
  const period = Math.min(1.7 * MOVE_SECONDS[beat.pace], (end - start) / times);
  const keys: [number, number][] = [[start, 0]];
  for (let turn = 0; turn < times; turn++) {
    const fading = 1 - 0.15 * turn;
    keys.push([start + period * (turn + 0.28), value * fading], [start + period * (turn + 0.76), -value * fading]);
  }
  return track(channel, ...keys, [start + period * times + 0.15, 0]);
}

export function quickBlink(startSeconds: number, eyes: Blink['eyes'] = 'both'): Blink {
  return { startSeconds, closeSeconds: 0.085, holdSeconds: 0.06, openSeconds: 0.19, depth: 1, eyes };
}

/** One entry for everything a custom motion can say. */
export const VERBS: Record<MotionVerb, (cue: Cue) => Written> = {
  nod: (cue) => {
    const times = cue.beat.repeats ?? 2;
    return {
      tracks: [
        repeated('pitchDegrees', cue, 6.5 * cue.size, times),
        repeated('headRise', cue, -0.012 * cue.size, times),
      ],
    };
  },
  'shake-head': (cue) => {
    const times = cue.beat.repeats ?? 2;
    return {
      tracks: [
        swung('yawDegrees', cue, cue.side * 7.5 * cue.size, times),
        swung('gazeRight', cue, cue.side * 0.03, times),
      ],
    };
  },
  'tilt-head': (cue) => ({
    tracks: [held('rollDegrees', cue, cue.side * 5.5 * cue.size), held('yawDegrees', cue, cue.side * 1.5 * cue.size)],
  }),
  look: (cue) => LOOKS[cue.beat.direction ?? 'away'](cue),
  'turn-head': (cue) => TURNS[cue.beat.direction ?? 'away'](cue),
  blink: (cue) => ({ tracks: [], blinks: blinksOf(cue, 'both') }),
  wink: (cue) => {
    const eyes = cue.side < 0 ? 'left' : 'right';
    return {
      tracks: [repeated('smile', cue, 0.4 * cue.size, 1), repeated('rollDegrees', cue, cue.side * 2.2 * cue.size, 1)],
      blinks: blinksOf(cue, eyes).map((blink) => ({ ...blink, holdSeconds: blink.holdSeconds + 0.12 })),
    };
  },
  smile: (cue) => ({
    tracks: [
      held('smile', cue, Math.min(1, 0.9 * cue.size), 0.12),
      held('squint', cue, Math.min(0.4, 0.26 * cue.size)),
      held('browRaise', cue, 0.15 * cue.size),
    ],
  }),
  laugh: (cue) => {
    const shakes = Math.max(2, Math.min(4, Math.floor((cue.end - cue.start) / 0.42)));
    return {
      tracks: [
        held('smile', { ...cue, release: Math.min(cue.release, cue.end + 0.5) }, Math.min(1, 1.05 * cue.size)),
        held('squint', { ...cue, release: cue.end }, 0.5),
        repeated('shrug', { ...cue, beat: { ...cue.beat, pace: 'quick' } }, 0.55 * cue.size, shakes),
        repeated('headRise', { ...cue, beat: { ...cue.beat, pace: 'quick' } }, 0.014 * cue.size, shakes),
        held('pitchDegrees', { ...cue, release: cue.end }, -3.2 * cue.size),
      ],
    };
  },
  frown: (cue) => ({
    tracks: [
      held('frown', cue, Math.min(1, 0.85 * cue.size)),
      held('browLower', cue, Math.min(1, 0.75 * cue.size)),
      held('squint', cue, 0.18),
      held('pitchDegrees', cue, 1.4 * cue.size),
    ],
  }),
  sigh: (cue) => {
    const full = cue.start + 0.4 * (cue.end - cue.start);
    return {
      tracks: [
        track('breath', [cue.start, 0], [full, 1.1 * cue.size], [cue.end + 0.35, 0]),
        track('shrug', [cue.start, 0], [full, 0.4 * cue.size], [cue.end + 0.3, 0]),
        track('pitchDegrees', [cue.start, 0], [full, -2.2 * cue.size], [cue.end, 2.4 * cue.size], [cue.end + 0.75, 0]),
      ],
      blinks: [{ ...quickBlink(full), holdSeconds: 0.16, openSeconds: 0.3 }],
    };
  },
  breathe: () => ({ tracks: [] }),
  lean: (cue) => {
    const way = cue.beat.direction === 'away' ? -1 : 1;
    if (cue.beat.direction === 'left' || cue.beat.direction === 'right') {
      return {
        tracks: [held('sway', cue, cue.side * 0.05 * cue.size), held('rollDegrees', cue, cue.side * 2 * cue.size)],
      };
    }
    return { tracks: [held('lean', cue, way * cue.size), held('pitchDegrees', cue, way * 1.2 * cue.size)] };
  },
  shrug: (cue) => ({
    tracks: [
      repeated('shrug', cue, 1.1 * cue.size, cue.beat.repeats ?? 1),
      repeated('rollDegrees', cue, cue.side * 2.4 * cue.size, 1),
      repeated('browRaise', cue, 0.6 * cue.size, 1),
    ],
  }),
  'raise-brows': (cue) => ({ tracks: [held('browRaise', cue, Math.min(1.2, cue.size))] }),
  surprise: (cue) => ({
    tracks: [
      held('browRaise', { ...cue, beat: { ...cue.beat, pace: 'quick' } }, Math.min(1.2, 1.1 * cue.size)),
      held('blinkLeft', { ...cue, beat: { ...cue.beat, pace: 'quick' } }, -0.22),
      held('blinkRight', { ...cue, beat: { ...cue.beat, pace: 'quick' } }, -0.22),
      repeated('headRise', { ...cue, beat: { ...cue.beat, pace: 'quick' } }, 0.016 * cue.size, 1),
      held('lean', cue, -0.35 * cue.size),
    ],
    blinks: [quickBlink(cue.start)],
  }),
  squint: (cue) => ({ tracks: [held('squint', cue, Math.min(0.7, 0.5 * cue.size))] }),
  hair: () => ({ tracks: [] }),
  'wave-hand': ({ start, release, size }) => ({
    tracks: (['forearmDegrees', 'handDegrees'] as const).map((channel) => {
      // slower than life a wave looks lazy, much quicker frantic
      const tempo = Math.min(1, Math.max(0.6, (release + 0.65 - start) / 3.8));
      return track(
        channel,
        ...WAVING_HAND[channel].map(([at, degrees]) => [start + tempo * at, size * degrees] as const),
      );
    }),
  }),
  sway: (cue) => ({
    tracks: [
      swung('sway', cue, cue.side * 0.03 * cue.size, cue.beat.repeats ?? 1),
      swung('rollDegrees', cue, cue.side * 1.8 * cue.size, cue.beat.repeats ?? 1),
    ],
  }),
  pause: () => ({ tracks: [] }),
  still: () => ({ tracks: [] }),
};

type Direction = NonNullable<MotionBeat['direction']>;

/** Eyes first, the head follows a little. */
const LOOKS: Record<Direction, (cue: Cue) => Written> = {
  left: (cue) => lookAside(cue),
  right: (cue) => lookAside(cue),
  away: (cue) => ({
    tracks: [...lookAside(cue).tracks, held('pitchDegrees', cue, 1.8 * cue.size, 0.15)],
    blinks: [quickBlink(cue.start)],
  }),
  up: (cue) => ({
    tracks: [
      held('gazeDown', quick(cue), -0.055),
      held('pitchDegrees', cue, -4.5 * cue.size, 0.12),
      held('browRaise', cue, 0.35),
    ],
  }),
  down: (cue) => ({
    tracks: [
      held('gazeDown', quick(cue), 0.06),
      held('blinkLeft', cue, 0.34),
      held('blinkRight', cue, 0.34),
      held('pitchDegrees', cue, 5.5 * cue.size, 0.12),
    ],
  }),
  viewer: (cue) => ({ tracks: [held('browRaise', cue, 0.3 * cue.size)], blinks: [quickBlink(cue.start)] }),
};

function lookAside(cue: Cue): { readonly tracks: readonly Track[] } {
  return {
    tracks: [
      held('gazeRight', quick(cue), cue.side * 0.15),
      held('yawDegrees', cue, cue.side * 8.5 * cue.size, 0.18),
      held('rollDegrees', cue, cue.side * 1.2 * cue.size, 0.2),
    ],
  };
}

const quick = (cue: Cue): Cue => ({ ...cue, beat: { ...cue.beat, pace: 'quick' } });

/** The head itself turns, further than for a look. */
const TURNS: Record<Direction, (cue: Cue) => Written> = {
  ...LOOKS,
  left: (cue) => turnAside(cue),
  right: (cue) => turnAside(cue),
  away: (cue) => turnAside(cue),
};

function turnAside(cue: Cue): Written {
  return {
    tracks: [
      held('gazeRight', quick(cue), cue.side * 0.1),
      held('yawDegrees', cue, cue.side * 11 * cue.size, 0.1),
      held('rollDegrees', cue, cue.side * 1.8 * cue.size, 0.12),
    ],
    blinks: [quickBlink(cue.start + 0.15)],
  };
}

/** One blink for every repeat, spread over the cue; slow ones close for longer. */
function blinksOf({ beat, start, end }: Cue, eyes: Blink['eyes']): Blink[] {
  const times = beat.repeats ?? 1;
  const slow = beat.pace === 'slow' ? 2 : 1;
  const distance = Math.max(0.45 * slow, (end - start) / (times + 1));
  return Array.from({ length: times }, (_, turn) => ({
    startSeconds: start + 0.15 + distance * turn,
    closeSeconds: 0.085 * slow,
    holdSeconds: 0.06 * slow,
    openSeconds: 0.19 * slow,
    depth: 1,
    eyes,
  }));
}

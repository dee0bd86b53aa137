import type { Emotion } from '../../domain/motion/living-avatar.ts';
import { type Choreography, calmBreaths, SOFT_GUST } from './choreography.ts';
import type { Pose } from './pose.ts';

/**
 * A loop for a profile: the mood is on the face from the first frame to the last, and small life goes on above it. Because
 * the life begins and ends at rest, the last frame meets the first and nobody sees the seam.
 */
export interface IdleChoreography extends Choreography {
  /** Added to every frame, in the units of `Pose`; directions as in the channels. */
  readonly mood: Readonly<Partial<Pose>>;
}

/** What goes on in every mood: weight from one foot to the other, one look aside, one blink, a breath and a half. */
const LIFE: Choreography = {
  channels: {
    yawDegrees: [[0, 0], [1.5, 2.4], [3.2, -2], [4.75, 0]],
    rollDegrees: [[0, 0], [1.7, 1.1], [3.3, -0.9], [4.75, 0]],
    pitchDegrees: [[0, 0], [1, 0.6], [2.6, -0.5], [3.8, 0.5], [4.75, 0]],
    sway: [[0, 0], [1.5, 0.009], [3.2, -0.009], [4.75, 0]],
    gazeRight: [[2.1, 0], [2.2, 0.06], [2.9, 0.06], [3, 0]],
    gust: SOFT_GUST,
  },
  blinks: [{ atSeconds: 2.05, kind: 'quick' }],
  breaths: calmBreaths(0.6),
  breeze: 0.16,
  restlessness: 0.014,
  wanderDegrees: 0.2,
};

/** The moods. Sizes were looked at on paintings, renders and drawn faces: enough to read at the size of a profile, no mask. */
export const IDLE: Readonly<Record<Emotion, IdleChoreography>> = {
  neutral: { ...LIFE, mood: {} },
  /** A smile that reaches the eyes, and a lighter head. */
  happy: {
    ...LIFE,
    mood: { smile: 0.8, squint: 0.22, browRaise: 0.2 },
    channels: {
      ...LIFE.channels,
      rollDegrees: [[0, 0], [1.1, 2.2], [2.3, 0.6], [3.4, 1.8], [4.75, 0]],
      smile: [[0.5, 0], [1.4, 0.15], [3.4, 0.1], [4.7, 0]],
    },
    breaths: calmBreaths(0.75),
  },
  /** Inner brows up, corners and lids down, the head sinks; a long breath out and a slow blink. */
  sad: {
    ...LIFE,
    mood: { frown: 0.6, browWorry: 0.95, pitchDegrees: 2.6, gazeDown: 0.03, blinkLeft: 0.1, blinkRight: 0.1 },
    channels: {
      ...LIFE.channels,
      pitchDegrees: [[0, 0], [1.2, -0.5], [2.6, 1.4], [4.75, 0]],
      gazeRight: [[1.4, 0], [1.55, -0.05], [3.2, -0.05], [3.4, 0]],
    },
    blinks: [{ atSeconds: 1.35, kind: 'slow' }],
    breaths: [{ atSeconds: 0.1, inSeconds: 1.9, outSeconds: 2.8, depth: 0.9 }],
  },
  /** Brows high, eyes wide, a little back; two quick blinks as if to make sure. */
  surprised: {
    ...LIFE,
    mood: { browRaise: 1.05, blinkLeft: -0.2, blinkRight: -0.2, headRise: 0.008, lean: -0.25, pitchDegrees: -1 },
    blinks: [{ atSeconds: 1.5, kind: 'quick' }, { atSeconds: 2, kind: 'quick' }],
    breaths: calmBreaths(0.8),
  },
  /** Head tilted and lowered, eyes aside, a small smile; one glance up to us, and away again. */
  shy: {
    ...LIFE,
    mood: { smile: 0.38, browWorry: 0.4, pitchDegrees: 2.8, rollDegrees: 2.6, yawDegrees: 2.5, gazeRight: 0.12, gazeDown: 0.03, blinkLeft: 0.09, blinkRight: 0.09 },
    channels: {
      ...LIFE.channels,
      gazeRight: [[1.7, 0], [1.85, -0.13], [3, -0.13], [3.15, 0]],
      pitchDegrees: [[0, 0], [1.9, -1.8], [3, -1.6], [3.7, 0.3], [4.75, 0]],
      smile: [[1.8, 0], [2.3, 0.25], [3.2, 0.2], [4.6, 0]],
    },
    blinks: [{ atSeconds: 1.62, kind: 'quick' }, { atSeconds: 3.05, kind: 'quick' }],
  },
  /** Brows down and together, lids narrow, corners down, the chin a little low; breath through the nose. */
  angry: {
    ...LIFE,
    mood: { browLower: 1.05, squint: 0.34, frown: 0.42, pitchDegrees: 1.8 },
    channels: {
      ...LIFE.channels,
      pitchDegrees: [[0, 0], [0.9, 0.8], [2.1, -0.2], [3.3, 0.8], [4.75, 0]],
      gazeRight: [],
    },
    breaths: [0.05, 1.7, 3.35].map((atSeconds) => ({ atSeconds, inSeconds: 0.65, outSeconds: 0.95, depth: 0.8 })),
    restlessness: 0.006,
  },
};

import type { ClipMotion } from '../motion/clip-motion.ts';
import type { MotionId } from '../motion/presets.ts';
import type { FaceFacts, PictureFacts } from './picture-facts.ts';

export type AdviceCode =
  | 'clear-face'
  | 'no-face'
  | 'full-body'
  | 'small-face'
  | 'close-up'
  | 'mid-range'
  | 'turned-away'
  | 'eyes-not-found'
  | 'mouth-not-found'
  | 'features-not-found'
  | 'several-faces'
  | 'crowd'
  | 'very-dark'
  | 'dim'
  | 'soft-background'
  | 'busy-background'
  | 'figure-not-separated'
  | 'small-picture'
  | 'little-hair'
  | 'no-hand'
  | 'hand-visible'
  | 'hand-waves';

/** One thing worth knowing before a picture is animated. */
export interface Advice {
  readonly code: AdviceCode;
  /** `good` helps, `hint` limits some motions, `warning` spoils most of them. */
  readonly level: 'good' | 'hint' | 'warning';
  readonly sentence: string;
  readonly whatToDo?: string;
  /** The motions it is about; left out, all of them. */
  readonly motions?: readonly ClipMotion[];
}

/**
 * Limits in the units of `PictureFacts`. The remarks give what was measured on seventeen painted, rendered, drawn and carved
 * portraits; the limits lie outside of what looked well there.
 */
const LIMITS = {
  /** A standing body is seven and a half heads high, so its face is an eighth of the picture or less. */
  fullBodyFaceShare: 0.13,
  /** Good portraits to the waist measured 0.19 and more. */
  midRangeFaceShare: 0.17,
  /** Below this many pixels lids and lips are a few pixels high, and their motion is less than one. */
  fullBodyFacePixels: 90,
  /** Faces that were seen from further aside have one eye at the outline; the largest good one measured 21. */
  turnedDegrees: 28,
  /** Mean luma; dark paintings that still move well measured 0.40 and more. */
  veryDark: 0.17,
  dim: 0.27,
  /** Plain and blurred backgrounds measured 0.002 to 0.010, painted landscapes up to 0.029. */
  softBackground: 0.012,
  busyBackground: 0.035,
  /** A second face of half the size competes with the first. */
  rivalShare: 0.45,
  /** From the third person on, a picture is a crowd. */
  crowdCount: 2,
  /** In face areas; moulded and short hair measured 0.67 to 0.9, and only its tips move. */
  littleHair: 0.6,
  /** Enlarging to 720 pixels by more than 1.8 times looks soft. */
  smallSourcePixels: 400,
} as const;

const EYE_MOTIONS: readonly MotionId[] = ['smile-and-blink', 'gentle-movement', 'look-around', 'turn-to-camera'];

interface Rule {
  readonly when: (facts: PictureFacts, source: PictureSize) => boolean;
  readonly advice: Advice;
}

/** Size of the picture as it was given, before it was fitted to the clip. */
export interface PictureSize {
  readonly sourceWidthPixels: number;
  readonly sourceHeightPixels: number;
}

const onFace =
  (check: (face: FaceFacts, facts: PictureFacts) => boolean) =>
  (facts: PictureFacts): boolean =>
    facts.face !== undefined && check(facts.face, facts);

const isClear = onFace(
  (face) =>
    face.eyesTrusted &&
    face.heightShare >= LIMITS.midRangeFaceShare &&
    Math.abs(face.yawDegrees) < LIMITS.turnedDegrees,
);
const isTiny = (face: FaceFacts): boolean =>
  face.heightShare < LIMITS.fullBodyFaceShare || face.heightPixels < LIMITS.fullBodyFacePixels;
const isFullBody = onFace(isTiny);
/** A face that was placed by hand (score 1) is believed; of a tiny one there are too few pixels to tell. */
const hasFeatures = (face: FaceFacts): boolean =>
  face.eyesTrusted || face.mouthTrusted || face.score === 1 || isTiny(face);
const isCrowd = ({ otherFaces }: PictureFacts): boolean => otherFaces.count >= LIMITS.crowdCount;

const RULES: readonly Rule[] = [
  {
    when: ({ face }) => face === undefined,
    advice: {
      code: 'no-face',
      level: 'warning',
      sentence:
        'No face was found: only a calm breath, a little parallax and drifting light will play, whatever the motion.',
      whatToDo: 'Choose a portrait with a clear face, or place the face by hand.',
    },
  },
  { when: isClear, advice: { code: 'clear-face', level: 'good', sentence: 'A clear face.' } },
  {
    when: isFullBody,
    advice: {
      code: 'full-body',
      level: 'warning',
      sentence:
        'The face is very small, as in full-body pictures: little of its motion can be seen, and arms and legs stay still.',
      whatToDo: 'Crop to head and shoulders.',
    },
  },
  {
    when: (facts) => !isFullBody(facts) && onFace((face) => face.heightShare < LIMITS.midRangeFaceShare)(facts),
    advice: {
      code: 'small-face',
      level: 'hint',
      sentence: 'The face is rather small: its expression is hard to see.',
      whatToDo: 'A closer crop, from the waist or the shoulders up, animates better.',
    },
  },
  {
    when: onFace((_, { torsoVisible }) => !torsoVisible),
    advice: {
      code: 'close-up',
      level: 'hint',
      sentence: 'A close-up: chest and shoulders are outside the picture, so breathing shows only a little.',
      whatToDo: 'A mid-range shot with shoulders breathes better.',
      motions: ['breathing'],
    },
  },
  {
    when: onFace(
      (face, { torsoVisible }) => torsoVisible && hasFeatures(face) && face.heightShare >= LIMITS.midRangeFaceShare,
    ),
    advice: { code: 'mid-range', level: 'good', sentence: 'A mid-range shot with a visible expression.' },
  },
  {
    when: onFace((face) => Math.abs(face.yawDegrees) >= LIMITS.turnedDegrees),
    advice: {
      code: 'turned-away',
      level: 'hint',
      sentence: 'The face looks far to the side: it turns to the camera only part of the way.',
      whatToDo: 'A face that looks more towards the viewer turns better.',
      motions: ['turn-to-camera', 'look-around'],
    },
  },
  {
    when: onFace((face) => !hasFeatures(face)),
    advice: {
      code: 'features-not-found',
      level: 'warning',
      sentence:
        'Neither eyes nor mouth can be told for certain, as in a face seen from the side: the head moves a little, the face keeps still.',
      whatToDo: 'Choose a picture that shows both eyes, or place the face by hand.',
    },
  },
  {
    when: onFace((face) => !face.eyesTrusted && hasFeatures(face)),
    advice: {
      code: 'eyes-not-found',
      level: 'hint',
      sentence:
        'The eyes cannot be told for certain (closed, hidden, carved or strongly stylised): they will not blink or look.',
      whatToDo: 'Choose a picture with open, visible eyes for motions that need them.',
      motions: EYE_MOTIONS,
    },
  },
  {
    when: onFace((face) => !face.mouthTrusted),
    advice: {
      code: 'mouth-not-found',
      level: 'hint',
      sentence: 'The mouth cannot be told for certain (small, far to the side or hidden): it does not speak a voice.',
      whatToDo: 'Choose a picture that shows the mouth from the front for voice sync.',
      motions: ['speak'],
    },
  },
  {
    when: isCrowd,
    advice: {
      code: 'crowd',
      level: 'warning',
      sentence: 'A crowded scene: only the main face moves, and everything else competes with it for attention.',
      whatToDo: 'Crop to one character.',
    },
  },
  {
    when: (facts) => !isCrowd(facts) && facts.otherFaces.count > 0 && facts.otherFaces.largestShare > LIMITS.rivalShare,
    advice: {
      code: 'several-faces',
      level: 'hint',
      sentence: 'There are two faces: only the main one will move.',
      whatToDo: 'Crop to one character.',
    },
  },
  {
    when: ({ brightness }) => brightness < LIMITS.veryDark,
    advice: {
      code: 'very-dark',
      level: 'warning',
      sentence: 'The picture is very dark: motion gets lost in shadow.',
      whatToDo: 'Choose a brighter picture.',
    },
  },
  {
    when: ({ brightness }) => brightness >= LIMITS.veryDark && brightness < LIMITS.dim,
    advice: {
      code: 'dim',
      level: 'hint',
      sentence: 'The picture is rather dark: small motions will be hard to see.',
      whatToDo: 'A brighter picture, or the strength "lively", shows more.',
    },
  },
  {
    when: ({ backgroundBusyness, matteTrusted }) => matteTrusted && backgroundBusyness <= LIMITS.softBackground,
    advice: {
      code: 'soft-background',
      level: 'good',
      sentence: 'A soft background that lets the motion feel natural.',
    },
  },
  {
    when: ({ backgroundBusyness }) => backgroundBusyness >= LIMITS.busyBackground,
    advice: {
      code: 'busy-background',
      level: 'hint',
      sentence: 'The background is busy: its edges around the head can be seen when it moves.',
      whatToDo: 'A softer background looks more natural.',
    },
  },
  {
    when: ({ matteTrusted, face }) => !matteTrusted && face !== undefined,
    advice: {
      code: 'figure-not-separated',
      level: 'hint',
      sentence:
        'Figure and background could not be told apart: motion fades out around the head, and hair hardly flies.',
      whatToDo: 'A plainer background helps.',
      motions: ['hair-in-wind', 'look-around', 'turn-to-camera'],
    },
  },
  {
    when: (_, { sourceWidthPixels, sourceHeightPixels }) =>
      Math.min(sourceWidthPixels, sourceHeightPixels) < LIMITS.smallSourcePixels,
    advice: {
      code: 'small-picture',
      level: 'hint',
      sentence: 'The picture is small and will look soft at 720p.',
      whatToDo: 'Use the original in full size, 720 pixels or more.',
    },
  },
  {
    when: ({ face, hairAmount }) => face !== undefined && hairAmount < LIMITS.littleHair,
    advice: {
      code: 'little-hair',
      level: 'hint',
      sentence: 'There is little loose hair: wind will hardly show.',
      motions: ['hair-in-wind'],
    },
  },
  {
    when: ({ face, handsVisible }) => face !== undefined && handsVisible === 0,
    advice: {
      code: 'no-hand',
      level: 'hint',
      sentence:
        'No raised hand is in the picture: "Wave hello" plays a friendly greeting with head, brows, smile and shoulders.',
      whatToDo: 'A picture with one open hand raised beside the head really waves.',
      motions: ['wave-hello'],
    },
  },
  {
    when: ({ handsVisible, handCanWave }) => handsVisible > 0 && !handCanWave,
    advice: {
      code: 'hand-visible',
      level: 'hint',
      sentence:
        'A hand is visible, but not raised with room around it, so it keeps still: "Wave hello" plays as a greeting with the head.',
      motions: ['wave-hello'],
    },
  },
  {
    when: ({ handCanWave }) => handCanWave,
    advice: {
      code: 'hand-waves',
      level: 'good',
      sentence: 'A raised hand with room around it: "Wave hello" really waves with it.',
      motions: ['wave-hello'],
    },
  },
];

/**
 * What is worth knowing about a picture, in the words of the help page: what is good first, then what limits it.
 *
 * @param motion only advice that concerns this motion
 */
export function adviseOn(facts: PictureFacts, source: PictureSize, motion?: ClipMotion): Advice[] {
  const order = { good: 0, warning: 1, hint: 2 };
  return RULES.filter(({ when, advice }) => when(facts, source) && concerns(advice, motion))
    .map(({ advice }) => advice)
    .sort((a, b) => order[a.level] - order[b.level]);
}

function concerns({ motions }: Advice, motion: ClipMotion | undefined): boolean {
  return motion === undefined || motions === undefined || motions.includes(motion);
}

/**
 * One word for all of it: `weak` when something spoils most motions, `great` when the face is clear and nothing limits every
 * motion; a hint about some motions only does not make a picture worse.
 */
export function overallAdvice(advice: readonly Advice[]): 'great' | 'fine' | 'weak' {
  if (advice.some(({ level }) => level === 'warning')) return 'weak';
  const isClear = advice.some(({ code }) => code === 'clear-face');
  const isLimited = advice.some(({ level, motions }) => level === 'hint' && motions === undefined);
  return isClear && !isLimited ? 'great' : 'fine';
}

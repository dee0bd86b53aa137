import type { MotionId } from '../../src/domain/motion/presets.ts';
import type { ClipJudgement } from './judge-clip.ts';

/** Something a motion promises that can be seen in the finished file, and why its mark lies where it does. */
export interface MotionPromise {
  readonly name: string;
  readonly reason: string;
  readonly isKept: (judgement: ClipJudgement) => boolean;
}

const turnRange = ({ turnLeft, turnRight }: ClipJudgement): number => turnLeft + turnRight;

const BLINKS: MotionPromise = {
  name: 'the eyes close and open',
  reason: 'closed lids leave 0.13 to 0.61 of the darkness of the irises; a dip below 0.7 and back above 0.82 counts',
  isKept: ({ blinks }) => blinks >= 1,
};
/** Corners of the mouth this far above the lips, in mouth widths, laugh. */
const LAUGHING = 0.12;

const SMILES: MotionPromise = {
  name: 'the mouth smiles',
  reason:
    'neutral faces that do not smile reach at most 0.03 and 0.07; the more a face smiles already, the less is added, and one that laughs from the start is not bent further',
  isKept: ({ smileLift, smileWiden, liftAtRest }) => {
    const left = 1 - Math.max(0, liftAtRest) / (2 * LAUGHING);
    return liftAtRest >= LAUGHING || (smileLift >= 0.03 * left && smileLift + smileWiden / 2 >= 0.075 * left);
  },
};

/** What every clip promises, whatever it plays. */
const ALWAYS: readonly MotionPromise[] = [
  {
    name: 'the background stays',
    reason:
      'good clips have 49 to 51 dB, which is what coding costs; pictures whose hair fills the border come down to 36',
    isKept: ({ backgroundDecibel }) => backgroundDecibel >= 36,
  },
  {
    name: 'the last frame meets the first',
    reason: 'good clips have 44 to 47 dB, which is what coding costs',
    isKept: ({ seamDecibel }) => seamDecibel >= 32,
  },
  {
    name: 'the face stays sharp',
    reason: 'the promise is a loss below a tenth; good clips lose one to five hundredths',
    isKept: ({ sharpness }) => sharpness >= 0.9,
  },
];

/** Marks were set between what the animator reaches on faces it fits and what still pictures and zooms reach. */
const PROMISES: Record<MotionId, readonly MotionPromise[]> = {
  'gentle-movement': [
    BLINKS,
    {
      name: 'the head moves a little',
      reason:
        'a face of a third of the picture measures 0.15; on a tenth of the picture the same turn is hardly a pixel',
      isKept: (seen) => turnRange(seen) >= 0.02,
    },
  ],
  'turn-to-camera': [
    {
      name: 'the head turns',
      reason: 'a full turn measures 0.19, small and far turned faces get a part of it; breathing stays at 0.035',
      isKept: (seen) => turnRange(seen) >= 0.05,
    },
  ],
  'hair-in-wind': [
    {
      name: 'hair moves against the face',
      reason: 'curls and hair to the chin measure 0.05 and more, short hair less',
      isKept: ({ hair }) => hair === undefined || hair >= 0.02,
    },
  ],
  'smile-and-blink': [BLINKS, SMILES],
  'wave-hello': [
    SMILES,
    {
      name: 'the head tilts',
      reason: 'the greeting tilts by 4 degrees; the landmarks alone tremble by up to 1.3',
      isKept: ({ rollDegrees }) => rollDegrees >= 2.5,
    },
  ],
  breathing: [
    {
      name: 'the chest rises and falls in whole breaths',
      reason:
        'breathing measures 0.046 face heights and crosses its mean four times, other motions 0.02; a zoom does not turn back',
      isKept: ({ chest }) =>
        chest === undefined || (chest.range >= 0.01 && chest.crossings >= 2 && chest.crossings <= 8),
    },
  ],
  'look-around': [
    {
      name: 'the head turns to both sides',
      reason: 'ten degrees to a side measure 0.13; a turn to one side leaves the other at 0.003',
      isKept: ({ turnLeft, turnRight }) => turnLeft >= 0.025 && turnRight >= 0.025,
    },
  ],
  custom: [],
};

/** The marks of a motion. */
export const promisesOf = (motionId: MotionId): readonly MotionPromise[] => [...ALWAYS, ...PROMISES[motionId]];

/** The promises of a motion that a clip did not keep. Without a face only the ones every clip makes are asked. */
export function brokenPromises(motionId: MotionId, judgement: ClipJudgement): string[] {
  const asked = judgement.faceFound ? promisesOf(motionId) : ALWAYS;
  return asked.filter(({ isKept }) => !isKept(judgement)).map(({ name }) => name);
}

import type { MotionId } from '../../src/domain/motion/presets.ts';
import type { ClipJudgement } from './judge-clip.ts';

/** Something a motion promises that can be seen in the finished file. */
export interface MotionPromise {
  readonly name: string;
  readonly isKept: (judgement: ClipJudgement) => boolean;
}

const turnRange = ({ turnLeft, turnRight }: ClipJudgement): number => turnLeft + turnRight;

const BLINKS: MotionPromise = { name: 'the eyes close and open', isKept: ({ blinks }) => blinks >= 1 };
/** Corners of the mouth this far above the lips, in mouth widths, laugh. */
const LAUGHING = 0.12;

const SMILES: MotionPromise = {
  name: 'the mouth smiles',
  // neutral faces that do not smile reach at most 0.03 and 0.07; the more a face smiles already, the less is added, and one
  // that laughs from the start is not bent further
  isKept: ({ smileLift, smileWiden, liftAtRest }) =>
    liftAtRest >= LAUGHING ||
    (smileLift >= 0.03 && smileLift + smileWiden / 2 >= 0.075 * (1 - Math.max(0, liftAtRest) / (2 * LAUGHING))),
};

/** What every clip promises, whatever it plays. */
const ALWAYS: readonly MotionPromise[] = [
  { name: 'the background stays', isKept: ({ backgroundDecibel }) => backgroundDecibel >= 36 },
  { name: 'the last frame meets the first', isKept: ({ seamDecibel }) => seamDecibel >= 32 },
  { name: 'the face stays sharp', isKept: ({ sharpness }) => sharpness >= 0.6 },
];

/** Pass marks were set between what the animator reaches on faces it fits and what still pictures and zooms reach. */
const PROMISES: Record<MotionId, readonly MotionPromise[]> = {
  'gentle-movement': [BLINKS, { name: 'the head moves a little', isKept: (seen) => turnRange(seen) >= 0.02 }],
  'turn-to-camera': [{ name: 'the head turns', isKept: (seen) => turnRange(seen) >= 0.05 }],
  'hair-in-wind': [{ name: 'hair moves against the face', isKept: ({ hair }) => hair === undefined || hair >= 0.02 }],
  'smile-and-blink': [BLINKS, SMILES],
  'wave-hello': [SMILES, { name: 'the head tilts', isKept: ({ rollDegrees }) => rollDegrees >= 2.5 }],
  breathing: [
    {
      name: 'the chest rises and falls in whole breaths',
      isKept: ({ chest }) =>
        chest === undefined || (chest.range >= 0.01 && chest.crossings >= 2 && chest.crossings <= 8),
    },
  ],
  'look-around': [
    {
      name: 'the head turns to both sides',
      isKept: ({ turnLeft, turnRight }) => turnLeft >= 0.025 && turnRight >= 0.025,
    },
  ],
  custom: [],
};

/** The promises of a motion that a clip did not keep. Without a face only the ones every clip makes are asked. */
export function brokenPromises(motionId: MotionId, judgement: ClipJudgement): string[] {
  const asked = judgement.faceFound ? [...ALWAYS, ...PROMISES[motionId]] : ALWAYS;
  return asked.filter(({ isKept }) => !isKept(judgement)).map(({ name }) => name);
}

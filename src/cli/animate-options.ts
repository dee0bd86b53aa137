import { z } from 'zod';
import { LONGEST_CLIP_SECONDS, SHORTEST_CLIP_SECONDS } from '../domain/clip/clip-format.ts';
import { CLIP_MOTIONS, type ClipMotion } from '../domain/motion/clip-motion.ts';
import { FINISHES, type FinishId } from '../domain/motion/finish.ts';
import { EMOTIONS, type Emotion, IDLE_SECONDS } from '../domain/motion/living-avatar.ts';
import { type MotionStrength, STRENGTH_FACTOR } from '../domain/motion/strength.ts';
import { type FacePoints, facePointsFault } from '../domain/picture/face-points.ts';
import { UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { readWords } from './read-words.ts';

export interface AnimateOptions {
  readonly paths: readonly string[];
  readonly motionId: ClipMotion;
  /** The mood of `idle`. */
  readonly emotion: Emotion;
  readonly customText: string | undefined;
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  readonly finish: FinishId;
  readonly seed: number | undefined;
  readonly facePoints: FacePoints | undefined;
  /** A recording to speak, and whether it is heard in the clip. */
  readonly voicePath: string | undefined;
  readonly withSound: boolean;
  readonly out: string | undefined;
  readonly poster: boolean;
  readonly force: boolean;
  readonly jobs: number;
  readonly json: boolean;
}

const EMOTION_IDS = EMOTIONS.map(({ id }) => id);
const FINISH_IDS = Object.keys(FINISHES) as FinishId[];
const STRENGTHS = Object.keys(STRENGTH_FACTOR) as MotionStrength[];
const LARGEST_SEED = 2 ** 32 - 1;
const MOST_JOBS = 16;

/** Plain decimal notation; `Number` alone would take an empty text for 0. */
const number = (name: string, low: number, high: number, notation: 'whole' | 'decimal') =>
  z
    .string()
    .refine(
      (text) => {
        const pattern = notation === 'whole' ? /^\d+$/ : /^\d+(\.\d+)?$/;
        return pattern.test(text) && Number(text) >= low && Number(text) <= high;
      },
      {
        error: ({ input }) =>
          `${name} must be a ${notation === 'whole' ? 'whole ' : ''}number from ${low} to ${high}, not '${input}'.`,
      },
    )
    .transform(Number);

const oneOf = <Name extends string>(name: string, names: readonly Name[]) =>
  z.string().transform((value, context): Name => {
    const known = names.find((candidate) => candidate === value);
    if (known !== undefined) return known;
    context.addIssue({ code: 'custom', message: `There is no ${name} '${value}'${didYouMean(value, names)}` });
    return z.NEVER;
  });

const OPTIONS = {
  motion: { type: 'string' },
  emotion: { type: 'string' },
  custom: { type: 'string' },
  points: { type: 'string' },
  voice: { type: 'string' },
  'with-sound': { type: 'boolean' },
  seconds: { type: 'string' },
  strength: { type: 'string' },
  finish: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  poster: { type: 'boolean' },
  force: { type: 'boolean' },
  jobs: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Five pairs: left eye, right eye, nose, mouth, chin. */
function readPoints(text: string, context: z.RefinementCtx): FacePoints {
  const pairs = text
    .trim()
    .split(/\s+/)
    .map((pair) => /^([\d.]+),([\d.]+)$/.exec(pair));
  const [eyeLeft, eyeRight, noseTip, mouth, chin] = pairs.map((pair) => ({
    x: Number(pair?.[1]),
    y: Number(pair?.[2]),
  }));
  if (pairs.length === 5 && eyeLeft && eyeRight && noseTip && mouth && chin) {
    const points = { eyeLeft, eyeRight, noseTip, mouth, chin };
    const fault = facePointsFault(points, 1);
    if (fault === undefined) return points;
    context.addIssue({ code: 'custom', message: fault });
  } else {
    const example = '--points "0.4,0.35 0.6,0.35 0.5,0.45 0.5,0.55 0.5,0.65"';
    context.addIssue({
      code: 'custom',
      message: `--points needs left eye, right eye, nose, mouth and chin: ${example}.`,
    });
  }
  return z.NEVER;
}

const SCHEMA = z.object({
  motion: oneOf('motion', CLIP_MOTIONS).optional(),
  emotion: oneOf('emotion', EMOTION_IDS).optional(),
  custom: z.string().optional(),
  points: z.string().transform(readPoints).optional(),
  voice: z.string().min(1, '--voice needs a recording.').optional(),
  'with-sound': z.boolean().default(false),
  seconds: number('--seconds', SHORTEST_CLIP_SECONDS, LONGEST_CLIP_SECONDS, 'decimal').optional(),
  strength: oneOf('strength', STRENGTHS).default('normal'),
  finish: oneOf('finish', FINISH_IDS).default('plain'),
  seed: number('--seed', 0, LARGEST_SEED, 'whole').optional(),
  out: z.string().min(1, '--out needs a path.').optional(),
  poster: z.boolean().default(false),
  force: z.boolean().default(false),
  jobs: number('--jobs', 1, MOST_JOBS, 'whole').default(1),
  json: z.boolean().default(false),
});

/** Reads the words after `reverie animate`. Throws `UsageError` with one sentence about the first thing that is wrong. */
export function readAnimateOptions(parameters: readonly string[]): AnimateOptions {
  const { values, positionals } = readWords('animate', parameters, OPTIONS);
  const answer = SCHEMA.safeParse(values);
  if (!answer.success) throw new UsageError(answer.error.issues[0]?.message ?? 'These options cannot be used.');
  if (positionals.length === 0) throw new UsageError('Which picture? For example: reverie animate portrait.png');
  const { motion, emotion, custom, points, seconds, voice, 'with-sound': withSound, ...rest } = answer.data;
  checkVoice(answer.data);
  const motionId =
    voice !== undefined ? 'speak' : emotion === undefined ? motionFor(motion, custom) : idleFor(motion, custom);
  return {
    ...rest,
    paths: positionals,
    motionId,
    emotion: emotion ?? 'neutral',
    customText: custom,
    lengthSeconds: seconds ?? (motionId === 'idle' ? IDLE_SECONDS : 5),
    facePoints: points,
    voicePath: voice,
    withSound,
    seed: rest.seed,
    out: rest.out,
  };
}

/** A voice says by itself what is played, and for how long. */
function checkVoice({
  voice,
  motion,
  emotion,
  custom,
  seconds,
  'with-sound': withSound,
}: z.infer<typeof SCHEMA>): void {
  if (voice === undefined) {
    if (motion === 'speak') throw new UsageError('Speaking needs a recording: --voice hello.wav.');
    if (withSound) throw new UsageError('--with-sound is for a recording: add --voice hello.wav.');
    return;
  }
  if ((motion !== undefined && motion !== 'speak') || emotion !== undefined || custom !== undefined)
    throw new UsageError('--voice is a motion of its own: leave --motion, --emotion and --custom out.');
  if (seconds !== undefined) throw new UsageError('A spoken clip is as long as its recording: leave --seconds out.');
}

/** A mood is the mood of the endless loop. */
function idleFor(motion: ClipMotion | undefined, custom: string | undefined): 'idle' {
  if (custom !== undefined) throw new UsageError('Choose either --emotion or --custom, not both.');
  if (motion !== undefined && motion !== 'idle') {
    throw new UsageError(`--emotion is played by --motion idle, not by '${motion}'.`);
  }
  return 'idle';
}

function motionFor(motion: ClipMotion | undefined, custom: string | undefined): ClipMotion {
  if (custom === undefined) {
    if (motion === 'custom')
      throw new UsageError('The custom motion needs a text: --custom "slowly nodding, eyes warm".');
    return motion ?? 'gentle-movement';
  }
  if (motion !== undefined && motion !== 'custom') {
    throw new UsageError(`Choose either --motion ${motion} or --custom, not both.`);
  }
  return 'custom';
}

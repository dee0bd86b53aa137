import { z } from 'zod';
import { LONGEST_CLIP_SECONDS, SHORTEST_CLIP_SECONDS } from '../domain/clip/clip-format.ts';
import { MOTIONS, type MotionId } from '../domain/motion/presets.ts';
import { type MotionStrength, STRENGTH_FACTOR } from '../domain/motion/strength.ts';
import { UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { readWords } from './read-words.ts';

export interface AnimateOptions {
  readonly paths: readonly string[];
  readonly motionId: MotionId;
  readonly customText: string | undefined;
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  readonly seed: number | undefined;
  readonly out: string | undefined;
  readonly poster: boolean;
  readonly force: boolean;
  readonly jobs: number;
  readonly json: boolean;
}

const MOTION_IDS = MOTIONS.map(({ id }) => id);
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
  custom: { type: 'string' },
  seconds: { type: 'string' },
  strength: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  poster: { type: 'boolean' },
  force: { type: 'boolean' },
  jobs: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const SCHEMA = z.object({
  motion: oneOf('motion', MOTION_IDS).optional(),
  custom: z.string().optional(),
  seconds: number('--seconds', SHORTEST_CLIP_SECONDS, LONGEST_CLIP_SECONDS, 'decimal').default(5),
  strength: oneOf('strength', STRENGTHS).default('normal'),
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
  const { motion, custom, seconds, ...rest } = answer.data;
  return {
    ...rest,
    paths: positionals,
    motionId: motionFor(motion, custom),
    customText: custom,
    lengthSeconds: seconds,
    seed: rest.seed,
    out: rest.out,
  };
}

function motionFor(motion: MotionId | undefined, custom: string | undefined): MotionId {
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

import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LONGEST_CLIP_SECONDS, SHORTEST_CLIP_SECONDS } from '../domain/clip/clip-format.ts';
import { MOTIONS, type MotionId } from '../domain/motion/presets.ts';
import { type MotionStrength, STRENGTH_FACTOR } from '../domain/motion/strength.ts';
import { UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';

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

const number = (name: string, low: number, high: number, whole: boolean) =>
  z
    .string()
    .transform(Number)
    .refine((value) => value >= low && value <= high && (!whole || Number.isInteger(value)), {
      error: ({ input }) => `${name} must be a ${whole ? 'whole ' : ''}number from ${low} to ${high}, not '${input}'.`,
    });

const oneOf = <Name extends string>(name: string, names: readonly Name[]) =>
  z.string().transform((value, context): Name => {
    const known = names.find((candidate) => candidate === value);
    if (known !== undefined) return known;
    context.addIssue({ code: 'custom', message: `There is no ${name} '${value}'${didYouMean(value, names)}` });
    return z.NEVER;
  });

const SCHEMA = z.object({
  motion: oneOf('motion', MOTION_IDS).optional(),
  custom: z.string().optional(),
  seconds: number('--seconds', SHORTEST_CLIP_SECONDS, LONGEST_CLIP_SECONDS, false).default(5),
  strength: oneOf('strength', STRENGTHS).default('normal'),
  seed: number('--seed', 0, LARGEST_SEED, true).optional(),
  out: z.string().min(1, '--out needs a path.').optional(),
  poster: z.boolean().default(false),
  force: z.boolean().default(false),
  jobs: number('--jobs', 1, MOST_JOBS, true).default(1),
  json: z.boolean().default(false),
});

/** Reads the words after `reverie animate`. Throws `UsageError` with one sentence about the first thing that is wrong. */
export function readAnimateOptions(parameters: readonly string[]): AnimateOptions {
  const { values, positionals } = parse(parameters);
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

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
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
      },
    });
  } catch (error) {
    throw new UsageError(sentenceOf(error));
  }
}

/** Node says what is wrong in its first sentence and adds advice for programmers after it. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/\. |\n/)[0]}. See: reverie animate --help`;
}

import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type AnimatePictureOutcome, type AnimatePictureRequest, animatePicture } from '../app/animate-picture.ts';
import { type ChosenMotion, chooseMotion } from '../app/choose-motion.ts';
import type { PictureAnimator } from '../app/ports/picture-animator.ts';
import { LONGEST_CUSTOM_TEXT_CHARACTERS } from '../domain/motion/read-custom-text.ts';
import { fileFault } from '../media/media-error.ts';
import { type AnimateOptions, readAnimateOptions } from './animate-options.ts';
import { type Command, type CommandParts, UsageError } from './command.ts';
import { clipProgress } from './progress.ts';

const PICTURE_ENDINGS = new Set(['.jpg', '.jpeg', '.png', '.webp', '.avif']);

export const animate: Command = {
  summary: 'turn pictures into clips',
  help: `Usage: reverie animate PICTURE... [options]

Turns each picture (a file, or all pictures of a folder) into a short silent 720p MP4. The clip is put beside the
picture as PICTURE_MOTION.mp4 unless told otherwise.

Options:
  --motion NAME      what to play; see 'reverie motions' (default gentle-movement)
  --custom "TEXT"    a motion in your own words, at most ${LONGEST_CUSTOM_TEXT_CHARACTERS} characters; one or two beats work best
  --seconds N        length, 3 to 10 (default 5)
  --strength NAME    subtle, normal or lively (default normal)
  --seed N           0 to 4294967295; the same seed makes the same clip (default: a new one, printed)
  --out PATH         the clip to write (.mp4), or a folder for several
  --poster           also write the first frame as JPEG beside the clip
  --force            replace a clip that is there already
  --jobs N           clips drawn at the same time, 1 to 16 (default 1)
  --json             results as one JSON object per line on standard output
  --help             this text

Exit codes: 0 done, 1 something broke, 2 a mistake in what was asked, 130 stopped by Ctrl-C.

Examples:
  reverie animate portrait.png --motion smile-and-blink
  reverie animate portrait.png --custom "slowly nodding, eyes warm" --seconds 4 --out clip.mp4
  reverie animate portraits/ --motion look-around --jobs 2 --out clips/`,

  run: async (parameters, parts) => {
    const options = readAnimateOptions(parameters);
    const chosen = chooseMotion(options.motionId, options.customText ?? '');
    if (!chosen.ok) throw new UsageError([...chosen.notPossible, chosen].map(({ sentence }) => sentence).join('\n'));
    for (const { sentence } of chosen.notPossible) parts.note(sentence);
    const pictures = await picturesOf(options.paths);
    const tasks = pictures.map((picture) => taskFor(picture, chosen, options, pictures.length > 1, parts.newSeed));
    assertFree(tasks, options.force);
    return runTasks(tasks, options, parts);
  },
};

type PlayableMotion = Extract<ChosenMotion, { readonly ok: true }>;

interface Task {
  readonly picturePath: string;
  readonly chosen: PlayableMotion;
  readonly request: AnimatePictureRequest;
}

/** Folders stand for the pictures in them, sorted by name. */
async function picturesOf(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
      const names = (await readdir(path)).filter((name) => PICTURE_ENDINGS.has(extname(name).toLowerCase()));
      if (names.length === 0) throw new UsageError(`There are no pictures in the folder '${path}'.`);
      return names.sort().map((name) => join(path, name));
    }),
  );
  return found.flat();
}

function taskFor(
  picturePath: string,
  chosen: PlayableMotion,
  options: AnimateOptions,
  severalPictures: boolean,
  newSeed: () => number,
): Task {
  const clipPath = clipPathFor(picturePath, options, severalPictures);
  const { lengthSeconds, strength } = options;
  const request: AnimatePictureRequest = {
    picture: { path: picturePath },
    motion: chosen.motion,
    lengthSeconds,
    strength,
    seed: options.seed ?? newSeed(),
    clipPath,
    ...(options.poster ? { posterPath: clipPath.replace(/\.mp4$/i, '.jpg') } : {}),
  };
  return { picturePath, chosen, request };
}

function clipPathFor(picturePath: string, { out, motionId }: AnimateOptions, severalPictures: boolean): string {
  const name = `${basename(picturePath, extname(picturePath))}_${motionId}.mp4`;
  if (out === undefined) return resolve(dirname(picturePath), name);
  const isFolder = existsSync(out) && statSync(out).isDirectory();
  if (isFolder) return resolve(out, name);
  if (severalPictures)
    throw new UsageError(`'${out}' is not a folder, and several pictures need one: create it or choose another.`);
  if (!/\.mp4$/i.test(out)) throw new UsageError(`'${out}' must end in .mp4 or be a folder that exists.`);
  return resolve(out);
}

function assertFree(tasks: readonly Task[], force: boolean): void {
  const seen = new Set<string>();
  for (const { request } of tasks) {
    if (seen.has(request.clipPath)) {
      throw new UsageError(
        `Two pictures would both become '${request.clipPath}': give them different names or folders.`,
      );
    }
    seen.add(request.clipPath);
    assertWritable(dirname(request.clipPath));
    if (!force && existsSync(request.clipPath)) {
      throw new UsageError(
        `'${request.clipPath}' is there already: use --force to replace it, or --out for another name.`,
      );
    }
  }
}

/** Found out before anything is read or drawn. */
function assertWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw fileFault(cause) ?? cause;
  }
}

/** Draws all tasks, so many at a time; goes on after a picture that was refused. */
async function runTasks(tasks: readonly Task[], options: AnimateOptions, parts: CommandParts): Promise<number> {
  const animator = parts.animator(Math.min(options.jobs, tasks.length));
  const waiting = [...tasks];
  let refused = 0;
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const outcome = await runTask(task, options, parts, animator, tasks.length > 1);
      if (!outcome.ok) refused++;
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  return refused === 0 ? 0 : 2;
}

async function runTask(
  task: Task,
  options: AnimateOptions,
  parts: CommandParts,
  animator: PictureAnimator,
  oneOfSeveral: boolean,
): Promise<AnimatePictureOutcome> {
  const progress = clipProgress(basename(task.picturePath), parts, oneOfSeveral && options.jobs > 1);
  try {
    const ports = { pictures: parts.pictures, clips: parts.clips, animator };
    const outcome = await animatePicture(ports, task.request, { signal: parts.signal, onProgress: progress.tell });
    progress.end();
    report(task, outcome, options, parts);
    return outcome;
  } finally {
    progress.end();
  }
}

function report(
  { picturePath, chosen, request }: Task,
  outcome: AnimatePictureOutcome,
  { json, motionId }: AnimateOptions,
  parts: CommandParts,
): void {
  const { seed } = request;
  if (json) {
    const { ok, ...rest } = outcome;
    const { notPossible } = chosen;
    parts.print(JSON.stringify({ picture: picturePath, ok, motion: motionId, seed, ...rest, notPossible }));
  }
  if (!outcome.ok) parts.note(`${picturePath}: ${outcome.sentence}`);
  else if (!json) {
    const megabytes = (outcome.sizeBytes / 1e6).toFixed(1);
    const size = `${outcome.widthPixels}x${outcome.heightPixels}, ${outcome.lengthSeconds} s, ${megabytes} MB, seed ${seed}`;
    parts.print(`${outcome.clipPath} (${size})`);
  }
}

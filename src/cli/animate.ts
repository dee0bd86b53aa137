import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type AnimatePictureOutcome, type AnimatePictureRequest, animatePicture } from '../app/animate-picture.ts';
import { type ChosenMotion, chooseMotion } from '../app/choose-motion.ts';
import type { PictureAnimator } from '../app/ports/picture-animator.ts';
import { FRAMES_PER_SECOND, LONGEST_CLIP_SECONDS } from '../domain/clip/clip-format.ts';
import { EMOTIONS } from '../domain/motion/living-avatar.ts';
import { LONGEST_CUSTOM_TEXT_CHARACTERS } from '../domain/motion/read-custom-text.ts';
import { fileFault } from '../media/media-error.ts';
import { type AnimateOptions, readAnimateOptions } from './animate-options.ts';
import { clipPathFor } from './clip-path.ts';
import { type Command, type CommandParts, UsageError } from './command.ts';
import { picturesOf } from './pictures-of.ts';
import { clipProgress } from './progress.ts';
import { animateOnService, isForService } from './remote/animate-on-service.ts';
import { SERVICE_HELP } from './remote/open-client.ts';

export const animate: Command = {
  help: `Usage: reverie animate PICTURE... [options]

Turns each picture (a file, or all pictures of a folder) into a short silent 720p MP4. The clip is put beside the
picture as PICTURE_MOTION.mp4 unless told otherwise.

Options:
  --motion NAME      what to play; see 'reverie motions' (default gentle-movement)
  --emotion NAME     a 4-second loop without a seam for a profile, in a mood: ${EMOTIONS.map(({ id }) => id).join(', ')}
                     ('--motion idle' is the neutral one)
  --custom "TEXT"    a motion in your own words, at most ${LONGEST_CUSTOM_TEXT_CHARACTERS} characters; one or two beats work best
  --voice FILE       experimental: speak a recording (WAV or MP3, 10 s at most); the clip is as long as it
  --with-sound       the recording is heard in the clip; without it the clip is silent
  --points "X,Y ..." where the face is, when none or another is found: left eye, right eye, nose, mouth and chin as
                     parts of the picture's width and height, 0 to 1
  --seconds N        length, 3 to 10 (default 5; 4 for a mood)
  --strength NAME    subtle, normal or lively (default normal)
  --finish NAME      plain, drifting-light, soft-background or film, which is both (default plain)
  --seed N           0 to 4294967295; the same seed makes the same clip (default: a new one, printed)
  --out PATH         the clip to write (.mp4), or a folder for several
  --poster           also write the first frame as JPEG beside the clip
  --force            replace a clip that is there already
  --jobs N           clips drawn at the same time, 1 to 16 (default 1)
  --json             results as one JSON object per line on standard output
  --help             this text

On a service, which charges credits and has more engines than this machine; a PICTURE is also the id of one there:
${SERVICE_HELP}
  --character ID     whose picture a file is; sending it says that it is AI-generated
  --engine NAME      one of the service's engines (default: its standard)

Exit codes: 0 done, 1 something broke, 2 a mistake in what was asked, 130 stopped by Ctrl-C.

Examples:
  reverie animate portrait.png --motion smile-and-blink
  reverie animate portrait.png --custom "slowly nodding, eyes warm" --seconds 4 --out clip.mp4
  reverie animate portrait.png --voice hello.wav --with-sound
  reverie animate portraits/ --motion look-around --jobs 2 --out clips/
  reverie animate portrait.png --server https://clips.example.com --character 0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b`,

  run: async (parameters, parts) => {
    if (isForService(parameters)) return animateOnService(parameters, parts);
    const options = readAnimateOptions(parameters);
    const { chosen, ...spoken } = await choose(options, parts);
    if (!chosen.ok) throw new UsageError([...chosen.notPossible, chosen].map(({ sentence }) => sentence).join('\n'));
    for (const { replaced, sentence } of chosen.notPossible) {
      parts.note(`${replaced ? 'Played differently' : 'Left out'}: ${sentence}`);
    }
    const pictures = await picturesOf(options.paths);
    const tasks = pictures.map((picture) =>
      taskFor(picture, chosen, { ...options, ...spoken }, pictures.length > 1, parts.newSeed),
    );
    assertFree(tasks, options.force);
    return runTasks(tasks, options, parts);
  },
};

/** What is played; a voice says by itself for how long. */
async function choose(
  { motionId, emotion, voicePath = '', customText = '' }: AnimateOptions,
  parts: CommandParts,
): Promise<{ readonly chosen: ChosenMotion; readonly lengthSeconds?: number }> {
  if (motionId === 'speak') return readVoice(voicePath, parts);
  return { chosen: chooseMotion(motionId, customText, emotion) };
}

/** A little time after the last word, so that the mouth comes to rest. */
const REST_SECONDS = 0.35;

/** A recording as a motion, and how long its clip is: whole frames. */
async function readVoice(path: string, { voices, signal }: CommandParts) {
  const voice = await voices.read(path, { signal });
  if (!voice.ok) throw new UsageError(`${path}: ${voice.sentence}`);
  const frames = Math.ceil((voice.lengthSeconds + REST_SECONDS) * FRAMES_PER_SECOND);
  const lengthSeconds = Math.min(LONGEST_CLIP_SECONDS, frames / FRAMES_PER_SECOND);
  const chosen: PlayableMotion = { ok: true, motion: { kind: 'speak', voice: voice.samples }, notPossible: [] };
  return { chosen, lengthSeconds };
}

type PlayableMotion = Extract<ChosenMotion, { readonly ok: true }>;

interface Task {
  readonly picturePath: string;
  readonly chosen: PlayableMotion;
  readonly request: AnimatePictureRequest;
}

function taskFor(
  picturePath: string,
  chosen: PlayableMotion,
  options: AnimateOptions,
  severalPictures: boolean,
  newSeed: () => number,
): Task {
  const clipPath = clipPathFor(picturePath, options.out, motionNameOf(options), severalPictures);
  const { lengthSeconds, strength, finish } = options;
  const request: AnimatePictureRequest = {
    picture: { path: picturePath },
    motion: chosen.motion,
    lengthSeconds,
    strength,
    finish,
    seed: options.seed ?? newSeed(),
    ...(options.facePoints && { facePoints: options.facePoints }),
    clipPath,
    ...(options.withSound && options.voicePath !== undefined && { soundPath: options.voicePath }),
    ...(options.poster ? { posterPath: clipPath.replace(/\.mp4$/i, '.jpg') } : {}),
  };
  return { picturePath, chosen, request };
}

function motionNameOf({ motionId, emotion }: AnimateOptions): string {
  return motionId === 'idle' ? `idle-${emotion}` : motionId;
}

/** Throws `UsageError` when a file would be written over a picture, over another clip of this run, or over an old one. */
function assertFree(tasks: readonly Task[], force: boolean): void {
  const pictures = new Set(
    tasks
      .map(({ picturePath }) => picturePath)
      .filter(existsSync)
      .map(realPath),
  );
  const taken = new Set<string>();
  for (const path of tasks.flatMap(({ request }) => outputsOf(request))) {
    assertWritable(dirname(path));
    if (taken.has(path)) {
      throw new UsageError(`Two pictures would both become '${path}': give them different names or folders.`);
    }
    taken.add(path);
    if (!existsSync(path)) continue;
    if (pictures.has(realPath(path))) {
      throw new UsageError(`'${path}' is one of the pictures: choose another name for the clip with --out.`);
    }
    if (!force) {
      throw new UsageError(`'${path}' is there already: use --force to replace it, or --out for another name.`);
    }
  }
}

function outputsOf({ clipPath, posterPath }: AnimatePictureRequest): string[] {
  return posterPath === undefined ? [clipPath] : [clipPath, posterPath];
}

/** One name for a file, whichever way leads to it. */
function realPath(path: string): string {
  return realpathSync.native(path);
}

/** Found out before anything is read or drawn. */
function assertWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw fileFault(cause) ?? cause;
  }
}

/** Draws all tasks, so many at a time. A picture that is refused is skipped; a broken machine ends the run. */
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
  const stopOthers = (error: unknown): never => {
    waiting.length = 0;
    throw error;
  };
  // clips that are being drawn beside a broken one are finished or tidied away before the run ends
  const ends = await Promise.allSettled(Array.from({ length: options.jobs }, () => work().catch(stopOthers)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
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
    parts.print(
      JSON.stringify({
        picture: picturePath,
        ok,
        motion: motionId,
        seed,
        ...rest,
        notPossible,
      }),
    );
  }
  if (outcome.ok && motionId === 'speak' && outcome.facts.face?.mouthTrusted !== true) {
    parts.note(`${picturePath}: no mouth was found that could be opened; the voice shows in the head alone.`);
  }
  if (!outcome.ok) parts.note(`${picturePath}: ${outcome.sentence}`);
  else if (!json) {
    const megabytes = (outcome.sizeBytes / 1e6).toFixed(1);
    const size = `${outcome.widthPixels}x${outcome.heightPixels}, ${Number(outcome.lengthSeconds.toFixed(2))} s, ${megabytes} MB, seed ${seed}`;
    parts.print(`${outcome.clipPath} (${size})`);
  }
}

import { existsSync, openAsBlob } from 'node:fs';
import type { ClipRequest, ReverieClient } from '#client';
import { SHORTEST_CLIP_SECONDS } from '../../domain/clip/clip-format.ts';
import type { FacePoints } from '../../domain/picture/face-points.ts';
import { type AnimateOptions, readAnimateOptions } from '../animate-options.ts';
import { clipPathFor } from '../clip-path.ts';
import { type CommandParts, UsageError } from '../command.ts';
import { picturesOf } from '../pictures-of.ts';
import { followClip } from './follow-clip.ts';
import { atService, openClient, splitServiceWords } from './open-client.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const grouped = new Intl.NumberFormat('en');

/** Whether the clips are to be made by a service instead of here. */
export const isForService = (parameters: readonly string[]): boolean =>
  parameters.some((word) => /^--(server|demo)(=|$)/.test(word));

interface Task {
  /** A file, or the id of a picture that the service has. */
  readonly picture: string;
  readonly clipPath: string;
}

interface Order {
  readonly tasks: readonly Task[];
  /** Whose picture it is; needed for files. */
  readonly character: string | undefined;
  readonly wish: Omit<ClipRequest, 'pictureId'>;
  /** Where the face is, said of each picture before it is animated. */
  readonly facePoints: FacePoints | undefined;
  /** The recording that all of them speak. */
  readonly voicePath: string | undefined;
  readonly json: boolean;
}

/** `reverie animate PICTURE... --server URL`: pictures of this machine, or of the service by their id. */
export async function animateOnService(parameters: readonly string[], parts: CommandParts): Promise<number> {
  const { service, more, rest } = splitServiceWords(parameters, ['character', 'engine']);
  const order = await readOrder(readAnimateOptions(rest), more);
  return atService(parts, async () => {
    const reverie = await openClient(service, parts);
    const spoken = { ...order, wish: await withVoice(reverie, order, parts.signal) };
    const { voiceId } = spoken.wish;
    try {
      // one that is refused is no reason not to make the others
      const codes = [];
      for (const task of order.tasks)
        codes.push(await atService(parts, () => animateOne(reverie, task, spoken, parts)));
      return Math.max(...codes);
    } finally {
      // it lies here; what was made of it stays
      if (voiceId !== undefined)
        await reverie.voices.delete(voiceId).catch(() => parts.note('The recording stays there.'));
    }
  });
}

async function readOrder(
  options: AnimateOptions,
  { character, engine }: { readonly character?: string; readonly engine?: string },
): Promise<Order> {
  const { motionId, emotion, customText, facePoints, lengthSeconds, strength, paths, out, force, json } = options;
  const { voicePath, withSound } = options;
  if (options.seed !== undefined || options.poster || options.jobs > 1)
    throw new UsageError('--seed, --poster and --jobs are for clips that are drawn here.');
  if (!Number.isInteger(lengthSeconds)) throw new UsageError('A service makes clips of whole seconds.');
  const isId = (path: string): boolean => ID.test(path);
  const files = paths.every(isId) ? [] : await picturesOf(paths.filter((path) => !isId(path)));
  if (files.length > 0 && character === undefined)
    throw new UsageError("Whose picture is it? Add --character ID; 'reverie characters' lists yours.");
  const pictures = [...paths.filter(isId), ...files];
  const tasks = pictures.map((picture) => {
    return { picture, clipPath: clipPathFor(picture, out, motionId, pictures.length > 1) };
  });
  const old = force ? undefined : tasks.find(({ clipPath }) => existsSync(clipPath));
  if (old !== undefined)
    throw new UsageError(`'${old.clipPath}' is there already: use --force to replace it, or --out for another name.`);
  const about = { motion: motionId, seconds: lengthSeconds, strength, ...(engine !== undefined && { engine }) };
  const wish = { ...about, emotion, withSound, ...(customText !== undefined && { customText }) };
  return { tasks, character, json, facePoints, voicePath, wish };
}

/** Sends the recording, once for all pictures; the clips are as long as it, in whole seconds. */
async function withVoice(
  reverie: ReverieClient,
  { voicePath, wish }: Order,
  signal: AbortSignal,
): Promise<Order['wish']> {
  if (voicePath === undefined) return wish;
  if (!existsSync(voicePath)) throw new UsageError(`There is no recording '${voicePath}'.`);
  const voice = await reverie.voices.upload(await openAsBlob(voicePath), { signal });
  return { ...wish, voiceId: voice.id, seconds: Math.max(SHORTEST_CLIP_SECONDS, Math.ceil(voice.seconds)) };
}

async function animateOne(
  reverie: ReverieClient,
  { picture, clipPath }: Task,
  { character, wish, facePoints, json }: Order,
  parts: CommandParts,
): Promise<number> {
  const { signal } = parts;
  const pictureId = ID.test(picture) ? picture : await upload(reverie, picture, character ?? '', signal);
  if (facePoints !== undefined) await reverie.pictures.placeFace(pictureId, facePoints, { signal });
  const { seconds, engine, motion } = wish;
  const quote = await reverie.quotes.create({ seconds, motion, ...(engine !== undefined && { engine }) }, { signal });
  parts.note(`${picture}: ${grouped.format(quote.priceCredits)} of ${grouped.format(quote.walletCredits)} credits`);
  const clip = await reverie.clips.create({ ...wish, pictureId, quoteId: quote.id }, { signal });
  const { file } = await followClip(clip, clipPath, parts);
  const { widthPixels, heightPixels, sizeBytes } = file;
  const { priceCredits } = quote;
  if (json) {
    const about = { clipId: clip.id, pictureId, clipPath, motion: wish.motion, lengthSeconds: seconds, priceCredits };
    parts.print(JSON.stringify({ picture, ok: true, ...about, widthPixels, heightPixels, sizeBytes }));
  } else {
    const megabytes = (sizeBytes / 1e6).toFixed(1);
    parts.print(`${clipPath} (${widthPixels}x${heightPixels}, ${seconds} s, ${megabytes} MB, clip ${clip.id})`);
  }
  return 0;
}

/** Says that a picture is AI-generated, as the help of the command tells: others cannot be animated. */
async function upload(reverie: ReverieClient, path: string, characterId: string, signal: AbortSignal): Promise<string> {
  const bytes = await openAsBlob(path);
  const { id } = await reverie.pictures.upload(bytes, { characterId, origin: 'ai_generated' }, { signal });
  return id;
}

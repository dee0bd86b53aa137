import { smallCopyKey } from '../../domain/picture/small-copy.ts';
import { SHARE_FORMAT_IDS, shareCopyKey } from '../../domain/share/share-formats.ts';
import type { FileStorage } from '../ports/file-storage.ts';
import type { World } from '../ports/world.ts';

/** For so long a deletion can be undone, answers are given again, windows can catch up, and so on. */
const DAYS = { deleted: 30, answers: 7, liveEvents: 3, quotes: 1, renders: 7 } as const;
/** Rows per transaction: small enough that nobody waits for it. */
const AT_A_TIME = 100;

/**
 * Forgets what is kept for a while only: what was deleted, with its files; answers to repeated requests; news for windows that
 * never came back; quotes; the progress of renders. Stopped anywhere, the next run goes on; run twice at a time, nothing
 * is forgotten twice.
 */
export async function forgetOld(world: World, storage: FileStorage): Promise<void> {
  const before = (days: number): Date => new Date(world.now().getTime() - days * 24 * 3600 * 1000);
  const { stores } = world;
  await stores.answers.forgetBefore(before(DAYS.answers));
  await stores.events.forgetBefore(before(DAYS.liveEvents));
  await stores.retention.forgetQuotes(before(DAYS.quotes));
  await stores.retention.forgetRenders(before(DAYS.renders));
  while ((await forgetDeleted(world, before(DAYS.deleted))) === AT_A_TIME);
  while ((await removeDoomedFiles(world, storage)) === AT_A_TIME);
}

/** From here on the deletion cannot be undone, so the files may go. Tells how much was found of whichever there was more. */
function forgetDeleted(world: World, deletedBefore: Date): Promise<number> {
  return world.transaction(async ({ retention }) => {
    const at = world.now();
    const clips = await retention.forgetClips(deletedBefore, at, AT_A_TIME);
    const pictures = await retention.forgetPictures(deletedBefore, at, AT_A_TIME);
    const voices = await retention.forgetVoices(deletedBefore, at, AT_A_TIME);
    const copies = clips.flatMap(({ id }) => COPIES.map((format) => shareCopyKey(id, format)));
    const seen = [...clips, ...pictures].flatMap(({ keys }) => keys);
    const heard = voices.flatMap(({ keys }) => keys);
    await retention.doomFiles([...seen, ...seen.map(smallCopyKey), ...heard, ...copies], at);
    return Math.max(clips.length, pictures.length, voices.length);
  });
}

/** A clip itself is its first format. */
const COPIES = SHARE_FORMAT_IDS.filter((format) => format !== 'mp4');

async function removeDoomedFiles({ stores: { retention }, now }: World, storage: FileStorage): Promise<number> {
  const keys = await retention.listDoomedFiles(now(), AT_A_TIME);
  for (const key of keys) await storage.delete(key);
  await retention.strikeDoomed(keys);
  return keys.length;
}

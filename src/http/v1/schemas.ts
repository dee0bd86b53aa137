import { z } from '@hono/zod-openapi';
import { type ClipMotion as AnyMotion, CLIP_MOTIONS } from '../../domain/motion/clip-motion.ts';
import { FINISHES, type FinishId } from '../../domain/motion/finish.ts';
import { EMOTIONS, type Emotion as Mood } from '../../domain/motion/living-avatar.ts';
import { MOTIONS, type MotionId } from '../../domain/motion/presets.ts';
import { CLIP_FRAMES } from '../../domain/picture/clip-frame.ts';

export const Id = z.uuid();
export const IdParams = z.object({ id: Id });
/** A person by their id here, or by what the hosting platform calls them, who need not have come yet. */
export const PersonReference = z
  .union([Id, z.string().regex(/^host:[\x21-\x7e]{1,200}$/)])
  .describe('An id, or host:<subject> for a person of the hosting platform, who is made when they have not come yet');
export const Time = z.iso.datetime();
export const Credits = z.number().int().nonnegative();

/** A page of a list, newest first: `cursor` is what the page before gave as `nextCursor`. */
export const PageQuery = z.object({
  cursor: Id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: Id.nullable().describe('null on the last page') });

/** Cuts a page out of one item more than it holds, so that the last page is known to be the last. */
export function toPage<Item, View>(
  items: readonly Item[],
  limit: number,
  view: (item: Item) => View,
  idOf: (item: Item) => string,
): { items: View[]; nextCursor: string | null } {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(view), nextCursor: items.length > limit && last !== undefined ? idOf(last) : null };
}

export const pageArguments = ({ cursor, limit }: z.infer<typeof PageQuery>) => ({ beforeId: cursor, most: limit + 1 });

export const Motion = z.enum(MOTIONS.map(({ id }) => id) as [MotionId, ...MotionId[]]);
/** A row of the motion sheet, or the endless loop of a profile. */
export const ClipMotion = z.enum(CLIP_MOTIONS as [AnyMotion, ...AnyMotion[]]);
export const Emotion = z.enum(EMOTIONS.map(({ id }) => id) as [Mood, ...Mood[]]);
/** Which part of a picture a clip is made of. */
export const Frame = z.enum(CLIP_FRAMES);
/** What is laid over a motion. */
export const Finish = z.enum(Object.keys(FINISHES) as [FinishId, ...FinishId[]]);
export const Strength = z.enum(['subtle', 'normal', 'lively']);
export const Visibility = z.enum(['public', 'private']);
export const iso = (date: Date): string => date.toISOString();

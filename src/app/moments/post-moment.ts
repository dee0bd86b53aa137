import { type Owned, seenClip, seenPicture, type Viewer } from '../permissions.ts';
import type { Character } from '../ports/stores/character-store.ts';
import type { Moment } from '../ports/stores/chat-store.ts';
import type { Stores, World } from '../ports/world.ts';

export interface MomentDraft {
  readonly body: string;
  readonly pictureIds: readonly string[];
  readonly clipIds: readonly string[];
}

export type PostOutcome =
  | { readonly ok: true; readonly moment: Moment }
  | { readonly ok: false; readonly reason: 'attachment-not-found' | 'attachment-is-private' };

/** Posts a moment of one's own character, with pictures and clips that everybody may see. Belongs into a transaction. */
export async function postMoment(
  world: World,
  stores: Stores,
  viewer: NonNullable<Viewer>,
  character: Owned<Character>,
  { body, pictureIds, clipIds }: MomentDraft,
): Promise<PostOutcome> {
  const pictures = await Promise.all(pictureIds.map(async (id) => seenPicture(viewer, await stores.pictures.find(id))));
  const clips = await Promise.all(clipIds.map(async (id) => seenClip(viewer, await stores.clips.find(id))));
  const there = [...pictures, ...clips].filter((thing) => thing !== undefined && thing.deletedAt === undefined);
  if (there.length < pictureIds.length + clipIds.length) return { ok: false, reason: 'attachment-not-found' };
  if (there.some((thing) => thing?.visibility === 'private')) return { ok: false, reason: 'attachment-is-private' };
  const id = world.newId();
  await stores.moments.add({ id, authorId: viewer.id, characterId: character.id, body, createdAt: world.now() });
  for (const pictureId of pictureIds)
    await stores.attachments.add({ id: world.newId(), pictureId, clipId: undefined, momentId: id });
  for (const clipId of clipIds)
    await stores.attachments.add({ id: world.newId(), clipId, pictureId: undefined, momentId: id });
  return { ok: true, moment: (await stores.moments.find(id)) as Moment };
}

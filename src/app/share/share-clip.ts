import { cutTitle, usualTitle } from '../../domain/share/share-title.ts';
import type { Owned } from '../permissions.ts';
import type { Character, Picture } from '../ports/stores/character-store.ts';
import type { Clip, ClipFile } from '../ports/stores/clip-store.ts';
import type { ShareLink } from '../ports/stores/share-store.ts';
import type { Stores, World } from '../ports/world.ts';

export interface ShareWish {
  /** The usual one when left out. */
  readonly title?: string | undefined;
  readonly isIndexed?: boolean | undefined;
}

export type ShareOutcome =
  | { readonly ok: true; readonly link: ShareLink; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: 'clip-not-ready' };

/**
 * Gives a clip its link, or gives the one it has, with what is wished changed on it. Sharing is the owner's own decision, so
 * a private clip can be shared: only those see it who are given the link. Belongs into a transaction.
 *
 * @param newSlug 128 random bits as 22 letters
 */
export async function shareClip(
  { now }: Pick<World, 'now'>,
  stores: Stores,
  clip: Owned<Clip>,
  { title, isIndexed }: ShareWish,
  newSlug: () => string,
): Promise<ShareOutcome> {
  if (clip.state !== 'ready' || clip.deletedAt !== undefined) return { ok: false, reason: 'clip-not-ready' };
  const before = await stores.shares.findOfClip(clip.id);
  const wished = title === undefined || cutTitle(title) === '' ? undefined : cutTitle(title);
  if (before !== undefined) {
    await stores.shares.change(before.slug, {
      title: wished ?? before.title,
      isIndexed: isIndexed ?? before.isIndexed,
    });
  } else {
    const character = await stores.characters.find(clip.characterId);
    const usual = usualTitle(character?.name ?? 'A character', clip.motion);
    const about = { clipId: clip.id, ownerId: clip.ownerId, createdAt: now() };
    await stores.shares.add({ ...about, slug: newSlug(), title: wished ?? usual, isIndexed: isIndexed ?? false });
  }
  const link = await stores.shares.findOfClip(clip.id);
  if (link === undefined) throw new Error(`the link of clip ${clip.id} vanished while it was made`);
  return { ok: true, link, isNew: before === undefined };
}

/** Everything that a stranger is shown. */
export interface SharedClip {
  readonly link: ShareLink;
  readonly clip: Clip & { readonly file: ClipFile };
  readonly character: Character;
  readonly picture: Picture;
}

/** What a link leads to. `gone`: it was turned off, or its clip or character was deleted; `unknown`: there never was one. */
export async function openShare(stores: Stores, slug: string): Promise<SharedClip | 'gone' | 'unknown'> {
  const link = await stores.shares.find(slug);
  if (link === undefined) return 'unknown';
  const clip = link.clipId === undefined ? undefined : await stores.clips.find(link.clipId);
  if (link.revokedAt !== undefined || clip === undefined || clip.deletedAt !== undefined) return 'gone';
  const character = await stores.characters.find(clip.characterId);
  const picture = await stores.pictures.find(clip.pictureId);
  if (character === undefined || character.deletedAt !== undefined || picture === undefined) return 'gone';
  return clip.file === undefined ? 'gone' : { link, clip: { ...clip, file: clip.file }, character, picture };
}

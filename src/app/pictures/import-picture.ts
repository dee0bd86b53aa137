import type { Owned } from '../permissions.ts';
import type { PictureIntake } from '../ports/picture-intake.ts';
import type { PictureRefusal } from '../ports/picture-reader.ts';
import type { Character, Picture } from '../ports/stores/character-store.ts';
import type { World } from '../ports/world.ts';

export type PictureNews = Pick<Picture, 'origin' | 'madeBy' | 'rating' | 'description' | 'visibility'> & {
  readonly bytes: ReadableStream<Uint8Array>;
};

/** Takes a picture of a character in, with where it came from, and shows it in the character's gallery. */
export async function importPicture(
  { world, intake }: { readonly world: World; readonly intake: PictureIntake },
  character: Owned<Character>,
  { bytes, ...news }: PictureNews,
): Promise<{ readonly ok: true; readonly picture: Picture } | PictureRefusal> {
  const id = world.newId();
  const taken = await intake.take(id, bytes);
  if (!taken.ok) return taken;
  const { ok: _, ...file } = taken;
  const about = {
    id,
    ownerId: character.ownerId,
    characterId: character.id,
    createdAt: world.now(),
    deletedAt: undefined,
  };
  // what belongs to a private character is never public
  const visibility = character.visibility === 'private' ? 'private' : news.visibility;
  const picture: Picture = { ...about, ...news, ...file, visibility };
  await world.transaction(async (stores) => {
    await stores.pictures.add(picture);
    const item = { id: world.newId(), characterId: character.id, ownerId: character.ownerId, visibility };
    await stores.gallery.add({ ...item, kind: 'picture', pictureId: id, clipId: undefined });
  });
  return { ok: true, picture };
}

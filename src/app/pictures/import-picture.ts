import type { Owned } from '../permissions.ts';
import type { PictureIntake } from '../ports/picture-intake.ts';
import type { PictureRefusal } from '../ports/picture-reader.ts';
import type { Character, Picture } from '../ports/stores/character-store.ts';
import type { World } from '../ports/world.ts';

export type PictureNews = Pick<Picture, 'origin' | 'madeBy' | 'rating' | 'description' | 'visibility'> & {
  readonly bytes: ReadableStream<Uint8Array>;
};

type ImportPorts = { readonly world: World; readonly intake: PictureIntake };
type ImportOutcome = { readonly ok: true; readonly picture: Picture } | PictureRefusal;

const TAKEN_DOWN: PictureRefusal = {
  ok: false,
  reason: 'taken-down',
  sentence: 'This picture was taken down and does not come back: choose another one.',
};

/** Takes a picture of a character of one's own in, with where it came from, and shows it in the character's gallery. */
export function importPicture(
  ports: ImportPorts,
  character: Owned<Character>,
  news: PictureNews,
): Promise<ImportOutcome> {
  // what belongs to a private character is never public
  const visibility = character.visibility === 'private' ? 'private' : news.visibility;
  return keepPicture(ports, character, character.ownerId, { ...news, visibility });
}

/** Takes a picture in that was painted for somebody who talks with a character: theirs, and for nobody else to see. */
export function importPaintedPicture(
  ports: ImportPorts,
  character: Character,
  personId: string,
  news: Pick<PictureNews, 'madeBy' | 'description' | 'bytes'>,
): Promise<ImportOutcome> {
  const about = { origin: 'ai_generated', rating: 'general', visibility: 'private' } as const;
  return keepPicture(ports, character, personId, { ...about, ...news });
}

async function keepPicture(
  { world, intake }: ImportPorts,
  character: Character,
  ownerId: string,
  { bytes, ...news }: PictureNews,
): Promise<ImportOutcome> {
  const id = world.newId();
  const taken = await intake.take(id, bytes);
  if (!taken.ok) return taken;
  const { ok: _, ...file } = taken;
  if (await world.stores.safety.isTakenDown(file.sha256)) return TAKEN_DOWN;
  const about = { id, ownerId, characterId: character.id, createdAt: world.now(), deletedAt: undefined };
  const picture: Picture = { ...about, ...news, ...file };
  await world.transaction(async (stores) => {
    await stores.pictures.add(picture);
    const item = { id: world.newId(), characterId: character.id, ownerId, visibility: news.visibility };
    await stores.gallery.add({ ...item, kind: 'picture', pictureId: id, clipId: undefined });
  });
  return { ok: true, picture };
}

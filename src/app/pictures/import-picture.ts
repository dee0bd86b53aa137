import type { Owned } from '../permissions.ts';
import type { PictureIntake, TakenPicture } from '../ports/picture-intake.ts';
import type { PictureRefusal } from '../ports/picture-reader.ts';
import type { Character, Picture } from '../ports/stores/character-store.ts';
import type { Stores, World } from '../ports/world.ts';

export type PictureNews = Pick<Picture, 'origin' | 'madeBy' | 'rating' | 'description' | 'visibility'>;

type ImportPorts = { readonly world: World; readonly intake: PictureIntake };
type ImportOutcome = { readonly ok: true; readonly picture: Picture } | PictureRefusal;

const TAKEN_DOWN: PictureRefusal = {
  ok: false,
  reason: 'taken-down',
  sentence: 'This picture was taken down and does not come back: choose another one.',
};

/** Keeps what was sent as a file. Nobody sees it until `showPicture` made a picture of it. */
export async function takePicture(
  { world, intake }: ImportPorts,
  bytes: ReadableStream<Uint8Array>,
): Promise<TakenPicture | PictureRefusal> {
  const taken = await intake.take(world.newId(), bytes);
  return taken.ok && (await world.stores.safety.isTakenDown(taken.sha256)) ? TAKEN_DOWN : taken;
}

/**
 * Makes a taken file a picture of a character of one's own, with where it came from, and shows it in the character's gallery.
 * Belongs into a transaction.
 */
export function showPicture(
  world: Pick<World, 'newId' | 'now'>,
  stores: Stores,
  taken: TakenPicture,
  character: Owned<Character>,
  news: PictureNews,
): Promise<Picture> {
  // what belongs to a private character is never public
  const visibility = character.visibility === 'private' ? 'private' : news.visibility;
  return addPicture(world, stores, taken, {
    ...news,
    visibility,
    ownerId: character.ownerId,
    characterId: character.id,
  });
}

/** Takes a picture in that was painted for somebody who talks with a character: theirs, and for nobody else to see. */
export async function importPaintedPicture(
  ports: ImportPorts,
  character: Character,
  ownerId: string,
  { bytes, ...news }: Pick<PictureNews, 'madeBy' | 'description'> & { readonly bytes: ReadableStream<Uint8Array> },
): Promise<ImportOutcome> {
  const { world } = ports;
  const taken = await takePicture(ports, bytes);
  if (!taken.ok) return taken;
  const about = { origin: 'ai_generated', rating: 'general', visibility: 'private', ownerId, ...news } as const;
  const picture = await world.transaction((stores) =>
    addPicture(world, stores, taken, { ...about, characterId: character.id }),
  );
  return { ok: true, picture };
}

async function addPicture(
  { newId, now }: Pick<World, 'newId' | 'now'>,
  { pictures, gallery }: Stores,
  { ok: _, pictureId: id, sentSha256: __, ...file }: TakenPicture,
  about: PictureNews & Pick<Picture, 'ownerId' | 'characterId'>,
): Promise<Picture> {
  const picture: Picture = { id, createdAt: now(), deletedAt: undefined, facePoints: undefined, ...about, ...file };
  await pictures.add(picture);
  const { characterId, ownerId, visibility } = picture;
  const item = { id: newId(), characterId, ownerId, visibility };
  await gallery.add({ ...item, kind: 'picture', pictureId: id, clipId: undefined });
  return picture;
}

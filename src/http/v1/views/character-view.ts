import { z } from '@hono/zod-openapi';
import { type Seen, seenClip, seenPicture, type Viewer } from '../../../app/permissions.ts';
import type { Character, Picture } from '../../../app/ports/stores/character-store.ts';
import type { Clip } from '../../../app/ports/stores/clip-store.ts';
import { Id, iso, Time, Visibility } from '../schemas.ts';
import type { ServiceParts } from '../service-parts.ts';
import { ClipSchema, clipView } from './clip-view.ts';
import { PictureSchema, pictureView } from './picture-view.ts';

export const CharacterSchema = z
  .object({
    id: Id,
    name: z.string(),
    tagline: z.string(),
    greeting: z.string(),
    declaredAge: z.enum(['adult', 'minor']),
    visibility: Visibility,
    isMine: z.boolean(),
    avatar: z.object({ picture: PictureSchema.nullable(), clip: ClipSchema.nullable() }),
    createdAt: Time,
  })
  .openapi('Character');

type ViewParts = Pick<ServiceParts, 'links' | 'world' | 'engines'>;

/** What JSON says of a character to this viewer, with the face it shows. */
export async function characterView(
  parts: ViewParts,
  viewer: Viewer,
  character: Seen<Character>,
): Promise<z.infer<typeof CharacterSchema>> {
  const { id, name, tagline, greeting, declaredAge, visibility, createdAt } = character;
  const [picture, clip] = [await avatarPicture(parts, viewer, character), await avatarClip(parts, viewer, character)];
  return {
    ...{ id, name, tagline, greeting, declaredAge, visibility },
    isMine: viewer?.id === character.ownerId,
    avatar: {
      picture: picture === undefined ? null : pictureView(parts, picture),
      clip: clip === undefined ? null : await clipView(parts, viewer, clip),
    },
    createdAt: iso(createdAt),
  };
}

async function avatarPicture(
  { world }: ViewParts,
  viewer: Viewer,
  { avatarPictureId }: Character,
): Promise<Seen<Picture> | undefined> {
  if (avatarPictureId === undefined) return undefined;
  const picture = seenPicture(viewer, await world.stores.pictures.find(avatarPictureId));
  return picture?.deletedAt === undefined ? picture : undefined;
}

async function avatarClip(
  { world }: ViewParts,
  viewer: Viewer,
  { avatarClipId }: Character,
): Promise<Seen<Clip> | undefined> {
  if (avatarClipId === undefined) return undefined;
  const clip = seenClip(viewer, await world.stores.clips.find(avatarClipId));
  return clip?.deletedAt === undefined ? clip : undefined;
}

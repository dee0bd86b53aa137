import { z } from '@hono/zod-openapi';
import type { Seen } from '../../../app/permissions.ts';
import type { Picture } from '../../../app/ports/stores/character-store.ts';
import { Id, iso, Time, Visibility } from '../schemas.ts';
import type { ServiceParts } from '../service-parts.ts';

const Point = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).openapi('PicturePoint');
/** Left and right are the viewer's. */
export const FacePointsSchema = z
  .strictObject({ eyeLeft: Point, eyeRight: Point, noseTip: Point, mouth: Point, chin: Point })
  .openapi('FacePoints');

export const PictureSchema = z
  .object({
    id: Id,
    characterId: Id,
    url: z.string().describe('Where its bytes are; private pictures have signed addresses that end'),
    smallUrl: z.string().describe('A copy of it, 320 pixels wide'),
    widthPixels: z.number().int(),
    heightPixels: z.number().int(),
    description: z.string(),
    origin: z.enum(['ai_generated', 'uploaded']),
    madeBy: z.string(),
    visibility: Visibility,
    canBeAnimated: z.boolean(),
    facePoints: z
      .union([FacePointsSchema, z.null()])
      .describe('Where its owner placed the face, as parts of width and height'),
    createdAt: Time,
  })
  .openapi('Picture');

type ViewParts = Pick<ServiceParts, 'links' | 'world'>;

/** What JSON says of a picture. */
export function pictureView({ links, world }: ViewParts, picture: Seen<Picture>): z.infer<typeof PictureSchema> {
  const { id, characterId, widthPixels, heightPixels, description, origin, madeBy, visibility, createdAt } = picture;
  return {
    ...{ id, characterId, widthPixels, heightPixels, description, origin, madeBy, visibility },
    url: links.of(`/media/pictures/${id}`, visibility, world.now()),
    smallUrl: links.of(`/media/pictures/${id}/small.webp`, visibility, world.now()),
    canBeAnimated: origin === 'ai_generated',
    facePoints: picture.facePoints ?? null,
    createdAt: iso(createdAt),
  };
}

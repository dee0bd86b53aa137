import { z } from '@hono/zod-openapi';
import { seenClip, seenPicture, type Viewer } from '../../../app/permissions.ts';
import type { Attachment } from '../../../app/ports/stores/chat-store.ts';
import { Id } from '../schemas.ts';
import type { ServiceParts } from '../service-parts.ts';
import { ClipSchema, clipView } from './clip-view.ts';
import { PictureSchema, pictureView } from './picture-view.ts';

export const AttachmentSchema = z
  .object({ id: Id, picture: PictureSchema.nullable(), clip: ClipSchema.nullable() })
  .openapi('Attachment');

export type AttachmentView = z.infer<typeof AttachmentSchema>;
type ViewParts = Pick<ServiceParts, 'links' | 'world' | 'engines'>;

/** What JSON says of attachments: those that this viewer may see. */
export async function attachmentViews(
  parts: ViewParts,
  viewer: Viewer,
  attachments: readonly Attachment[],
): Promise<AttachmentView[]> {
  const views = await Promise.all(attachments.map((attachment) => attachmentView(parts, viewer, attachment)));
  return views.filter((view) => view !== undefined);
}

async function attachmentView(
  parts: ViewParts,
  viewer: Viewer,
  { id, pictureId, clipId }: Attachment,
): Promise<AttachmentView | undefined> {
  const { pictures, clips } = parts.world.stores;
  if (clipId !== undefined) {
    const clip = seenClip(viewer, await clips.find(clipId));
    return clip && { id, picture: null, clip: await clipView(parts, viewer, clip) };
  }
  const picture = pictureId === undefined ? undefined : seenPicture(viewer, await pictures.find(pictureId));
  return picture && { id, picture: pictureView(parts, picture), clip: null };
}

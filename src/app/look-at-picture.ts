import type { FacePoints } from '../domain/picture/face-points.ts';
import type { PictureFacts } from '../domain/picture/picture-facts.ts';
import type { PictureAnimator } from './ports/picture-animator.ts';
import type { PictureReader, PictureRefusal, PictureSource } from './ports/picture-reader.ts';

export interface LookAtPicturePorts {
  readonly pictures: PictureReader;
  readonly animator: PictureAnimator;
}

export type LookAtPictureOutcome =
  | {
      readonly ok: true;
      readonly facts: PictureFacts;
      readonly sourceWidthPixels: number;
      readonly sourceHeightPixels: number;
    }
  | PictureRefusal;

/** What can be said of a picture before it is animated. Draws nothing. */
export async function lookAtPicture(
  ports: LookAtPicturePorts,
  source: PictureSource,
  options: { readonly signal?: AbortSignal; readonly facePoints?: FacePoints } = {},
): Promise<LookAtPictureOutcome> {
  ports.animator.warmUp();
  const picture = await ports.pictures.read(source, options);
  if (!picture.ok) return picture;
  const facts = await ports.animator.look(picture.canvas, options);
  const { sourceWidthPixels, sourceHeightPixels } = picture;
  return { ok: true, facts, sourceWidthPixels, sourceHeightPixels };
}

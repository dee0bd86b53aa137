import { type FacePoints, facePointsFault } from '../../domain/picture/face-points.ts';
import type { Owned } from '../permissions.ts';
import type { Picture } from '../ports/stores/character-store.ts';
import type { World } from '../ports/world.ts';

/** Keeps where the owner of a picture sees its face, or with `null` lets the machine look again; nothing changes when it is no face. */
export async function placeFace(
  { stores }: World,
  picture: Owned<Picture>,
  points: FacePoints | null,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly sentence: string }> {
  const fault = points && facePointsFault(points, picture.widthPixels / picture.heightPixels);
  if (fault) return { ok: false, sentence: fault };
  await stores.pictures.placeFace(picture.id, points);
  return { ok: true };
}

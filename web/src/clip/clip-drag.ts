import type { Clip } from '@reverie-motion/client';
import { clipQuery } from '../data/clips.ts';
import { queries } from '../data/queries.ts';

/** How a clip is named while it is dragged from a gallery to where it is used. */
const CLIP_TYPE = 'application/x-reverie-clip';

export function dragClip(transfer: DataTransfer, { id }: Pick<Clip, 'id'>): void {
  transfer.setData(CLIP_TYPE, id);
  transfer.effectAllowed = 'copy';
}

export const isClipDrag = (transfer: DataTransfer | null): boolean => transfer?.types.includes(CLIP_TYPE) ?? false;

/** The clip that was dropped, once it is ready to be used. */
export async function clipOfDrag(transfer: DataTransfer | null): Promise<Clip | undefined> {
  const id = transfer?.getData(CLIP_TYPE) ?? '';
  const clip = id === '' ? undefined : await queries.ensureQueryData(clipQuery(id));
  return clip?.file === null ? undefined : clip;
}

import sharp from 'sharp';
import type { PictureRectangle } from '../domain/picture/clip-frame.ts';

/** Good enough that nobody sees it was encoded once more. */
const KEPT_AS = { quality: 95, smartSubsample: true } as const;

/** Cuts a part out of a picture that was taken in. */
export async function cutPicture(
  picture: Uint8Array,
  { left, top, widthPixels, heightPixels }: PictureRectangle,
): Promise<{ bytes: Uint8Array; contentType: string }> {
  const part = { left, top, width: widthPixels, height: heightPixels };
  return { bytes: await sharp(picture).extract(part).webp(KEPT_AS).toBuffer(), contentType: 'image/webp' };
}

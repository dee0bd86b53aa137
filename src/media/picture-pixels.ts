import sharp from 'sharp';
import type { RgbPicture } from '../app/ports/safety-check.ts';

/** More than any classifier looks at. */
const LONG_SIDE_PIXELS = 1024;

/** All of a picture that our own intake kept, decoded and made smaller: never for bytes from outside. */
export async function pixelsOf(bytes: Uint8Array): Promise<RgbPicture> {
  const { data, info } = await sharp(bytes)
    .resize(LONG_SIDE_PIXELS, LONG_SIDE_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPixels: info.width, heightPixels: info.height, rgb: data };
}

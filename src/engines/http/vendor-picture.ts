import sharp from 'sharp';
import type { EngineOrder } from '../../app/ports/video-engine.ts';

/** Larger gains nothing at 720p and makes requests slow. */
const LONGEST_SIDE_PIXELS = 2048;
/** The least that vendors take. */
const SHORTEST_SIDE_PIXELS = 300;
const JPEG_QUALITY = 92;

/** The picture of an order as vendors take it: a JPEG of at most 2048 pixels a side, nothing but pixels in it. */
export async function vendorPicture({ picture }: Pick<EngineOrder, 'picture'>): Promise<Uint8Array> {
  const { widthPixels, heightPixels } = picture;
  const shrink = Math.min(1, LONGEST_SIDE_PIXELS / Math.max(widthPixels, heightPixels));
  const scale = Math.max(shrink, SHORTEST_SIDE_PIXELS / Math.min(widthPixels, heightPixels));
  // sharp keeps no metadata unless it is told to
  return sharp(await picture.bytes(), { limitInputPixels: 40_000_000 })
    .resize({ width: Math.round(widthPixels * scale), height: Math.round(heightPixels * scale), fit: 'fill' })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

export const asDataUrl = (jpeg: Uint8Array): string => `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;

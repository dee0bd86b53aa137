import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { asDataUrl, vendorPicture } from './vendor-picture.ts';

/** A picture that says where it was made. */
async function pictureOf(widthPixels: number, heightPixels: number) {
  const bytes = await sharp({ create: { width: widthPixels, height: heightPixels, channels: 4, background: '#80402080' } })
    .withExif({ IFD0: { Copyright: 'Robin' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .png()
    .toBuffer();
  return { picture: { widthPixels, heightPixels, contentType: 'image/png', bytes: async () => bytes } };
}

describe('the picture that a vendor gets', () => {
  it.each([
    [4000, 3000, 2048, 1536],
    [720, 960, 720, 960],
    [200, 400, 300, 600],
  ])('of %d x %d is a JPEG of %d x %d with nothing but pixels in it', async (width, height, sentWidth, sentHeight) => {
    const jpeg = await vendorPicture(await pictureOf(width, height));
    const sent = await sharp(jpeg).metadata();
    expect(sent).toMatchObject({ format: 'jpeg', width: sentWidth, height: sentHeight, space: 'srgb', hasAlpha: false });
    expect([sent.exif, sent.xmp, sent.iptc]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(jpeg).includes('Robin')).toBe(false);
    expect(asDataUrl(jpeg)).toMatch(/^data:image\/jpeg;base64,\/9j\//);
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cutPicture } from './cut-picture.ts';

describe('a part of a picture', () => {
  it('is cut out where it was asked for', async () => {
    const red = { create: { width: 100, height: 80, channels: 3, background: '#d01010' } } as const;
    const blue = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#1020d0' } })
      .png()
      .toBuffer();
    const picture = await sharp(red)
      .composite([{ input: blue, left: 50, top: 20 }])
      .webp({ lossless: true })
      .toBuffer();
    const { bytes, contentType } = await cutPicture(picture, { left: 50, top: 20, widthPixels: 40, heightPixels: 30 });
    expect(contentType).toBe('image/webp');
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([40, 30]);
    const middle = (15 * 40 + 20) * info.channels;
    expect(data[middle]).toBeLessThan(60);
    expect(data[middle + 2]).toBeGreaterThan(160);
  });
});

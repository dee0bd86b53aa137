import sharp from 'sharp';

const QUALITY = 86;

/** The first frame as a JPEG: what is shown until the clip plays, and where nothing can play. */
export async function posterOf(i420: Uint8Array, widthPixels: number, heightPixels: number): Promise<Buffer> {
  return jpegOf(rgbOf(i420, widthPixels, heightPixels), widthPixels, heightPixels);
}

/** A frame (RGB, `height x width x 3`) as a poster. */
export async function jpegOf(
  rgb: Uint8Array | Uint8ClampedArray,
  widthPixels: number,
  heightPixels: number,
): Promise<Buffer> {
  return sharp(rgb, { raw: { width: widthPixels, height: heightPixels, channels: 3 } })
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer();
}

/** I420 (BT.709, limited range) to RGB, `height x width x 3`. The inverse of the coefficients in ITU-R BT.709. */
function rgbOf(i420: Uint8Array, width: number, height: number): Uint8ClampedArray {
  const rgb = new Uint8ClampedArray(width * height * 3);
  const chroma = (width / 2) * (height / 2);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const luma = (255 / 219) * (i420[y * width + x]! - 16);
      const place = width * height + (y >> 1) * (width >> 1) + (x >> 1);
      const blue = (255 / 224) * (i420[place]! - 128);
      const red = (255 / 224) * (i420[place + chroma]! - 128);
      rgb[at] = luma + 1.5748 * red;
      rgb[at + 1] = luma - 0.1873 * blue - 0.4681 * red;
      rgb[at + 2] = luma + 1.8556 * blue;
    }
  }
  return rgb;
}

/** An I420 frame (BT.709, limited range) as `height x width x 3`: what a player shows. */
export function rgbOf(i420: Uint8Array, widthPixels: number, heightPixels: number): Uint8Array {
  const rgb = new Uint8Array(widthPixels * heightPixels * 3);
  const pixels = widthPixels * heightPixels;
  const level = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));
  for (let y = 0, at = 0; y < heightPixels; y++) {
    for (let x = 0; x < widthPixels; x++, at += 3) {
      const half = (y >> 1) * (widthPixels >> 1) + (x >> 1);
      const luma = (255 / 219) * (i420[y * widthPixels + x]! - 16);
      const blue = (255 / 224) * (i420[pixels + half]! - 128);
      const red = (255 / 224) * (i420[pixels + pixels / 4 + half]! - 128);
      rgb[at] = level(luma + 1.5748 * red);
      rgb[at + 1] = level(luma - 0.1873 * blue - 0.4681 * red);
      rgb[at + 2] = level(luma + 1.8556 * blue);
    }
  }
  return rgb;
}

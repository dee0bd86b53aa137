import { describe, expect, it } from 'vitest';
import { fitCanvas } from './canvas-fit.ts';

const SIZES: readonly (readonly [what: string, width: number, height: number, canvas: string])[] = [
  ['a square', 1024, 1024, '720x720'],
  ['a portrait', 832, 1216, '720x1052'],
  ['a phone picture', 1080, 1920, '720x1280'],
  ['a landscape', 1920, 1080, '1280x720'],
  ['exactly 21:9', 2100, 900, '1680x720'],
  ['exactly 9:21', 900, 2100, '720x1680'],
  ['a panorama', 6000, 1000, '1680x720'],
  ['a banner on end', 200, 3000, '720x1678'],
  ['odd sizes', 721, 1081, '720x1080'],
  ['a tiny picture', 3, 5, '720x1200'],
  ['one pixel', 1, 1, '720x720'],
  ['a huge picture', 20_000, 30_000, '720x1080'],
];

describe('the canvas of a clip', () => {
  it.each(SIZES)('fits %s (%i x %i)', (_, width, height, canvas) => {
    const { widthPixels, heightPixels } = fitCanvas(width, height);
    expect(`${widthPixels}x${heightPixels}`).toBe(canvas);
  });

  it('is even, 720 at its short side, at most 1680 at its long one, whatever the picture', () => {
    for (const [width, height] of pictureSizes()) {
      const { widthPixels, heightPixels } = fitCanvas(width, height);
      const size = `${width}x${height} -> ${widthPixels}x${heightPixels}`;
      expect(Math.min(widthPixels, heightPixels), size).toBe(720);
      expect(Math.max(widthPixels, heightPixels), size).toBeLessThanOrEqual(1680);
      expect([widthPixels % 2, heightPixels % 2], size).toEqual([0, 0]);
    }
  });

  it('cuts a part that lies inside the picture and has at least one pixel', () => {
    for (const [width, height] of pictureSizes()) {
      const { cropLeftPixels, cropTopPixels, cropWidthPixels, cropHeightPixels } = fitCanvas(width, height);
      const size = `${width}x${height}`;
      expect(Math.min(cropLeftPixels, cropTopPixels), size).toBeGreaterThanOrEqual(0);
      expect(Math.min(cropWidthPixels, cropHeightPixels), size).toBeGreaterThanOrEqual(1);
      expect(cropLeftPixels + cropWidthPixels, size).toBeLessThanOrEqual(width);
      expect(cropTopPixels + cropHeightPixels, size).toBeLessThanOrEqual(height);
    }
  });

  it('keeps the whole picture within 9:21 to 21:9, and its ratio to less than two pixels', () => {
    for (const [width, height] of pictureSizes()) {
      if (Math.max(width, height) / Math.min(width, height) > 7 / 3) continue;
      const { cropWidthPixels, cropHeightPixels, widthPixels, heightPixels } = fitCanvas(width, height);
      expect([cropWidthPixels, cropHeightPixels]).toEqual([width, height]);
      const [long, short] = [Math.max(width, height), Math.min(width, height)];
      expect(Math.abs(Math.max(widthPixels, heightPixels) - (720 * long) / short)).toBeLessThanOrEqual(1);
    }
  });

  it('crops a panorama around its middle and a tall picture a little above it, where faces are', () => {
    expect(fitCanvas(6000, 1000)).toMatchObject({ cropLeftPixels: 1834, cropTopPixels: 0, cropWidthPixels: 2333 });
    expect(fitCanvas(600, 3000)).toMatchObject({ cropLeftPixels: 0, cropTopPixels: 400, cropHeightPixels: 1400 });
  });
});

/** Every small size, and large ones at odd distances. */
function pictureSizes(): [number, number][] {
  const lengths = [1, 2, 3, 5, 7, 16, 63, 255, 300, 719, 720, 721, 1023, 1024, 1680, 1681, 4097, 12_345];
  return lengths.flatMap((width) => lengths.map((height): [number, number] => [width, height]));
}

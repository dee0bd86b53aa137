import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../domain/seeded-random.ts';
import { SHARPNESS } from './bicubic-weights.ts';
import { samplingSharpness } from './sampling-sharpness.ts';

const SIZE = 64;
const WHOLE = { left: 0, top: 0, right: SIZE, bottom: SIZE };

function picture(levelAt: (x: number, y: number) => number) {
  const rgba = new Uint8Array(SIZE * SIZE * 4);
  for (let at = 0; at < SIZE * SIZE; at++) rgba.fill(levelAt(at % SIZE, Math.floor(at / SIZE)), at * 4, at * 4 + 4);
  return { widthPixels: SIZE, heightPixels: SIZE, rgba };
}

describe('the sampling of a moving picture', () => {
  it('is the usual one for soft shapes, hard edges and plain colours', () => {
    for (const levelAt of [(x: number) => 120 + 60 * Math.sin(x / 4), (x: number) => (x < 30 ? 20 : 230), () => 90]) {
      expect(samplingSharpness(picture(levelAt), WHOLE)).toBe(SHARPNESS);
    }
  });

  it('is sharper for a picture that is cracks from pixel to pixel', () => {
    const random = seededRandom(3);
    expect(
      samplingSharpness(
        picture(() => 128 + 60 * (random() - 0.5)),
        WHOLE,
      ),
    ).toBeLessThan(SHARPNESS);
  });
});

import { describe, expect, it } from 'vitest';
import { FRAMES_PER_SECOND, frameCountOf, LARGEST_CLIP_BYTES, LONGEST_CLIP_SECONDS, SHORTEST_CLIP_SECONDS } from './clip-format.ts';

describe('the format of a clip', () => {
  it('has the frames that the product page’s lengths need', () => {
    expect([3, 4, 5, 10].map(frameCountOf)).toEqual([72, 96, 120, 240]);
  });

  it('has a whole number of frames for every length between the limits', () => {
    for (let seconds = SHORTEST_CLIP_SECONDS; seconds <= LONGEST_CLIP_SECONDS; seconds += 0.0137) {
      const frames = frameCountOf(seconds);
      expect(Number.isInteger(frames)).toBe(true);
      expect(Math.abs(frames / FRAMES_PER_SECOND - seconds)).toBeLessThanOrEqual(0.5 / FRAMES_PER_SECOND + 1e-9);
    }
  });

  it('fits the smallest upload limit of the platforms clips are shared on', () => {
    expect(LARGEST_CLIP_BYTES).toBeLessThanOrEqual(10 * 1024 * 1024);
  });
});

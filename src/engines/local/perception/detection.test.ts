import { expect, it } from 'vitest';
import { type Detection, suppressOverlaps } from './detection.ts';
import { squaresOver } from './tiles.ts';

const box = (left: number, score: number): Detection => ({
  left,
  right: left + 10,
  top: 0,
  bottom: 10,
  score,
  keypoints: [left, 5],
});

it('averages answers about the same thing by their scores and keeps the others apart, best first', () => {
  const [best, other, ...rest] = suppressOverlaps([box(50, 0.6), box(0, 0.9), box(4, 0.3)]);
  expect(best).toMatchObject({ left: 1, right: 11, score: 0.9, keypoints: [1, 5] });
  expect(other).toMatchObject({ left: 50, score: 0.6 });
  expect(rest).toEqual([]);
});

it('leaves no part of a picture out between tiles', () => {
  const tiles = squaresOver({ widthPixels: 720, heightPixels: 1280, levels: [] }, 720, 0.2);
  expect(tiles.map(({ centerX, centerY }) => [centerX, centerY])).toEqual([
    [360, 360],
    [360, 920],
  ]);
});

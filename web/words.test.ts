import { expect, it } from 'vitest';
import { megabytes, placeInLine, timeLeft } from './words.ts';

it.each([
  [0.4, 'a moment left'],
  [6.2, 'about 6 seconds left'],
  [37, 'about 35 seconds left'],
  [58, 'about a minute left'],
  [160, 'about 3 minutes left'],
])('says of %d seconds: %s', (secondsLeft, words) => {
  expect(timeLeft(secondsLeft)).toBe(words);
});

it('counts the clips ahead', () => {
  expect([0, 1, 3].map(placeInLine)).toEqual(['Starting', 'In line, 1 clip ahead', 'In line, 3 clips ahead']);
});

it('gives sizes as file managers do', () => {
  expect(megabytes(912_345)).toBe('0.9 MB');
});

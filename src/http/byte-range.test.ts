import { describe, expect, it } from 'vitest';
import { readByteRange } from './byte-range.ts';

describe('readByteRange', () => {
  it.each([
    ['the first two bytes, as Safari asks before it plays', 'bytes=0-1', { first: 0, last: 1 }],
    ['from the middle to the end', 'bytes=400-', { first: 400, last: 999 }],
    ['the last hundred', 'bytes=-100', { first: 900, last: 999 }],
    ['more at the end than there is', 'bytes=-5000', { first: 0, last: 999 }],
    ['an end beyond the file', 'bytes=900-5000', { first: 900, last: 999 }],
  ])('serves %s', (_, header, range) => {
    expect(readByteRange(header, 1000)).toEqual(range);
  });

  it.each([
    ['no header', undefined],
    ['another unit', 'frames=0-1'],
    ['several ranges', 'bytes=0-1,5-6'],
    ['ends the wrong way round', 'bytes=9-3'],
    ['no numbers', 'bytes=-'],
  ])('serves the whole file for %s', (_, header) => {
    expect(readByteRange(header, 1000)).toBe('whole');
  });

  it.each(['bytes=1000-', 'bytes=-0'])('cannot satisfy %s of 1000 bytes', (header) => {
    expect(readByteRange(header, 1000)).toBe('not-satisfiable');
  });
});

import { expect, it } from 'vitest';
import { halfToSingle } from './half-precision.ts';

it('widens half-precision numbers, the smallest and the largest included', () => {
  const halves = Uint16Array.of(0x0000, 0x3c00, 0xc000, 0x3555, 0x7bff, 0x0001, 0x03ff, 0xfc00);
  const expected = [0, 1, -2, 0.333251953125, 65504, 2 ** -24, 1023 * 2 ** -24, Number.NEGATIVE_INFINITY];
  expect(Array.from(halfToSingle(new Uint8Array(halves.buffer)))).toEqual(expected);
});

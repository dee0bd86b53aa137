import { expect, it } from 'vitest';
import { readFlexMap } from './flexbuffer.ts';

it('reads the options that a real model carries', () => {
  const written = '6f75747075745f686569676874006f75747075745f776964746800021c0f02010210100404042401';
  const options = readFlexMap(Buffer.from(written, 'hex'));
  expect(Object.fromEntries(options)).toEqual({ output_height: 16, output_width: 16 });
});

it('says so when there is no map', () => {
  expect(() => readFlexMap(Uint8Array.of(7, 4, 1))).toThrow(TypeError);
});

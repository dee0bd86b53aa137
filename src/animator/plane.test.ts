import { describe, expect, it } from 'vitest';
import { blur, boxMean, createPlane, enlarge, sampleBilinear, shrink } from './plane.ts';

const ramp = (width: number, height: number) => {
  const plane = createPlane(width, height);
  for (let i = 0; i < plane.values.length; i++) plane.values[i] = (i % width) + 10 * Math.floor(i / width);
  return plane;
};

describe('planes', () => {
  it('reads between pixels and holds the edges', () => {
    const plane = ramp(4, 3);
    expect(sampleBilinear(plane, 1.5, 1)).toBeCloseTo(11.5);
    expect(sampleBilinear(plane, 0, 0.25)).toBeCloseTo(2.5);
    expect(sampleBilinear(plane, -5, 99)).toBeCloseTo(20);
  });

  it('averages squares, counting only pixels that exist', () => {
    const plane = ramp(5, 5);
    expect(boxMean(plane, 1).values[2 * 5 + 2]).toBeCloseTo(22);
    expect(boxMean(plane, 1).values[0]).toBeCloseTo((0 + 1 + 10 + 11) / 4);
    expect(boxMean(plane, 9).values[0]).toBeCloseTo(22);
  });

  it('blurs a point into a bell of the asked width that loses nothing', () => {
    const plane = createPlane(61, 61);
    plane.values[30 * 61 + 30] = 1;
    const bell = blur(plane, 4).values;
    const total = bell.reduce((sum, value) => sum + value, 0);
    let spread = 0;
    bell.forEach((value, i) => {
      spread += value * ((i % 61) - 30) ** 2;
    });
    expect(total).toBeCloseTo(1, 3);
    expect(Math.sqrt(spread)).toBeGreaterThan(3.4);
    expect(Math.sqrt(spread)).toBeLessThan(4.6);
  });

  it('shrinks and enlarges without shifting', () => {
    const small = shrink(ramp(16, 16), 4);
    expect(small.values[0]).toBeCloseTo(16.5);
    const back = enlarge(small, 16, 16);
    expect(back.values[8 * 16 + 8]).toBeCloseTo(88, 0);
  });
});

import { describe, expect, it } from 'vitest';
import { pointsWithin } from './face-points.ts';

describe('placed points', () => {
  it('stay where they are when a part of the picture is cut out', () => {
    const at = (x: number, y: number) => ({ x, y });
    const points = { eyeLeft: at(0.4, 0.3), eyeRight: at(0.6, 0.3), noseTip: at(0.5, 0.4), mouth: at(0.5, 0.5), chin: at(0.5, 0.6) };
    const part = { left: 250, top: 0, widthPixels: 500, heightPixels: 1000 };
    const within = pointsWithin(points, { widthPixels: 1000, heightPixels: 2000 }, part);
    expect(within.eyeLeft).toEqual(at(0.3, 0.6));
    expect(within.chin).toEqual(at(0.5, 1.2));
  });
});

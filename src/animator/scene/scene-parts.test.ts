import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../domain/seeded-random.ts';
import { invertDisplacement, lowerToJacobian } from '../drawing/inverse-map.ts';
import { guidedFilter } from '../guided-filter.ts';
import { createPlane } from '../plane.ts';
import { floodFill } from './flood-fill.ts';
import { nearestSeed } from './nearest-seed.ts';
import { fillPolygon } from './polygon.ts';
import { pushPull } from './push-pull.ts';
import { overNodes, rigGridOf } from './rig-grid.ts';

describe('the nearest seed', () => {
  it('is the one a search over all seeds finds', () => {
    const random = seededRandom(5);
    const seeds = Uint8Array.from({ length: 40 * 30 }, () => (random() < 0.01 ? 1 : 0));
    const { distancePixels } = nearestSeed(seeds, 40, 30);
    for (let i = 0; i < seeds.length; i++) {
      let best = Number.POSITIVE_INFINITY;
      seeds.forEach((seed, j) => {
        if (seed === 1) best = Math.min(best, Math.hypot((i % 40) - (j % 40), Math.floor(i / 40) - Math.floor(j / 40)));
      });
      expect(Math.abs(distancePixels[i]! - best)).toBeLessThan(1e-5);
    }
  });

  it('is none when there is no seed', () => {
    const { seedIndex, distancePixels } = nearestSeed(new Uint8Array(12), 4, 3);
    expect(seedIndex[5]).toBe(-1);
    expect(distancePixels[5]).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('filling in', () => {
  it('keeps what is known and stays between the known colours', () => {
    const colour = new Float32Array(20 * 20 * 3);
    const weight = new Float32Array(20 * 20);
    for (let y = 0; y < 20; y++) {
      weight[y * 20] = 1;
      weight[y * 20 + 19] = 1;
      colour[y * 60] = 100;
      colour[y * 60 + 57] = 200;
    }
    pushPull({ widthPixels: 20, heightPixels: 20, colour, weight });
    expect(colour[10 * 60]).toBe(100);
    const middle = colour[10 * 60 + 30]!;
    expect(middle).toBeGreaterThan(120);
    expect(middle).toBeLessThan(180);
  });
});

describe('the guided filter', () => {
  it('moves a soft edge onto the edge of the picture', () => {
    const guide = { red: createPlane(40, 20), green: createPlane(40, 20), blue: createPlane(40, 20) };
    const input = createPlane(40, 20);
    for (let i = 0; i < input.values.length; i++) {
      const x = i % 40;
      const bright = x >= 20 ? 1 : 0;
      guide.red.values[i] = bright;
      guide.green.values[i] = bright;
      guide.blue.values[i] = bright;
      input.values[i] = Math.min(1, Math.max(0, (x - 12) / 16));
    }
    const filtered = guidedFilter(guide, input, 3, 1e-4).values;
    const step = filtered[10 * 40 + 20]! - filtered[10 * 40 + 19]!;
    expect(step).toBeGreaterThan(3 / 16);
  });
});

describe('the inverse of a motion', () => {
  const grid = rigGridOf(160, 120);
  const bump = (size: number) => ({
    right: overNodes(grid, (x, y) => size * Math.exp(-((x - 80) ** 2 + (y - 60) ** 2) / 900)),
    down: overNodes(grid, (x) => 0.4 * size * Math.sin(x / 40)),
  });

  it('leads back to where each pixel came from', () => {
    const forward = bump(6);
    const backward = new Float32Array(grid.columns * grid.rows * 2);
    invertDisplacement(grid, forward, backward);
    const node = 7 * grid.columns + 10;
    const sourceX = 80 + backward[node * 2]!;
    const sourceY = 56 + backward[node * 2 + 1]!;
    const movedX = sourceX + 6 * Math.exp(-((sourceX - 80) ** 2 + (sourceY - 60) ** 2) / 900);
    expect(movedX).toBeCloseTo(80, 0);
  });

  it('is told to fold by its smallest Jacobian', () => {
    const smallest = (size: number): number => {
      const cells = new Float32Array((grid.columns - 1) * (grid.rows - 1)).fill(1);
      lowerToJacobian(grid, bump(size), cells);
      return Math.min(...cells);
    };
    expect(smallest(6)).toBeGreaterThan(0.3);
    expect(smallest(60)).toBeLessThan(0);
  });
});

describe('areas', () => {
  it('fills a polygon by its pixel centres', () => {
    const painted: number[] = [];
    fillPolygon(
      [
        { x: 1, y: 1 },
        { x: 4, y: 1 },
        { x: 4, y: 3 },
        { x: 1, y: 3 },
      ],
      6,
      6,
      (index) => painted.push(index),
    );
    expect(painted).toEqual([7, 8, 9, 13, 14, 15]);
  });

  it('floods only what hangs together', () => {
    const wall = new Set([2, 7, 12]);
    const marked = floodFill(5, 3, [0], (index) => !wall.has(index));
    expect(Array.from(marked)).toEqual([1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0]);
  });
});

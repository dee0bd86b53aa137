import type { RandomSource } from '../domain/seeded-random.ts';
import { mix } from './colour.ts';
import { curveAt, type Point, resampled, ribbon } from './curve.ts';
import type { FeatureLayers } from './face-layers.ts';
import { BROW_Y, bothSides, type Head } from './head.ts';
import type { CharacterLook } from './look.ts';
import { path, smoothPath } from './svg.ts';

/** Brows of single hairs over a soft ground: upright inside, lying down towards the temple. */
export function drawBrows({ brows }: CharacterLook, head: Head, random: RandomSource): FeatureLayers {
  const spine: Point[] = [
    [31, BROW_Y + 3],
    [56, BROW_Y - 1 - brows.arch * 0.5],
    [84, BROW_Y - 5 - brows.arch],
    [108, BROW_Y - 2 - brows.arch * 0.8],
    [128, BROW_Y + 8 - brows.arch * 0.2],
  ];
  const half = (share: number): number =>
    brows.thickness * 0.5 * Math.min(1, 0.62 + 1.6 * share) * (1 - (0.82 * Math.max(0, share - 0.3) ** 1.1) / 0.7);
  const ground = ribbon(resampled(spine, 12), (share) => half(share) * 0.9);
  const hairs = (count: number, width: number): string =>
    Array.from({ length: count }, (_, index) => {
      const side = index % 2 === 0 ? -1 : 1;
      const hair = browHair(spine, half, width, random).map(([x, y]) => head.place(side * x, y));
      return smoothPath(hair, true);
    }).join('');
  const darker = mix(brows.colour, '#000000', 0.35);
  return {
    soft: path(bothSides(head, ground, true), { fill: brows.colour, opacity: 0.64 }),
    sharp:
      path(hairs(2 * brows.hairs, 0.85), { fill: brows.colour, opacity: 0.5 }) +
      path(hairs(brows.hairs, 0.7), { fill: darker, opacity: 0.36 }),
  };
}

function browHair(
  spine: readonly Point[],
  half: (share: number) => number,
  width: number,
  random: RandomSource,
): Point[] {
  const share = random() ** 0.9;
  const [x, y] = curveAt(spine, share);
  const [aheadX, aheadY] = curveAt(spine, Math.min(1, share + 0.05));
  const along = Math.atan2(aheadY - y, Math.max(1, aheadX - x));
  const across = 2 * random() - 1;
  // lower hairs rise, upper hairs lie down: they meet along the spine
  const lift = (0.95 - 0.85 * share) * (0.6 + 0.55 * across) + 0.12 * (random() - 0.5);
  const angle = along - lift;
  const length = (9 + 6 * random()) * (1 - 0.25 * share);
  const root: Point = [x, y + across * half(share)];
  const tip: Point = [root[0] + length * Math.cos(angle), root[1] + length * Math.sin(angle)];
  const middle: Point = [
    (root[0] + tip[0]) / 2 - 1.2 * Math.sin(angle) * 0.4,
    (root[1] + tip[1]) / 2 - 1.3 * Math.cos(angle),
  ];
  return ribbon([root, middle, tip], (at) => width * (1 - 0.85 * at));
}

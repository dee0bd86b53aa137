import type { Point } from './curve.ts';
import type { CharacterLook } from './look.ts';
import { type Bump, createRelief, type Relief } from './relief.ts';

/** Height of the pit between the collarbones, below the eyes. */
const PIT_Y = 378;

/** The right half of neck and shoulders. */
export function bustOutline({ neckHalf, shoulderHalf }: CharacterLook['body']): Point[] {
  return [
    [neckHalf, 110],
    [neckHalf - 3, 200],
    [neckHalf, 262],
    [neckHalf + 14, 304],
    [neckHalf + 52, 338],
    [0.45 * shoulderHalf + 58, 372],
    [shoulderHalf - 78, 412],
    [shoulderHalf - 24, 466],
    [shoulderHalf, 556],
    [shoulderHalf + 26, 790],
  ];
}

/** Neck, collarbones and chest as a surface; origin below the middle of the neck, at the height of the eyes. */
export function createBust(look: CharacterLook): Relief {
  const both = (bump: Bump): Bump[] => [bump, { ...bump, x: -bump.x }];
  const { neckHalf } = look.body;
  const muscles = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) =>
    both({ x: neckHalf * (0.72 - 0.5 * share), y: 250 + 124 * share, width: 13, length: 22, height: 2.4 }),
  );
  const collarbones = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) =>
    both({ x: 30 + 170 * share, y: PIT_Y + 8 - 40 * share + 14 * share * share, width: 24, length: 8, height: 2.8 }),
  );
  return createRelief({
    outline: bustOutline(look.body),
    halfGridWidth: 260,
    body: (across, y) => 100 * (1 - across ** 2.2) ** 0.5 * (y > 310 ? 1 + (y - 310) / 400 : 1),
    bumps: [
      ...muscles,
      ...collarbones,
      { x: 0, y: PIT_Y, width: 14, length: 12, height: -6 },
      { x: 0, y: 290, width: 22, length: 40, height: 5 },
      ...both({ x: 70, y: PIT_Y - 22, width: 40, length: 13, height: -4 }),
    ],
  });
}

import { bustOutline } from './bust.ts';
import { type Point, resampled } from './curve.ts';
import type { CharacterLook, ClothesLook } from './look.ts';
import { DRAWING_HEIGHT, smoothPath } from './svg.ts';

/** How much thicker clothes are than the shoulders they lie on. */
const PADDING = { x: 12, y: -7 };

/** The right half of each neckline, from the shoulder to the middle; origin below the neck at the height of the eyes. */
const NECKLINES: Record<ClothesLook['kind'], (neckHalf: number) => Point[]> = {
  wrap: (n) => [
    [n + 18, 306],
    [n + 24, 356],
    [n - 8, 452],
    [26, 536],
    [0, 566],
  ],
  'roll-neck': (n) => [
    [n + 18, 304],
    [n + 8, 324],
    [n * 0.5, 342],
    [0, 348],
  ],
  'round-neck': (n) => [
    [n + 18, 306],
    [n + 24, 354],
    [n * 0.86, 410],
    [n * 0.42, 434],
    [0, 440],
  ],
  coat: (n) => [
    [n + 18, 304],
    [n + 12, 332],
    [n * 0.5, 356],
    [0, 364],
  ],
  shirt: (n) => [
    [n + 18, 304],
    [n + 14, 344],
    [n * 0.66, 420],
    [n * 0.26, 484],
    [0, 508],
  ],
};

export const necklineOf = ({ clothes, body }: CharacterLook): Point[] => NECKLINES[clothes.kind](body.neckHalf);

/** Where a point of the body (origin below the neck at the height of the eyes) lies in the drawing. */
export const bodyPlace =
  ({ pose }: CharacterLook) =>
  ([x, y]: Point): Point => [pose.neckX + x, pose.y + y];

/** A line and its mirror image, as one line from the right end over the middle to the left end. */
export const acrossBody = (right: readonly Point[]): Point[] => [
  ...right,
  ...[...right]
    .reverse()
    .slice(1)
    .map(([x, y]): Point => [-x, y]),
];

/** The outline of what is worn: neckline, shoulders, and down out of the picture. */
export function garmentPath(look: CharacterLook): string {
  const { neckHalf } = look.body;
  const shoulders = resampled(bustOutline(look.body), 40)
    .filter(([x, y]) => y > 312 && x > neckHalf + 18)
    .map(([x, y]): Point => [x + PADDING.x, y + PADDING.y]);
  const right = [...resampled(necklineOf(look), 12).reverse(), ...shoulders, ...hem(look)];
  return smoothPath(acrossBody([...right].reverse()).map(bodyPlace(look)), true);
}

/** Where the clothes leave the picture. A figure further away shows more of them, hanging straight down. */
function hem({ pose, distance, body }: CharacterLook): Point[] {
  const x = body.shoulderHalf + 26;
  if (distance === undefined) return [[x, DRAWING_HEIGHT - pose.y + 20]];
  const lowest = (DRAWING_HEIGHT - distance.eyesY) / distance.scale + 20;
  return [880, 0.5 * (880 + lowest), lowest].map((y): Point => [x + 12, y]);
}

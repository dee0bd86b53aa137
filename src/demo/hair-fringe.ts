import { mix } from './colour.ts';
import { between, curveAt, type Point } from './curve.ts';
import type { DrawnHair } from './hair.ts';
import { drawSides } from './hair-sides.ts';
import type { Head } from './head.ts';
import type { HairLook } from './look.ts';
import { drawFlyaways, drawLock, type HairLight } from './strands.ts';
import { blur, path, smoothPath } from './svg.ts';

type FringeLook = Extract<HairLook, { style: 'fringe' }>;

/** The outline of the hair from the left temple over the crown to the right one. */
const OUTLINE: readonly Point[] = [
  [-164, -70],
  [-184, -110],
  [-196, -164],
  [-178, -238],
  [-124, -298],
  [-40, -322],
  [44, -320],
  [126, -294],
  [180, -230],
  [197, -158],
  [184, -108],
  [164, -70],
];
/** Where the hair leaves the forehead free. */
const FOREHEAD: readonly Point[] = [
  [162, -84],
  [138, -138],
  [70, -176],
  [-20, -192],
  [-84, -174],
  [-138, -136],
  [-162, -84],
];
const PARTING_X = -34;
/** The way of a lock from the parting to the temple: nearest to the forehead, and along the outline. Right side. */
const OVER_FOREHEAD: readonly Point[] = [
  [0, -180],
  [34, -210],
  [84, -196],
  [122, -150],
  [134, -84],
];
const OVER_CROWN: readonly Point[] = [
  [6, -312],
  [76, -324],
  [150, -284],
  [192, -204],
  [194, -112],
];
const LOCKS = 92;

/** Hair that falls from a parting over both sides of the forehead, its tips loose, close at the sides. */
export function drawFringe(hair: FringeLook, head: Head, light: HairLight): DrawnHair {
  const placed = (points: readonly Point[], lift: number): Point[] => points.map(([x, y]) => head.place(x, y, lift));
  const fill = mix(hair.dark, hair.base, 0.2);
  const cap = path(smoothPath(placed([...OUTLINE.slice(1, -1), ...FOREHEAD], 6), true), { fill, ...blur(2) });
  const shadow = path(smoothPath(placed(FOREHEAD, 0)), {
    fill: 'none',
    stroke: '#2a120c',
    'stroke-width': 30,
    opacity: 0.34,
    ...blur(8),
  });
  const locks = Array.from({ length: LOCKS }, (_, index) => {
    // what lies behind is drawn first; the sides take turns, so that none covers the other at the parting
    const depth = 1 - index / LOCKS;
    const side = index % 2 === 0 ? -1 : 1;
    return drawLock(
      {
        spine: placed(spineOf(depth, side, light), 12),
        halfWidth: 9 + 8 * light.random(),
        strands: 12,
        tone: 0.36 + 0.1 * (1 - depth) + (side === light.lightSide ? 0.1 : -0.04) + 0.24 * (light.random() - 0.5),
        shine: 0.85,
      },
      light,
    );
  });
  const loose = Array.from({ length: 12 }, (_, index) => placed(spineOf(1.04, index % 2 === 0 ? -1 : 1, light), 12));
  return {
    behind: path(smoothPath(placed(OUTLINE, 0), true), { fill }),
    front: shadow + cap + drawSides(head, light) + locks.join('') + drawFlyaways(loose, light),
  };
}

/** One lock from the parting over its side; `depth` 1 lies along the outline, 0 hangs over the forehead. */
function spineOf(depth: number, side: -1 | 1, { random }: HairLight): Point[] {
  const near = depth + 0.1 * (random() - 0.5);
  const guide = between(OVER_FOREHEAD, OVER_CROWN, near);
  const reach = 0.8 + 0.34 * random();
  const turnIn = 26 * (random() - 0.55);
  return Array.from({ length: 7 }, (_, step): Point => {
    const share = (step / 6) * Math.min(1, reach);
    const [x, y] = curveAt(guide, share);
    const tip = Math.max(0, share - 0.6) / 0.4;
    // the shorter side of the parting covers less
    const across = side < 0 ? 0.86 * x + 8 : x;
    return [PARTING_X * (1 - share) ** 1.5 + side * (across + turnIn * tip), y + 30 * (reach - 1) * tip];
  });
}

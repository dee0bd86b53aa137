import { mix } from './colour.ts';
import { type Point, throughKnots } from './curve.ts';
import type { DrawnHair } from './hair.ts';
import { drawSides } from './hair-sides.ts';
import type { Head } from './head.ts';
import type { HairLook } from './look.ts';
import { type HairLight, TonedStrokes } from './strands.ts';
import { blur, path, smoothPath } from './svg.ts';

type CroppedLook = Extract<HairLook, { style: 'cropped' }>;

/** Hairline by distance from the middle: high at the temples, as it grows with the years. */
const HAIRLINE: readonly Point[] = [
  [-158, -92],
  [-146, -134],
  [-124, -176],
  [-84, -202],
  [-40, -194],
  [0, -188],
  [40, -194],
  [84, -202],
  [124, -176],
  [146, -134],
  [158, -92],
];
/** The outline of the hair over the crown. */
const CROWN: readonly Point[] = [
  [-190, -92],
  [-190, -160],
  [-164, -232],
  [-104, -280],
  [-30, -297],
  [38, -296],
  [108, -278],
  [166, -230],
  [191, -158],
  [190, -92],
];

/** Hair cut to a finger's width, standing a little up. */
export function drawCropped(hair: CroppedLook, head: Head, light: HairLight): DrawnHair {
  const placed = (points: readonly Point[], lift: number): Point[] => points.map(([x, y]) => head.place(x, y, lift));
  const fill = mix(hair.dark, hair.base, 0.35);
  const cap = placed([...HAIRLINE, ...[...CROWN].reverse()], 4);
  const ground =
    path(smoothPath(placed(HAIRLINE, 4)), {
      fill: 'none',
      stroke: hair.dark,
      'stroke-width': 20,
      opacity: 0.4,
      ...blur(8),
    }) + path(smoothPath(cap, true), { fill, ...blur(3) });
  return {
    behind: path(smoothPath(placed([[-164, -60], ...CROWN.slice(1, -1), [164, -60]], 0), true), { fill }),
    front: ground + drawSides(head, light) + bristles(head, light),
  };
}

function bristles(head: Head, light: HairLight): string {
  const { random, lightSide, colours } = light;
  const strokes = new TonedStrokes();
  for (let count = 0; count < 2600; count++) {
    const x = 176 * (2 * random() - 1);
    const low = throughKnots(HAIRLINE, x) + 4;
    const high = throughKnots(CROWN, x) + 8;
    const share = random() ** 1.15;
    const y = low + (high - low) * share;
    const length = 13 + 9 * random();
    // brushed forward and a little to the side; at the crown it stands away from the skull
    const lean = 0.5 * (x / 180) + 0.22 + 0.5 * (random() - 0.5);
    const spine = [0, 0.5, 1].map((along): Point => {
      return head.place(x + length * along * Math.sin(lean), y - length * along * Math.cos(lean) * 0.8, 6);
    });
    const facing = 0.16 * (x / 180) * lightSide + 0.16 * share;
    const half = 0.8 + 0.8 * random();
    strokes.add(spine, (along) => half * (1 - 0.75 * along), 0.3 + facing + 0.34 * random());
  }
  return strokes.draw(colours, 0.8);
}

import { mix } from './colour.ts';
import { between, curveAt, type Point, throughKnots } from './curve.ts';
import type { DrawnHair } from './hair.ts';
import { drawSides } from './hair-sides.ts';
import type { Head } from './head.ts';
import type { HairLook } from './look.ts';
import { drawLock, type HairLight, type Lock, TonedStrokes } from './strands.ts';
import { blur, path, smoothPath } from './svg.ts';

type SweptLook = Extract<HairLook, { style: 'swept' }>;

/** Height of the hairline by distance from the middle of the forehead. */
const HAIRLINE: readonly Point[] = [
  [-152, -96],
  [-138, -136],
  [-108, -164],
  [-50, -176],
  [0, -180],
  [50, -176],
  [108, -162],
  [138, -134],
  [152, -96],
];

/** The outline of the hair from the left ear over the crown to the right one. */
const OUTLINE: readonly Point[] = [
  [-168, 4],
  [-188, -56],
  [-194, -140],
  [-172, -222],
  [-116, -288],
  [-30, -318],
  [64, -316],
  [138, -276],
  [182, -208],
  [197, -130],
  [188, -56],
  [168, 4],
];

/** Where the hair is parted; from here it is brushed over the crown to the right and down to the left ear. */
const PARTING_X = -116;

/** The way over the crown: lowest layer, which lifts off the forehead, and the outline. */
const OVER_FOREHEAD: readonly Point[] = [
  [-122, -152],
  [-80, -190],
  [-8, -206],
  [70, -198],
  [132, -166],
  [164, -108],
];
const OVER_CROWN: readonly Point[] = [
  [-122, -262],
  [-84, -306],
  [0, -322],
  [96, -304],
  [172, -226],
  [196, -124],
];
/** The way down from the parting to the ear. */
const BESIDE_FOREHEAD: readonly Point[] = [
  [PARTING_X, -166],
  [-136, -154],
  [-154, -118],
  [-164, -76],
];
const BESIDE_CROWN: readonly Point[] = [
  [-118, -276],
  [-164, -238],
  [-192, -168],
  [-196, -96],
];

const placed = (head: Head, points: readonly Point[], lift: number): Point[] =>
  points.map(([x, y]) => head.place(x, y, lift));

/** Short hair brushed up from the forehead and over to the right, close at the sides. */
export function drawSwept(hair: SweptLook, head: Head, light: HairLight): DrawnHair {
  const ground = path(smoothPath(placed(head, OUTLINE, 0), true), { fill: mix(hair.dark, hair.base, 0.25) });
  return { behind: ground, front: crownGround(hair, head) + drawSides(head, light) + top(head, light) };
}

/** What covers the skull between hairline and outline. */
function crownGround(hair: SweptLook, head: Head): string {
  const rim = OUTLINE.slice(2, -2).map(([x, y]): Point => [x * 0.985, y + 4]);
  const shape = placed(head, [...HAIRLINE.map(([x, y]): Point => [x, y - 3]), ...rim.reverse()], 4);
  return (
    path(smoothPath(placed(head, HAIRLINE, 4)), {
      fill: 'none',
      stroke: hair.dark,
      'stroke-width': 24,
      opacity: 0.5,
      ...blur(8),
    }) + path(smoothPath(shape, true), { fill: mix(hair.dark, hair.base, 0.25), ...blur(1) })
  );
}

/** Layers of locks from the outline to the forehead, each over the one behind, then the fine hair at the hairline. */
function top(head: Head, light: HairLight): string {
  const near = layersOf(head, light, BESIDE_FOREHEAD, BESIDE_CROWN, 20);
  const far = layersOf(head, light, OVER_FOREHEAD, OVER_CROWN, 62);
  return near + far + roots(head, light);
}

function layersOf(
  head: Head,
  light: HairLight,
  forehead: readonly Point[],
  crown: readonly Point[],
  count: number,
): string {
  const { random } = light;
  return Array.from({ length: count }, (_, index) => {
    const layer = Math.max(0, 1 - (index + 1.5 * random()) / count);
    const guide = between(forehead, crown, layer);
    const from = 0.34 * random();
    const to = Math.min(1, from + 0.5 + 0.5 * random());
    const lift = 10 * (random() - 0.3);
    const spine = Array.from({ length: 7 }, (_, step): Point => {
      const [x, y] = curveAt(guide, from + ((to - from) * step) / 6);
      return [x, y - lift * Math.sin((Math.PI * step) / 6)];
    });
    const lock: Lock = {
      spine: placed(head, spine, 12),
      halfWidth: 10 + 8 * random(),
      strands: 13,
      tone: 0.34 + 0.12 * (1 - layer) + 0.3 * (random() - 0.5),
      shine: 0.8,
    };
    return drawLock(lock, light);
  }).join('');
}

/** Short hair that rises from the hairline into the first layer. */
function roots(head: Head, light: HairLight): string {
  const { random, colours } = light;
  const strokes = new TonedStrokes();
  for (let count = 0; count < 300; count++) {
    const x = -120 + 214 * random();
    const y = throughKnots(HAIRLINE, x) + 5 - 10 * random();
    const rise = (20 + 26 * random()) * (1 - 0.5 * Math.max(0, x / 152));
    const lean = 22 + 46 * random();
    const spine: Point[] = [
      [x, y],
      [x + lean * 0.34, y - rise * 0.7],
      [x + lean, y - rise * (x > 70 ? 0.4 : 1)],
    ];
    const half = 0.7 + random();
    strokes.add(placed(head, spine, 8), (share) => half * (1 - 0.6 * share), 0.26 + 0.24 * random());
  }
  return strokes.draw(colours, 0.75);
}

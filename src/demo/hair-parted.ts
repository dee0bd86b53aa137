import { mix } from './colour.ts';
import { between, curveAt, type Point, throughKnots } from './curve.ts';
import type { DrawnHair } from './hair.ts';
import { CROWN_Y, HAIRLINE_Y, type Head } from './head.ts';
import type { HairLook } from './look.ts';
import { drawFlyaways, drawLock, type HairLight } from './strands.ts';
import { blur, path, smoothPath } from './svg.ts';

type PartedLook = Extract<HairLook, { style: 'parted' }>;
type Side = -1 | 1;

const LOCKS_PER_SIDE = 20;

/** x of the lock that frames the face and of the outermost lock, by height below the eyes. */
const INNER_FALL: readonly Point[] = [
  [-40, 176],
  [60, 183],
  [150, 172],
  [260, 166],
  [400, 158],
  [600, 160],
];
const OUTER_FALL: readonly Point[] = [
  [-40, 215],
  [60, 228],
  [160, 224],
  [270, 240],
  [400, 258],
  [600, 254],
];

/** Hair parted beside the middle that falls past the cheeks: long waves or a bob, by where its tips hang. */
export function drawParted(hair: PartedLook, head: Head, light: HairLight): DrawnHair {
  return {
    behind: backOf(hair, head, light),
    front: shadowOf(hair, head) + ([-1, 1] as const).map((side) => curtain(hair, head, side, light)).join(''),
  };
}

/** The way of one lock from the parting to its tip; `layer` 0 frames the face, 1 is the outline. Face coordinates. */
function spineOf(hair: PartedLook, side: Side, layer: number, wave: number, uneven = 0): Point[] {
  const p = side * hair.partingX;
  const frame: Point[] = [
    [p, HAIRLINE_Y - 6],
    [p + 0.34 * (150 - p), HAIRLINE_Y + 2],
    [p + 0.72 * (150 - p), HAIRLINE_Y + 34],
    [158, HAIRLINE_Y + 92],
  ];
  const outline: Point[] = [
    [p * 0.7, CROWN_Y - 20],
    [p + 0.4 * (150 - p), CROWN_Y - 26],
    [p + 0.92 * (150 - p), CROWN_Y + 22],
    [207, CROWN_Y + 142],
  ];
  const over = between(frame, outline, layer);
  const start = over.at(-1)![1] + 70;
  const steps = 7;
  const fall = Array.from({ length: steps }, (_, step): Point => {
    const share = step / (steps - 1);
    const y = start + (hair.tipY + 46 * (layer - 0.6) + uneven - start) * share;
    const x = throughKnots(INNER_FALL, y) * (1 - layer) + throughKnots(OUTER_FALL, y) * layer;
    const swing = hair.waves * Math.min(1, share * 2.2) * Math.sin(wave + (2 * Math.PI * (y - start)) / 190);
    return [x + swing - hair.tipsIn * share ** 2.6, y];
  });
  return [...over, ...fall].map(([x, y]): Point => [side * x, y]);
}

const placed = (head: Head, points: readonly Point[], lift: number): Point[] =>
  points.map(([x, y]) => head.place(x, y, lift));

function curtain(hair: PartedLook, head: Head, side: Side, light: HairLight): string {
  const { random } = light;
  const ground = [
    ...placed(head, spineOf(hair, side, 1, 0).slice(0, 5), 8),
    ...placed(head, spineOf(hair, side, 0, 0).slice(0, 5), 8).reverse(),
  ];
  const locks = Array.from({ length: LOCKS_PER_SIDE }, (_, index) => {
    const layer = 1 - (index + 0.6 * (random() - 0.5)) / (LOCKS_PER_SIDE - 1);
    const wave = 2.2 + 1.6 * layer + 0.5 * (random() - 0.5) + (side < 0 ? 0.8 : 0);
    const spine = spineOf(hair, side, Math.min(1, Math.max(0, layer)), wave, hair.unevenTips * (random() - 0.5));
    // what faces the lamp is bright, and so is what lies on top
    const lit = side === light.lightSide ? 0.1 : -0.06;
    return drawLock(
      {
        spine: placed(head, spine, 10),
        halfWidth: hair.waveWidth * (0.7 + 0.6 * random()),
        strands: 22,
        tone: 0.42 + lit + 0.3 * (random() - 0.5),
        shine: 0.85 + 1.5 * lit,
        bluntness: hair.bluntness,
      },
      light,
    );
  });
  const loose = Array.from({ length: 16 }, () => {
    const spine = spineOf(hair, side, random() < 0.6 ? 1.02 + 0.06 * random() : -0.06 * random(), 6 * random());
    const kept = Array.from({ length: 7 }, (_, step) => curveAt(spine, 0.05 + (0.55 + 0.4 * random()) * (step / 6)));
    return placed(head, kept, 10);
  });
  return path(smoothPath(ground, true), { fill: hair.dark }) + locks.join('') + drawFlyaways(loose, light);
}

/** What the curtains throw on the cheeks. */
function shadowOf(hair: PartedLook, head: Head): string {
  const edges = ([-1, 1] as const).map((side) => smoothPath(placed(head, spineOf(hair, side, 0, 2.4), 0)));
  return path(edges.join(''), { fill: 'none', stroke: '#2a0f0c', 'stroke-width': 34, opacity: 0.3, ...blur(8) });
}

/** The hair behind the neck, in shadow. */
function backOf(hair: PartedLook, head: Head, light: HairLight): string {
  const { random } = light;
  const tip = Math.min(hair.tipY - 10, 470);
  const half: Point[] = [
    [0, CROWN_Y - 14],
    [130, CROWN_Y + 12],
    [204, -120],
    [216, 20],
    [212, 150],
    [throughKnots(OUTER_FALL, tip * 0.7) - hair.tipsIn * 0.3 - 8, tip * 0.7],
    [throughKnots(OUTER_FALL, tip) - hair.tipsIn - 14, tip],
    [90, tip - 6],
  ];
  const outline = [...half, ...[...half].reverse().map(([x, y]): Point => [-x, y])];
  const locks = Array.from({ length: 26 }, (_, index) => {
    const side = index % 2 === 0 ? -1 : 1;
    const x = 60 + 150 * random();
    const wave = 6 * random();
    const spine = Array.from({ length: 8 }, (_, step): Point => {
      const y = 40 + ((tip - 30 + 40 * random() - 40) * step) / 7;
      return [side * (x + hair.waves * 0.8 * Math.sin(wave + y / 30) - hair.tipsIn * 0.6 * (step / 7) ** 2), y];
    });
    return drawLock(
      { spine: placed(head, spine, 0), halfWidth: 16, strands: 8, tone: 0.16 + 0.16 * random(), shine: 0.15 },
      light,
    );
  });
  return path(smoothPath(placed(head, outline, 0), true), { fill: mix(hair.dark, '#000000', 0.25) }) + locks.join('');
}

import type { RandomSource } from '../domain/seeded-random.ts';
import { bustOutline } from './bust.ts';
import { mix } from './colour.ts';
import { type Point, resampled } from './curve.ts';
import { acrossBody, bodyPlace, necklineOf } from './garment.ts';
import { bothSides, CHIN_Y, HAIRLINE_Y, type Head, headOutline } from './head.ts';
import type { CharacterLook, EarringsLook } from './look.ts';
import { blur, ellipse, group, MULTIPLY, path, smoothPath, softEllipse } from './svg.ts';

/** The outline of the head as a closed path on the canvas. */
export function facePath(look: CharacterLook, head: Head): string {
  return smoothPath(
    mirroredOutline(resampled(headOutline(look.face), 40)).map(([x, y]) => head.place(x, y)),
    true,
  );
}

/** The outline of neck and shoulders as a closed path on the canvas. */
export function bustPath({ body, pose }: CharacterLook): string {
  return smoothPath(
    mirroredOutline(bustOutline(body)).map(([x, y]): Point => [pose.neckX + x, pose.y + y]),
    true,
  );
}

const mirroredOutline = (right: readonly Point[]): Point[] => [
  ...right,
  ...[...right].reverse().flatMap(([x, y]): Point[] => (x === 0 ? [] : [[-x, y]])),
];

/** What head and neckline throw on neck and chest, away from the light. */
export function neckShadow(look: CharacterLook, head: Head): string {
  const { skin, lightSide, light } = look;
  const jaw = mirroredOutline(headOutline(look.face)).filter(([, y]) => y > 60);
  const thrown = (dx: number, dy: number): string =>
    smoothPath(
      jaw.map(([x, y]) => head.place(x, y)).map(([x, y]): Point => [x - lightSide * dx, y + dy]),
      true,
    );
  const neckline = smoothPath(acrossBody(necklineOf(look)).map(bodyPlace(look)));
  const shade = mix(skin.shade, light.fill, 0.25);
  return group(
    { 'clip-path': 'url(#bust)', ...MULTIPLY },
    group(
      blur(12),
      path(thrown(18, 74), { fill: shade, opacity: 0.4 }),
      path(thrown(14, 48), { fill: shade, opacity: 0.5 }),
      path(thrown(6, 18), { fill: mix(skin.deep, skin.shade, 0.3), opacity: 0.66 }),
      path(neckline, { fill: 'none', stroke: skin.shade, 'stroke-width': 22, opacity: 0.7 }),
    ),
  );
}

const EAR: readonly Point[] = [
  [170, -8],
  [186, -26],
  [200, -22],
  [205, -2],
  [201, 26],
  [192, 50],
  [186, 70],
  [176, 76],
  [168, 62],
];

/** Ears, and what hangs from them. */
export function drawEars(look: CharacterLook, head: Head): string {
  const sides = [-1, 1] as const;
  const soft = sides.map((side) => earShadows(look, head, side)).join('');
  const { earrings } = look;
  const rings = earrings === undefined ? [] : sides.map((side) => hoop(earrings, earPlace(head, side)([186, 74])));
  return sides.map((side) => earShape(look, head, side)).join('') + group(blur(3), soft) + rings.join('');
}

const earPlace =
  (head: Head, side: -1 | 1) =>
  ([x, y]: Point): Point =>
    head.place(side * x, y + 6, -26);

function earShape({ skin, lightSide, light }: CharacterLook, head: Head, side: -1 | 1): string {
  const place = earPlace(head, side);
  const shape = smoothPath(EAR.map(place), true);
  const lit = side === lightSide;
  return [
    path(shape, { fill: lit ? skin.base : skin.shade }),
    path(shape, { fill: skin.blush, opacity: 0.35 }),
    path(smoothPath(EAR.slice(1, 6).map(place)), {
      fill: 'none',
      stroke: light.rim,
      'stroke-width': 2.5,
      opacity: lit ? 0.5 : 0.16,
    }),
  ].join('');
}

/** The bowl of the ear, its rolled edge, and the shade where it meets the cheek. */
function earShadows({ skin, lightSide }: CharacterLook, head: Head, side: -1 | 1): string {
  const placed = (points: readonly Point[]): Point[] => points.map(earPlace(head, side));
  const bowl = placed([
    [186, -10],
    [196, -8],
    [197, 10],
    [189, 32],
    [180, 40],
    [178, 14],
  ]);
  const edge = placed([
    [176, -12],
    [188, -21],
    [199, -14],
    [200, 6],
    [196, 28],
  ]);
  const root = placed([
    [170, -6],
    [174, 30],
    [170, 66],
  ]);
  const lit = side === lightSide ? skin.light : skin.base;
  return [
    path(smoothPath(bowl, true), { fill: skin.deep, opacity: 0.55 }),
    path(smoothPath(edge), { fill: 'none', stroke: lit, 'stroke-width': 5, opacity: 0.85 }),
    path(smoothPath(root), { fill: 'none', stroke: skin.deep, 'stroke-width': 13, opacity: 0.5 }),
  ].join('');
}

function hoop({ dark, base, light }: EarringsLook, [x, y]: Point): string {
  const ring = { fill: 'none', 'stroke-linecap': 'round' } as const;
  return [
    ellipse(x, y + 30, 25, 31, { ...ring, stroke: dark, 'stroke-width': 7.5 }),
    ellipse(x, y + 30, 25, 31, { ...ring, stroke: base, 'stroke-width': 5 }),
    path(`M${x - 21} ${y + 14}Q${x - 28} ${y + 38} ${x - 14} ${y + 55}`, {
      ...ring,
      stroke: light,
      'stroke-width': 2.4,
    }),
    path(`M${x + 17} ${y + 8}Q${x + 25} ${y + 20} ${x + 24} ${y + 34}`, {
      ...ring,
      stroke: light,
      'stroke-width': 1.6,
    }),
    softEllipse(x - 23, y + 24, 9, 9, '#ffffff', { opacity: 0.8 }),
  ].join('');
}

/** The shadow of the hair on the forehead. */
export function foreheadShadow(look: CharacterLook, head: Head): string {
  const arc: Point[] = [-170, -140, -90, -40, 0, 40, 90, 140, 170].map((x) =>
    head.place(x, HAIRLINE_Y + 2 + 96 * (Math.abs(x) / 170) ** 2.6),
  );
  const shadow = { fill: 'none', stroke: look.skin.shade, opacity: 0.26 } as const;
  return [64, 46, 28].map((width) => path(smoothPath(arc), { ...shadow, 'stroke-width': width })).join('');
}

export function drawFreckles({ freckles = 0, skin }: CharacterLook, head: Head, random: RandomSource): string {
  const dots = Array.from({ length: freckles }, () => {
    const bridge = random() < 0.25;
    const x = (bridge ? 40 : 40 + 100 * random()) * (random() < 0.5 ? -1 : 1) * (bridge ? random() : 1);
    const y = (bridge ? 40 : 46) + 30 * (random() + random() - 0.7) - (bridge ? 0 : 0.06 * Math.abs(x));
    const [cx, cy] = head.place(x, y);
    const radius = 0.7 + 1.3 * random() ** 3;
    return ellipse(cx, cy, radius * 1.1, radius, { fill: skin.deep, opacity: 0.12 + 0.2 * random() });
  });
  return group({ 'clip-path': 'url(#face)' }, ...dots);
}

/** Lines that years of laughing leave: from the nose to the mouth, beside and below the eyes, across the brow. */
export function ageLines({ face, skin }: CharacterLook, head: Head): string {
  if (face.age < 0.2) return '';
  const m = face.mouthHalf;
  const lines: readonly { readonly width: number; readonly opacity: number; readonly points: readonly Point[] }[] = [
    {
      width: 4,
      opacity: 0.6,
      points: [
        [40, 104],
        [54, 124],
        [66, 148],
      ],
    },
    {
      width: 3.4,
      opacity: 0.2,
      points: [
        [m + 8, 164],
        [m + 10, 178],
        [m + 6, 190],
      ],
    },
    {
      width: 2.4,
      opacity: 0.4,
      points: [
        [122, 0],
        [134, -5],
        [142, -12],
      ],
    },
    {
      width: 2.4,
      opacity: 0.4,
      points: [
        [123, 7],
        [136, 8],
        [145, 6],
      ],
    },
    {
      width: 2.2,
      opacity: 0.3,
      points: [
        [122, 14],
        [133, 20],
        [140, 24],
      ],
    },
    {
      width: 3,
      opacity: 0.4,
      points: [
        [46, 20],
        [66, 30],
        [90, 30],
      ],
    },
    {
      width: 2.8,
      opacity: 0.26,
      points: [
        [0, -104],
        [40, -108],
        [80, -104],
      ],
    },
    {
      width: 2.8,
      opacity: 0.2,
      points: [
        [0, -126],
        [44, -130],
        [86, -124],
      ],
    },
    {
      width: 3.4,
      opacity: 0.18,
      points: [
        [60, CHIN_Y - 34],
        [40, CHIN_Y - 22],
        [22, CHIN_Y - 18],
      ],
    },
  ];
  const stroke = { fill: 'none', stroke: skin.deep, 'stroke-linecap': 'round' } as const;
  return lines
    .map(({ width, opacity, points }) =>
      path(bothSides(head, points), { ...stroke, 'stroke-width': width, opacity: opacity * face.age }),
    )
    .join('');
}

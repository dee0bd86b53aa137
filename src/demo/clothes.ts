import type { CharacterLook, ClothesLook } from './look.ts';
import { CENTRE_X, DRAWING_HEIGHT, group, linearGradient, path, smoothPath } from './svg.ts';

const SHOULDER_Y = 966;

export function clothesDefinitions({ clothes }: CharacterLook): string {
  return linearGradient(
    'cloth',
    [0.2, 0],
    [0.7, 1],
    [
      { at: 0, colour: clothes.light },
      { at: 0.4, colour: clothes.base },
      { at: 1, colour: clothes.shade },
    ],
  );
}

/** Shoulders and what is worn over them. */
export function drawClothes({ clothes, face }: CharacterLook): string {
  const half = face.shoulderWidth / 2;
  const neckHalf = face.neckWidth / 2;
  const neckline = NECKLINES[clothes.collar](neckHalf);
  const body = smoothPath(
    [
      [CENTRE_X - half, DRAWING_HEIGHT + 60],
      [CENTRE_X - half + 4, 1130],
      [CENTRE_X - half + 66, 1016],
      [CENTRE_X - neckHalf - 104, SHOULDER_Y - 8],
      ...neckline,
      [CENTRE_X + neckHalf + 104, SHOULDER_Y - 8],
      [CENTRE_X + half - 66, 1016],
      [CENTRE_X + half - 4, 1130],
      [CENTRE_X + half, DRAWING_HEIGHT + 60],
    ],
    true,
  );
  return path(body, { fill: 'url(#cloth)' }) + folds(clothes, half) + COLLARS[clothes.collar](clothes, neckHalf);
}

const NECKLINES: Record<ClothesLook['collar'], (neckHalf: number) => (readonly [number, number])[]> = {
  round: (n) => [
    [CENTRE_X - n - 30, 932],
    [CENTRE_X - n - 4, 1012],
    [CENTRE_X, 1048],
    [CENTRE_X + n + 4, 1012],
    [CENTRE_X + n + 30, 932],
  ],
  shirt: (n) => [
    [CENTRE_X - n - 28, 926],
    [CENTRE_X - n + 6, 978],
    [CENTRE_X, 1064],
    [CENTRE_X + n - 6, 978],
    [CENTRE_X + n + 28, 926],
  ],
  high: (n) => [
    [CENTRE_X - n - 26, 920],
    [CENTRE_X - n, 936],
    [CENTRE_X, 950],
    [CENTRE_X + n, 936],
    [CENTRE_X + n + 26, 920],
  ],
  'v-neck': (n) => [
    [CENTRE_X - n - 30, 930],
    [CENTRE_X - n - 10, 1000],
    [CENTRE_X, 1126],
    [CENTRE_X + n + 10, 1000],
    [CENTRE_X + n + 30, 930],
  ],
};

const COLLARS: Record<ClothesLook['collar'], (clothes: ClothesLook, neckHalf: number) => string> = {
  round: (clothes, n) =>
    path(smoothPath(NECKLINES.round(n)), {
      fill: 'none',
      stroke: clothes.accent,
      'stroke-width': 9,
      'stroke-linecap': 'round',
      opacity: 0.9,
    }),
  shirt: (clothes, n) =>
    ([-1, 1] as const)
      .map((side) =>
        path(
          `M${CENTRE_X + side * (n + 34)} 930 L${CENTRE_X + side * (n - 12)} 962 L${CENTRE_X + side * 6} 1070 L${CENTRE_X + side * (n + 34)} 1044 L${CENTRE_X + side * (n + 76)} 972Z`,
          { fill: clothes.accent, stroke: clothes.shade, 'stroke-width': 3 },
        ),
      )
      .join(''),
  high: (clothes, n) =>
    path(
      `M${CENTRE_X - n - 22} 880 Q${CENTRE_X} 926 ${CENTRE_X + n + 22} 880 L${CENTRE_X + n + 34} 962 Q${CENTRE_X} 1012 ${CENTRE_X - n - 34} 962Z`,
      { fill: clothes.base },
    ) +
    path(`M${CENTRE_X - n - 22} 880 Q${CENTRE_X} 926 ${CENTRE_X + n + 22} 880`, {
      fill: 'none',
      stroke: clothes.light,
      'stroke-width': 6,
      opacity: 0.7,
    }) +
    path(`M${CENTRE_X - n - 34} 962 Q${CENTRE_X} 1012 ${CENTRE_X + n + 34} 962`, {
      fill: 'none',
      stroke: clothes.shade,
      'stroke-width': 12,
      opacity: 0.7,
      filter: 'url(#soft6)',
    }),
  'v-neck': (clothes, n) =>
    path(smoothPath(NECKLINES['v-neck'](n)), {
      fill: 'none',
      stroke: clothes.accent,
      'stroke-width': 12,
      'stroke-linecap': 'round',
      opacity: 0.95,
    }),
};

function folds(clothes: ClothesLook, half: number): string {
  const fold = (side: -1 | 1, x: number, bend: number): string =>
    path(`M${CENTRE_X + side * x} 1030 Q${CENTRE_X + side * (x + bend)} 1140 ${CENTRE_X + side * (x - 10)} 1290`, {
      fill: 'none',
      stroke: clothes.shade,
      'stroke-width': 16,
      opacity: 0.5,
      filter: 'url(#soft12)',
    });
  return group(
    {},
    ...([-1, 1] as const).flatMap((side) => [
      fold(side, half * 0.46, 24),
      fold(side, half * 0.72, -18),
      fold(side, half * 0.9, 10),
    ]),
  );
}

import type { RandomSource } from '../domain/seeded-random.ts';
import { CHEEK_HALF, CROWN_Y, EYE_Y, HAIRLINE_Y, MOUTH_Y } from './face.ts';
import type { CharacterLook, HairLook } from './look.ts';
import { CENTRE_X, ellipse, group, path, smoothPath } from './svg.ts';

type Point = readonly [number, number];

/** Hair in two parts: what lies behind the head and neck, and what falls over the forehead and face. */
export interface DrawnHair {
  readonly behind: string;
  readonly front: string;
}

/** Draws a hair style out of a solid mass and several hundred single strands in three tones. */
export function drawHair(look: CharacterLook, random: RandomSource): DrawnHair {
  return STYLES[look.hair.style](look.hair, random);
}

const STYLES: Record<HairLook['style'], (hair: HairLook, random: RandomSource) => DrawnHair> = {
  'long-waves': longWaves,
  'short-swept': shortSwept,
  bob,
  curls,
};

/** A strand through its points, as wide as told, in one of the hair's tones. */
function strand(points: readonly Point[], colour: string, width: number, opacity: number): string {
  return path(smoothPath(points), {
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    opacity,
    'stroke-linecap': 'round',
  });
}

/** Mostly the base tone, some shade, some light. */
function tone(hair: HairLook, random: RandomSource): string {
  const dice = random();
  return dice < 0.42 ? hair.base : dice < 0.74 ? hair.dark : hair.light;
}

/** Strands along one side: a guide line from root to tip is repeated with small differences. */
function lockOf(
  hair: HairLook,
  random: RandomSource,
  guide: readonly Point[],
  options: { readonly strands: number; readonly spread: number; readonly tipSpread: number; readonly width: number },
): string {
  return Array.from({ length: options.strands }, () => {
    const shift = (random() - 0.5) * 2;
    const wobble = (random() - 0.5) * 10;
    const points = guide.map(([x, y], index): Point => {
      const share = index / (guide.length - 1);
      const apart = options.spread + (options.tipSpread - options.spread) * share;
      return [
        x + shift * apart + wobble * Math.sin(share * 5 + shift),
        y + (random() - 0.5) * 6 + shift * apart * 0.16,
      ];
    });
    return strand(points, tone(hair, random), options.width * (0.5 + random()), 0.5 + 0.4 * random());
  }).join('');
}

const mirror = (side: -1 | 1, x: number): number => CENTRE_X + side * x;

/** Where hair ends over the forehead on one side, and the outline of its mass, from the parting down to the temple. */
interface CapSide {
  readonly hairline: readonly Point[];
  readonly outline: readonly Point[];
}

/** The cap of hair over the skull: strands run from the parting to the temples, layer on layer from hairline to outline. */
function cap(hair: HairLook, random: RandomSource, sides: readonly CapSide[]): string {
  return sides
    .map(({ hairline, outline }) => {
      const mass = path(smoothPath([...outline, ...[...hairline].reverse()], true), { fill: hair.dark });
      const strands = Array.from({ length: 230 }, () => {
        const layer = random();
        const points = hairline.map(([x, y], index): Point => {
          const [outerX, outerY] = outline[index]!;
          const loose = index === 0 ? 2 : 6;
          return [
            x + (outerX - x) * layer + loose * (random() - 0.5),
            y + (outerY - y) * layer + loose * (random() - 0.5),
          ];
        });
        return strand(
          shortened(points, 0.5 * random() ** 2),
          tone(hair, random),
          2.2 + 3 * random(),
          0.5 + 0.45 * random(),
        );
      });
      return mass + strands.join('');
    })
    .join('');
}

/** The strand without the last part of its last piece, so that tips do not end in one line. */
function shortened(points: readonly Point[], share: number): Point[] {
  const [before, last] = [points.at(-2)!, points.at(-1)!];
  return [...points.slice(0, -1), [last[0] + (before[0] - last[0]) * share, last[1] + (before[1] - last[1]) * share]];
}

/** How parted hair goes on below the temples: distances from the face's middle and heights. */
interface CapFall {
  readonly hairline: readonly Point[];
  readonly outline: readonly Point[];
}

const mirrored = (side: -1 | 1, points: readonly Point[]): Point[] => points.map(([x, y]) => [mirror(side, x), y]);

/** A cap with a parting beside the middle; `volume` lifts the outline over the skull. */
function partedCap(parting: number, volume: number, fall: CapFall): CapSide[] {
  const top = CROWN_Y - 22 - volume;
  return ([-1, 1] as const).map((side) => ({
    hairline: [
      [CENTRE_X + parting, HAIRLINE_Y - 30],
      [mirror(side, 78) + parting * 0.35, HAIRLINE_Y + 2],
      [mirror(side, 130), HAIRLINE_Y + 46],
      [mirror(side, 158), EYE_Y - 44],
      ...mirrored(side, fall.hairline),
    ],
    outline: [
      [CENTRE_X + parting, top],
      [mirror(side, 96) + parting * 0.5, top + 16],
      [mirror(side, 168), CROWN_Y + 46 - volume * 0.4],
      [mirror(side, 204), EYE_Y - 96],
      ...mirrored(side, fall.outline),
    ],
  }));
}

function sheen(hair: HairLook): string {
  return group(
    { filter: 'url(#soft18)', opacity: 0.55 },
    ellipse(CENTRE_X - 92, CROWN_Y + 44, 50, 22, {
      fill: hair.light,
      transform: `rotate(-34 ${CENTRE_X - 92} ${CROWN_Y + 44})`,
    }),
    ellipse(CENTRE_X + 96, CROWN_Y + 46, 44, 18, {
      fill: hair.light,
      transform: `rotate(34 ${CENTRE_X + 96} ${CROWN_Y + 46})`,
    }),
  );
}

const LONG_FALL: CapFall = {
  hairline: [
    [172, EYE_Y + 60],
    [166, MOUTH_Y + 10],
    [182, 850],
    [160, 960],
    [178, 1070],
  ],
  outline: [
    [226, EYE_Y + 50],
    [216, MOUTH_Y + 20],
    [244, 870],
    [222, 980],
    [238, 1100],
  ],
};

const BOB_FALL: CapFall = {
  hairline: [
    [172, EYE_Y + 50],
    [172, MOUTH_Y - 10],
    [140, MOUTH_Y + 66],
  ],
  outline: [
    [226, EYE_Y + 30],
    [222, MOUTH_Y + 6],
    [172, MOUTH_Y + 92],
  ],
};

function longWaves(hair: HairLook, random: RandomSource): DrawnHair {
  const fall = (side: -1 | 1, inset: number): Point[] => [
    [mirror(side, 118 - inset), CROWN_Y + 30],
    [mirror(side, 196 - inset), EYE_Y - 60],
    [mirror(side, 208 - inset), EYE_Y + 80],
    [mirror(side, 190 - inset), MOUTH_Y + 40],
    [mirror(side, 226 - inset), 880],
    [mirror(side, 196 - inset), 1000],
    [mirror(side, 222 - inset), 1120],
  ];
  const half: Point[] = [
    [0, CROWN_Y - 26],
    [120, CROWN_Y + 4],
    [206, EYE_Y - 110],
    [226, EYE_Y + 40],
    [222, MOUTH_Y + 40],
    [256, 900],
    [236, 1030],
    [244, 1150],
    [150, 1130],
    [100, 960],
  ];
  const outline = [
    ...half.map(([x, y]): Point => [CENTRE_X + x, y]),
    ...half
      .slice(1)
      .reverse()
      .map(([x, y]): Point => [CENTRE_X - x, y]),
  ];
  const back = path(smoothPath(outline, true), { fill: hair.dark });
  const behindLocks = ([-1, 1] as const).map((side) =>
    [10, 44, 78]
      .map((inset) => lockOf(hair, random, fall(side, inset), { strands: 46, spread: 20, tipSpread: 30, width: 3.6 }))
      .join(''),
  );
  const parting = -26;
  return {
    behind: back + behindLocks.join(''),
    front: cap(hair, random, partedCap(parting, 10, LONG_FALL)) + sheen(hair),
  };
}

function bob(hair: HairLook, random: RandomSource): DrawnHair {
  const side = (at: -1 | 1): Point[] => [
    [mirror(at, 104), CROWN_Y + 26],
    [mirror(at, 190), EYE_Y - 60],
    [mirror(at, 204), EYE_Y + 70],
    [mirror(at, 196), MOUTH_Y + 10],
    [mirror(at, 158), MOUTH_Y + 78],
  ];
  const mass = path(
    smoothPath(
      [
        [CENTRE_X, CROWN_Y - 30],
        [CENTRE_X + 150, CROWN_Y + 24],
        [CENTRE_X + 222, EYE_Y - 10],
        [CENTRE_X + 226, MOUTH_Y],
        [CENTRE_X + 176, MOUTH_Y + 92],
        [CENTRE_X + 92, MOUTH_Y + 60],
        [CENTRE_X - 92, MOUTH_Y + 60],
        [CENTRE_X - 176, MOUTH_Y + 92],
        [CENTRE_X - 226, MOUTH_Y],
        [CENTRE_X - 222, EYE_Y - 10],
        [CENTRE_X - 150, CROWN_Y + 24],
      ],
      true,
    ),
    { fill: hair.dark },
  );
  const locks = ([-1, 1] as const).map((at) =>
    lockOf(hair, random, side(at), { strands: 110, spread: 22, tipSpread: 24, width: 3.4 }),
  );
  const parting = 44;
  const swept = lockOf(
    hair,
    random,
    [
      [CENTRE_X + parting, CROWN_Y + 10],
      [CENTRE_X - 40, CROWN_Y + 58],
      [CENTRE_X - 120, HAIRLINE_Y + 48],
      [CENTRE_X - 170, EYE_Y - 26],
      [CENTRE_X - 186, EYE_Y + 60],
    ],
    { strands: 90, spread: 12, tipSpread: 20, width: 3.2 },
  );
  return {
    behind: mass + locks.join(''),
    front: swept + cap(hair, random, partedCap(parting, 12, BOB_FALL)) + sheen(hair),
  };
}

function shortSwept(hair: HairLook, random: RandomSource): DrawnHair {
  const parting = -104;
  const top = CROWN_Y - 62;
  const swept: CapSide = {
    hairline: [
      [CENTRE_X + parting, HAIRLINE_Y + 8],
      [CENTRE_X - 40, HAIRLINE_Y - 26],
      [CENTRE_X + 66, HAIRLINE_Y - 20],
      [CENTRE_X + 136, HAIRLINE_Y + 22],
      [CENTRE_X + 160, EYE_Y - 66],
    ],
    outline: [
      [CENTRE_X + parting - 24, HAIRLINE_Y - 66],
      [CENTRE_X - 66, top + 14],
      [CENTRE_X + 62, top],
      [CENTRE_X + 168, CROWN_Y + 14],
      [CENTRE_X + 190, EYE_Y - 74],
    ],
  };
  const near: CapSide = {
    hairline: [
      [CENTRE_X + parting, HAIRLINE_Y + 6],
      [CENTRE_X - 134, HAIRLINE_Y + 34],
      [CENTRE_X - 156, EYE_Y - 74],
      [CENTRE_X - 162, EYE_Y - 20],
    ],
    outline: [
      [CENTRE_X + parting - 14, HAIRLINE_Y - 70],
      [CENTRE_X - 162, CROWN_Y + 42],
      [CENTRE_X - 184, EYE_Y - 100],
      [CENTRE_X - 182, EYE_Y - 20],
    ],
  };
  const temples = ([-1, 1] as const).map((side) =>
    lockOf(
      hair,
      random,
      [
        [mirror(side, 158), HAIRLINE_Y + 40],
        [mirror(side, 172), EYE_Y - 60],
        [mirror(side, 174), EYE_Y + 10],
        [mirror(side, 168), EYE_Y + 52],
      ],
      { strands: 70, spread: 14, tipSpread: 6, width: 2.4 },
    ),
  );
  const loose = lockOf(
    hair,
    random,
    [
      [CENTRE_X + parting + 10, HAIRLINE_Y - 40],
      [CENTRE_X - 20, HAIRLINE_Y - 62],
      [CENTRE_X + 84, HAIRLINE_Y - 44],
      [CENTRE_X + 150, HAIRLINE_Y + 26],
    ],
    { strands: 60, spread: 22, tipSpread: 16, width: 3.4 },
  );
  return {
    behind: ellipse(CENTRE_X, EYE_Y - 50, CHEEK_HALF + 16, 190, { fill: hair.dark }),
    front: temples.join('') + cap(hair, random, [near, swept]) + loose + sheen(hair),
  };
}

/** One curl: a short spiral. */
function curl(x: number, y: number, radius: number, hair: HairLook, random: RandomSource): string {
  const start = random() * 2 * Math.PI;
  const turns = random() < 0.5 ? 1 : -1;
  const points = Array.from({ length: 9 }, (_, index): Point => {
    const angle = start + turns * index * 0.72;
    const r = radius * (1 - index * 0.09);
    return [x + r * Math.cos(angle), y + r * Math.sin(angle) * 0.92];
  });
  return strand(points, tone(hair, random), 3 + 2.4 * random(), 0.7 + 0.3 * random());
}

function curls(hair: HairLook, random: RandomSource): DrawnHair {
  const centreY = CROWN_Y + 118;
  const [wide, high] = [252, 226];
  const inCloud = (count: number, keep: (x: number, y: number) => boolean, radius: number): string =>
    Array.from({ length: count }, () => {
      const angle = random() * 2 * Math.PI;
      const reach = Math.sqrt(random());
      const x = CENTRE_X + wide * reach * Math.cos(angle);
      const y = centreY + high * reach * Math.sin(angle);
      return keep(x, y) ? curl(x, y, radius * (0.7 + 0.6 * random()), hair, random) : '';
    }).join('');
  const edge = Array.from({ length: 46 }, (_, index): Point => {
    const angle = (index / 46) * 2 * Math.PI;
    const uneven = 1 + 0.035 * Math.sin(index * 2.4) + 0.03 * (random() - 0.5);
    return [CENTRE_X + wide * uneven * Math.cos(angle), centreY + high * uneven * Math.sin(angle)];
  });
  // an arch over the forehead: everything below it is face
  const arch = (x: number): number => HAIRLINE_Y - 22 + ((x - CENTRE_X) / 150) ** 2 * 62;
  const front: Point[] = Array.from({ length: 15 }, (_, index) => {
    const x = CENTRE_X - 182 + index * 26;
    return [x, arch(x) + 7 * Math.sin(index * 2.1)];
  });
  const mass = smoothPath(
    [
      ...front,
      [CENTRE_X + 214, EYE_Y - 90],
      [CENTRE_X + 170, CROWN_Y - 30],
      [CENTRE_X, CROWN_Y - 96],
      [CENTRE_X - 170, CROWN_Y - 30],
      [CENTRE_X - 214, EYE_Y - 90],
    ],
    true,
  );
  return {
    behind: path(smoothPath(edge, true), { fill: hair.dark }) + inCloud(620, () => true, 17),
    front: path(mass, { fill: hair.dark }) + inCloud(560, (x, y) => y < arch(x) - 4, 15) + sheen(hair),
  };
}

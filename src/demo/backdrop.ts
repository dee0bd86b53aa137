import type { RandomSource } from '../domain/seeded-random.ts';
import { bokeh, glowAt, type Scene } from './backdrop-light.ts';
import { MORE_SCENES } from './backdrop-places.ts';
import { mix } from './colour.ts';
import type { Point } from './curve.ts';
import type { BackdropLook, CharacterLook } from './look.ts';
import {
  blur,
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  element,
  ellipse,
  group,
  linearGradient,
  path,
  radialGradient,
  type Stop,
  smoothPath,
  softEllipse,
} from './svg.ts';

export function backdropDefinitions({ backdrop }: CharacterLook): string {
  return (
    linearGradient(
      'backdrop',
      [0, 0],
      [0.1, 1],
      [
        { at: 0, colour: backdrop.top },
        { at: 0.55, colour: backdrop.middle },
        { at: 1, colour: backdrop.bottom },
      ],
    ) +
    backdrop.lights.map((colour, tint) => radialGradient(`bokeh${tint}`, [0.5, 0.5], 0.5, bokehFade(colour))).join('') +
    radialGradient('glow', [0.5, 0.5], 0.5, [
      { at: 0, colour: backdrop.glow, opacity: 0.9 },
      { at: 0.35, colour: backdrop.glow, opacity: 0.42 },
      { at: 0.7, colour: backdrop.glow, opacity: 0.12 },
      { at: 1, colour: backdrop.glow, opacity: 0 },
    ]) +
    radialGradient('vignette', [0.5, 0.42], 0.78, [
      { at: 0.5, colour: '#000000', opacity: 0 },
      { at: 1, colour: mix(backdrop.bottom, '#000000', 0.75), opacity: 0.42 },
    ])
  );
}

/** Points of light out of focus are discs, a little brighter at their rims. */
const bokehFade = (colour: string): Stop[] => [
  { at: 0, colour, opacity: 0.62 },
  { at: 0.72, colour, opacity: 0.7 },
  { at: 0.88, colour, opacity: 1 },
  { at: 1, colour, opacity: 0 },
];

const SCENES: Record<BackdropLook['kind'], Scene> = { lamplight, mist, wall, stars, ...MORE_SCENES };

/** A soft place out of focus. */
export function drawBackdrop(look: CharacterLook, random: RandomSource): string {
  return (
    element('rect', { width: DRAWING_WIDTH, height: DRAWING_HEIGHT, fill: 'url(#backdrop)' }) +
    SCENES[look.backdrop.kind](look, random)
  );
}

/** Darker corners: the look stays on the face. */
export function drawVignette(): string {
  return element('rect', { width: DRAWING_WIDTH, height: DRAWING_HEIGHT, fill: 'url(#vignette)' });
}

/** Shelves of a shop at dusk, one lamp. */
function lamplight(look: CharacterLook, random: RandomSource): string {
  const { backdrop, lightSide } = look;
  const shelves = [90, 330, 570, 810].flatMap((y) => {
    const books: string[] = [];
    for (let x = -20; x < DRAWING_WIDTH; ) {
      const width = 16 + 26 * random();
      const height = 120 + 70 * random();
      const tint = backdrop.lights[Math.floor(random() * backdrop.lights.length)] ?? backdrop.glow;
      const colour = mix(mix(backdrop.top, tint, 0.28 * random()), '#000000', 0.25 * random());
      books.push(element('rect', { x, y: y + 190 - height, width, height, fill: colour }));
      x += width + (random() < 0.12 ? 30 * random() : 1);
    }
    return [
      ...books,
      element('rect', {
        x: 0,
        y: y + 190,
        width: DRAWING_WIDTH,
        height: 22,
        fill: mix(backdrop.bottom, '#000000', 0.35),
      }),
    ];
  });
  const lampX = 480 + lightSide * 350;
  return [
    group({ ...blur(12), opacity: 0.75 }, ...shelves),
    glowAt(lampX, 300, 620, 0.9),
    glowAt(lampX, 300, 260, 0.9),
    softEllipse(480 - lightSide * 420, 520, 364, 728, backdrop.top, { opacity: 0.55 }),
    bokeh(look, random, 26, (u, v) => [960 * u, 40 + 820 * v]),
  ].join('');
}

/** Hills and firs that fade into morning mist. */
function mist(look: CharacterLook, random: RandomSource): string {
  const { backdrop, lightSide } = look;
  const ridge = (y: number, height: number, colour: string, opacity: number): string => {
    const points = Array.from(
      { length: 12 },
      (_, index): Point => [
        -60 + index * 98,
        y - height * (0.4 + 0.6 * random()) * (0.7 + 0.3 * Math.sin(index * 0.9 + y)),
      ],
    );
    return path(`${smoothPath(points)}L1100 1300L-80 1300Z`, { fill: colour, opacity, ...blur(8) });
  };
  const treeLine = (y: number, height: number, opacity: number): string => {
    const tips: string[] = [];
    for (let x = -20; x < DRAWING_WIDTH + 20; ) {
      const half = 7 + 12 * random();
      const tip = y - height * (0.35 + 0.65 * random()) * (0.6 + 0.4 * Math.sin(x / 130 + y));
      tips.push(`L${x.toFixed(1)} ${(y - 12).toFixed(1)}L${(x + half).toFixed(1)} ${tip.toFixed(1)}`);
      x += 2 * half;
    }
    return path(`M-40 1300${tips.join('')}L1000 1300Z`, {
      fill: mix(backdrop.middle, '#3f5a64', 0.62),
      opacity,
      ...blur(5),
    });
  };
  return [
    glowAt(480 + lightSide * 300, 330, 620, 1),
    glowAt(480 + lightSide * 300, 330, 200, 1),
    ridge(560, 190, mix(backdrop.middle, '#6f8c98', 0.4), 0.55),
    ridge(690, 170, mix(backdrop.middle, '#58737f', 0.6), 0.5),
    softEllipse(480, 720, 900, 130, backdrop.middle, { opacity: 0.75 }),
    treeLine(760, 120, 0.4),
    softEllipse(480, 880, 979, 182, backdrop.middle, { opacity: 0.85 }),
    softEllipse(250, 700, 644, 84, backdrop.glow, { opacity: 0.5 }),
    softEllipse(760, 620, 588, 70, backdrop.glow, { opacity: 0.4 }),
    bokeh(look, random, 10, (u, v) => [960 * u, 60 + 600 * v]),
  ].join('');
}

/** A painted wall with light falling through leaves. */
function wall(look: CharacterLook, random: RandomSource): string {
  const { backdrop, lightSide } = look;
  const strokes = Array.from({ length: 220 }, () => {
    const [x, y] = [960 * random(), 1280 * random()];
    const colour = mix(backdrop.top, random() < 0.5 ? backdrop.middle : backdrop.glow, 0.5 * random());
    return ellipse(x, y, 60 + 90 * random(), 10 + 16 * random(), {
      fill: colour,
      opacity: 0.16,
      transform: `rotate(${-38 + 20 * random()} ${x} ${y})`,
    });
  });
  return [
    group(blur(8), ...strokes),
    glowAt(480 + lightSide * 260, 330, 640, 0.62),
    softEllipse(480 - lightSide * 430, 760, 448, 868, mix(backdrop.bottom, '#000000', 0.4), { opacity: 0.6 }),
    bokeh(look, random, 22, (u, v) => [960 * u, 1000 * v]),
  ].join('');
}

/** A clear night over the last light of the horizon. */
function stars(look: CharacterLook, random: RandomSource): string {
  const { backdrop, lightSide } = look;
  const points = Array.from({ length: 260 }, () => {
    const size = 0.7 + 2.2 * random() ** 4;
    const colour = backdrop.lights[Math.floor(random() * backdrop.lights.length)] ?? '#ffffff';
    return ellipse(960 * random(), 960 * random() ** 1.3, size, size, { fill: colour, opacity: 0.3 + 0.6 * random() });
  });
  const way = Array.from({ length: 46 }, () => {
    const along = random();
    const [x, y] = [960 * along + 60 * (random() - 0.5), 720 - 660 * along + 150 * (random() - 0.5)];
    return softEllipse(x, y, 90 + 100 * random(), 60 + 60 * random(), backdrop.glow, { opacity: 0.14 });
  });
  return [
    ...way,
    glowAt(480 + lightSide * 320, 260, 520, 0.5),
    softEllipse(480, 1060, 1120, 336, mix(backdrop.bottom, '#e8a27c', 0.35), { opacity: 0.6 }),
    ...points,
    bokeh(look, random, 12, (u, v) => [960 * u, 120 + 760 * v]),
  ].join('');
}

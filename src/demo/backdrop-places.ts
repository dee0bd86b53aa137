import type { RandomSource } from '../domain/seeded-random.ts';
import { bokeh, glowAt, type Scene } from './backdrop-light.ts';
import { mix } from './colour.ts';
import type { BackdropLook } from './look.ts';
import { blur, DRAWING_HEIGHT, DRAWING_WIDTH, element, ellipse, group, path, softEllipse } from './svg.ts';

/** Foliage out of focus, sun falling through it. */
const garden: Scene = (look, random) => {
  const { backdrop, lightSide } = look;
  const leaf = (x: number, y: number, size: number, tone: number, opacity: number): string =>
    ellipse(x, y, size, size * (0.4 + 0.25 * random()), {
      fill:
        tone < 0.5
          ? mix(backdrop.bottom, backdrop.middle, tone * 2)
          : mix(backdrop.middle, backdrop.glow, tone * 1.2 - 0.6),
      opacity,
      transform: `rotate(${360 * random()} ${x} ${y})`,
    });
  const far = Array.from({ length: 240 }, () => {
    const [x, y] = [1000 * random() - 20, 1300 * random()];
    const sun = 1 - Math.hypot(x - 480 - lightSide * 330, y - 220) / 1100;
    return leaf(x, y, 30 + 50 * random(), Math.max(0, 0.1 + 0.7 * sun * random() + 0.15 * random()), 0.5);
  });
  const near = Array.from({ length: 46 }, () => {
    const x = 480 + (random() < 0.5 ? -1 : 1) * (300 + 230 * random());
    return leaf(x, 1300 * random() ** 0.8, 46 + 40 * random(), 0.34 * random(), 0.55);
  });
  return [
    group(blur(12), ...far),
    group(blur(8), ...near),
    glowAt(480 + lightSide * 330, 200, 640, 0.9),
    glowAt(480 + lightSide * 330, 200, 240, 0.7),
    softEllipse(480 - lightSide * 420, 980, 460, 640, backdrop.bottom, { opacity: 0.5 }),
    bokeh(look, random, 34, (u, v) => [960 * u, 60 + 900 * v]),
  ].join('');
};

const HORIZON_Y = 700;

/** The sea below a low sun. */
const seaside: Scene = (look, random) => {
  const { backdrop, lightSide } = look;
  const sunX = 480 + lightSide * 270;
  const water = element('rect', {
    x: 0,
    y: HORIZON_Y,
    width: DRAWING_WIDTH,
    height: DRAWING_HEIGHT - HORIZON_Y,
    fill: mix(backdrop.bottom, backdrop.top, 0.4),
  });
  const clouds = Array.from({ length: 16 }, () => {
    const y = 160 + 420 * random();
    return ellipse(960 * random(), y, 120 + 190 * random(), 8 + 16 * random(), {
      fill: mix(backdrop.middle, random() < 0.5 ? backdrop.glow : backdrop.top, 0.5),
      opacity: 0.3,
    });
  });
  const glints = Array.from({ length: 340 }, () => {
    const down = random() ** 1.4;
    const near = random() < 0.55;
    const x = near ? sunX + (random() + random() - 1) * (50 + 240 * down) : 960 * random();
    const light = near ? backdrop.glow : mix(backdrop.middle, backdrop.top, random());
    return ellipse(x, HORIZON_Y + 8 + 580 * down, 8 + 44 * down * random() + 6 * random(), 1.2 + 4 * down, {
      fill: light,
      opacity: near ? 0.2 + 0.4 * random() : 0.16,
    });
  });
  return [
    group(blur(12), ...clouds),
    glowAt(sunX, HORIZON_Y - 90, 620, 1),
    glowAt(sunX, HORIZON_Y - 90, 190, 1),
    ellipse(sunX, HORIZON_Y - 90, 58, 58, { fill: mix(backdrop.glow, '#ffffff', 0.55), ...blur(5) }),
    group(blur(5), water, ...glints),
    softEllipse(480, HORIZON_Y, 900, 60, backdrop.glow, { opacity: 0.5 }),
    bokeh(look, random, 8, (u, v) => [960 * u, 720 + 400 * v]),
  ].join('');
};

/** A window at night: the lights of a city behind running drops. */
const rain: Scene = (look, random) => {
  const { backdrop, lightSide } = look;
  const houses = Array.from({ length: 13 }, (_, index) => {
    const height = 340 + 420 * random();
    return element('rect', {
      x: index * 80 - 50,
      y: 1000 - height,
      width: 70 + 30 * random(),
      height: height + 320,
      fill: mix(backdrop.bottom, backdrop.top, random()),
    });
  });
  const windows = Array.from({ length: 64 }, () => {
    const tint = backdrop.lights[Math.floor(random() * backdrop.lights.length)] ?? backdrop.glow;
    const radius = 9 + 22 * random();
    return ellipse(960 * random(), 380 + 680 * random() ** 0.8, radius, radius, {
      fill: tint,
      opacity: 0.2 + 0.4 * random(),
    });
  });
  return [
    group({ ...blur(12), opacity: 0.7 }, ...houses),
    group(blur(8), ...windows),
    glowAt(480 + lightSide * 360, 330, 600, 0.6),
    bokeh(look, random, 30, (u, v) => [960 * u, 300 + 740 * v]),
    group(blur(1), ...Array.from({ length: 150 }, () => drop(random, backdrop))),
    ...Array.from({ length: 6 }, () => trail(random, backdrop)),
  ].join('');
};

/** A drop on the pane: dark above, bright below, as a lens shows the world upside down. */
function drop(random: RandomSource, { glow, bottom }: BackdropLook): string {
  const [x, y, size] = [960 * random(), 1200 * random(), 1.6 + 4.4 * random() ** 3];
  return (
    ellipse(x, y, size, size * 1.2, { fill: bottom, opacity: 0.4 }) +
    ellipse(x, y + size * 0.4, size * 0.75, size * 0.7, { fill: mix(glow, '#ffffff', 0.5), opacity: 0.42 })
  );
}

function trail(random: RandomSource, { glow }: BackdropLook): string {
  const [x, y, length] = [960 * random(), 700 * random(), 120 + 340 * random()];
  const sway = 8 * (random() - 0.5);
  return path(`M${x.toFixed(1)} ${y.toFixed(1)}q${sway.toFixed(1)} ${(length / 2).toFixed(1)} 0 ${length.toFixed(1)}`, {
    fill: 'none',
    stroke: mix(glow, '#ffffff', 0.5),
    'stroke-width': 1.4,
    opacity: 0.1,
  });
}

/** The back of a small stage: beams of light in the haze, a curtain. */
const stage: Scene = (look, random) => {
  const { backdrop } = look;
  const folds = Array.from({ length: 26 }, (_, index) =>
    element('rect', {
      x: index * 38 - 10,
      y: 0,
      width: 20 + 10 * random(),
      height: DRAWING_HEIGHT,
      fill: index % 2 === 0 ? mix(backdrop.middle, '#000000', 0.4) : mix(backdrop.middle, backdrop.glow, 0.2),
      opacity: 0.55,
    }),
  );
  const beams = [130, 330, 660, 850].map((x, index) => {
    const spread = 110 + 60 * random();
    const lean = (480 - x) * 0.7;
    const tint = backdrop.lights[index % backdrop.lights.length] ?? backdrop.glow;
    return path(`M${x - 12} -20L${x + 12} -20L${x + lean + spread} 1200L${x + lean - spread} 1200Z`, {
      fill: tint,
      opacity: 0.14,
    });
  });
  const lamps = [130, 330, 660, 850].map((x, index) => {
    const tint = backdrop.lights[index % backdrop.lights.length] ?? backdrop.glow;
    return (
      softEllipse(x, 96, 120, 100, tint, { opacity: 0.8 }) + softEllipse(x, 100, 34, 30, '#ffffff', { opacity: 0.9 })
    );
  });
  return [
    group(blur(12), ...folds),
    group(blur(12), ...beams),
    ...lamps,
    glowAt(480, 420, 560, 0.5),
    bokeh(look, random, 18, (u, v) => [960 * u, 140 + 900 * v]),
  ].join('');
};

/** Places beyond the four that every character was first drawn in. */
export const MORE_SCENES = { garden, seaside, rain, stage } as const satisfies Partial<
  Record<BackdropLook['kind'], Scene>
>;

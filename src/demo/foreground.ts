import type { RandomSource } from '../domain/seeded-random.ts';
import { mix } from './colour.ts';
import type { CharacterLook, ForegroundLook } from './look.ts';
import { blur, DRAWING_HEIGHT, DRAWING_WIDTH, element, ellipse, group, path, softEllipse } from './svg.ts';

/** What stands between the viewer and the figure, a little out of focus; nothing for most pictures. */
export function drawForeground(look: CharacterLook, random: RandomSource): string {
  const { foreground } = look;
  return foreground === undefined ? '' : group(blur(1), THINGS[foreground.kind](foreground, look, random));
}

type Draw = (colours: ForegroundLook, look: CharacterLook, random: RandomSource) => string;

const rect = (x: number, y: number, width: number, height: number, fill: string, opacity = 1): string =>
  element('rect', { x, y, width, height, fill, 'fill-opacity': opacity });

/** A table or counter across the picture, seen a little from above: its top, its front edge, grain, and the lamp on it. */
function table(
  { base, shade, light }: ForegroundLook,
  { lightSide }: CharacterLook,
  random: RandomSource,
  y: number,
): string {
  const grain = Array.from({ length: 34 }, () => {
    const [x, top] = [960 * random(), y + 8 + 84 * random()];
    return ellipse(x, top, 60 + 140 * random(), 0.8 + 1.2 * random(), {
      fill: random() < 0.6 ? shade : light,
      opacity: 0.22,
    });
  });
  return [
    softEllipse(480, y, 620, 60, '#000000', { opacity: 0.5 }),
    rect(-20, y, DRAWING_WIDTH + 40, 104, base),
    softEllipse(480 + lightSide * 260, y + 40, 520, 66, light, { opacity: 0.7 }),
    ...grain,
    rect(-20, y, DRAWING_WIDTH + 40, 3, light, 0.6),
    rect(-20, y + 100, DRAWING_WIDTH + 40, 8, light, 0.35),
    rect(-20, y + 106, DRAWING_WIDTH + 40, DRAWING_HEIGHT - y, shade),
    softEllipse(480 + lightSide * 240, y + 190, 560, 130, base, { opacity: 0.6 }),
  ].join('');
}

const COVERS = ['#8c3b34', '#2f5d62', '#c08a3e', '#44465f', '#6d7f52', '#a8573a'] as const;

/** Books in two piles, one with a ribbon. */
const books: Draw = (colours, look, random) => {
  const pile = (middleX: number, count: number, lowestY: number): string =>
    Array.from({ length: count }, (_, index) => {
      const [width, height] = [170 + 50 * random(), 26 + 12 * random()];
      const x = middleX - width / 2 + 18 * (random() - 0.5);
      const y = lowestY - index * 34 - height;
      const cover = COVERS[Math.floor(random() * COVERS.length)] ?? colours.accent;
      const lit = look.lightSide > 0 ? x + width * 0.62 : x + width * 0.05;
      return [
        rect(x, y, width, height, mix(cover, '#000000', 0.18)),
        rect(x + 6, y + 5, width - 12, height - 10, '#e9ddc4', 0.9),
        rect(x, y, 26, height, cover),
        rect(x, y, width, 5, mix(cover, '#ffffff', 0.16)),
        rect(x, y + height - 5, width, 5, mix(cover, '#000000', 0.3)),
        rect(lit, y, width * 0.3, 3, colours.light, 0.7),
        softEllipse(x + width / 2, y + height + 2, width * 0.52, 7, '#000000', { opacity: 0.4 }),
      ].join('');
    }).join('');
  return table(colours, look, random, 1010) + pile(170, 5, 1082) + pile(806, 3, 1090);
};

/** The rail of a boat with a lifebuoy on it. */
const rail: Draw = (colours, look, random) => {
  const { shade, light } = colours;
  const posts = [110, 850].map(
    (x) => rect(x - 26, 1090, 52, 260, shade) + rect(x + (look.lightSide > 0 ? 12 : -24), 1090, 12, 260, light, 0.4),
  );
  return posts.join('') + table(colours, look, random, 1000) + lifebuoy(724, 1150, colours.accent, look.lightSide);
};

function lifebuoy(x: number, y: number, band: string, lightSide: -1 | 1): string {
  const ring = (dx: number, dy: number, radius: number, stroke: string, width: number, more: object = {}): string =>
    ellipse(x + dx, y + dy, radius, radius, { fill: 'none', stroke, 'stroke-width': width, ...more });
  return [
    softEllipse(x - lightSide * 10, y + 20, 190, 176, '#000000', { opacity: 0.5 }),
    ring(0, 0, 108, '#efe9dc', 58),
    // four bands of an eighth of the way around each
    ring(0, 0, 108, band, 58, { 'stroke-dasharray': '84.8 84.8', transform: `rotate(-22 ${x} ${y})` }),
    ring(0, 0, 84, '#000000', 10, { opacity: 0.16 }),
    ring(0, 0, 133, '#000000', 9, { opacity: 0.2 }),
    group(blur(5), ring(lightSide * 5, -6, 112, '#ffffff', 10, { opacity: 0.55 })),
    ring(0, 0, 141, '#cdb98d', 6, { 'stroke-dasharray': '60 24' }),
  ].join('');
}

/** A singer's microphone on its stand, at the side, so that the face stays free. */
const microphone: Draw = ({ base, shade, light, accent }, { lightSide }) => {
  const [x, y] = [690, 860];
  const mesh = Array.from({ length: 9 }, (_, index) =>
    path(`M${x - 62} ${y - 66 + index * 17}q62 26 124 0`, {
      fill: 'none',
      stroke: shade,
      'stroke-width': 3,
      opacity: 0.7,
    }),
  );
  const head = `M${x - 62} ${y - 40}q0 -66 62 -66q62 0 62 66v64q0 40 -62 40q-62 0 -62 -40Z`;
  return [
    path(`M${x} ${y + 90}L${x + 40} 1320`, { fill: 'none', stroke: shade, 'stroke-width': 22 }),
    path(`M${x + 4 * lightSide} ${y + 90}L${x + 40 + 4 * lightSide} 1320`, {
      fill: 'none',
      stroke: light,
      'stroke-width': 4,
      opacity: 0.6,
    }),
    element('clipPath', { id: 'microphone' }, path(head, {})),
    group(
      { 'clip-path': 'url(#microphone)' },
      path(head, { fill: base }),
      softEllipse(x + lightSide * 30, y - 44, 54, 84, light, { opacity: 0.9 }),
      softEllipse(x - lightSide * 56, y + 10, 50, 110, shade, { opacity: 0.9 }),
      ...mesh,
      rect(x - 64, y - 14, 128, 15, accent),
      rect(x - 64, y - 14, 128, 4, '#ffffff', 0.5),
    ),
    path(`M${x - 40} ${y + 60}h80l-18 46h-44Z`, { fill: shade }),
  ].join('');
};

/** A small telescope on its tripod on a wall, pointing up beside the figure. */
const telescope: Draw = (colours, look, random) => {
  const { shade, accent } = colours;
  const leg = (dx: number, width: number): string =>
    path(`M760 880L${760 + dx} 1066`, {
      fill: 'none',
      stroke: shade,
      'stroke-width': width,
      'stroke-linecap': 'round',
    });
  return [
    table({ ...colours, base: '#5d5f73', shade: '#2a2c3c', light: '#9ba0bd' }, look, random, 1004),
    softEllipse(760, 1066, 120, 18, '#000000', { opacity: 0.6 }),
    ...[-66, 8, 74].map((dx) => leg(dx, 12)),
    ellipse(760, 880, 22, 22, { fill: accent }),
    group({ transform: 'translate(764 848) rotate(-40) scale(-0.54 0.54)' }, tubeOf(colours)),
  ].join('');
};

/** The tube lying down, its lens at the left end, 720 long. */
function tubeOf({ base, shade, light, accent }: ForegroundLook): string {
  const tube = (y: number, height: number, fill: string, opacity = 1): string =>
    rect(-330, y, 660, height, fill, opacity);
  return [
    rect(-120, -92, 16, 30, shade),
    rect(0, -92, 16, 30, shade),
    rect(-150, -118, 190, 34, shade),
    rect(-150, -116, 190, 8, light, 0.6),
    tube(-66, 132, base),
    tube(-62, 26, light, 0.85),
    tube(-30, 10, '#ffffff', 0.28),
    tube(20, 46, shade, 0.55),
    rect(-352, -78, 64, 156, mix(base, shade, 0.4)),
    rect(-352, -70, 64, 26, light, 0.7),
    rect(300, -44, 60, 88, shade),
    rect(356, -26, 40, 52, mix(shade, '#000000', 0.4)),
    rect(60, -84, 26, 168, accent),
    rect(-190, -84, 26, 168, accent),
    ellipse(-352, 0, 18, 78, { fill: mix(shade, '#000000', 0.5) }),
    ellipse(-354, -6, 9, 52, { fill: accent, opacity: 0.5 }),
  ].join('');
}

/** A bowl of noodle soup that steams. */
const bowl: Draw = (colours, look, random) => {
  const { accent } = colours;
  const [x, y] = [480, 1060];
  const noodles = Array.from({ length: 26 }, () => {
    const left = x - 150 + 250 * random();
    return path(
      `M${left.toFixed(1)} ${(y - 16 + 26 * random()).toFixed(1)}q${(20 + 26 * random()).toFixed(1)} ${(-16 + 28 * random()).toFixed(1)} ${(50 + 20 * random()).toFixed(1)} 2`,
      {
        fill: 'none',
        stroke: mix('#f3d48c', '#c98f3f', random()),
        'stroke-width': 5,
      },
    );
  });
  const onions = Array.from({ length: 18 }, () =>
    ellipse(x - 30 + 170 * random(), y - 14 + 26 * random(), 8, 5, {
      fill: 'none',
      stroke: random() < 0.5 ? '#5f9a44' : '#8fc46a',
      'stroke-width': 3.5,
    }),
  );
  const egg = [-62, 4].map(
    (dx) =>
      ellipse(x + dx - 60, y - 8, 36, 24, { fill: '#fbf3e2' }) +
      ellipse(x + dx - 58, y - 8, 19, 13, { fill: '#ee9d33' }),
  );
  const outside = `M${x - 226} ${y}C${x - 214} ${y + 130} ${x - 120} ${y + 170} ${x} ${y + 172}C${x + 120} ${y + 170} ${x + 214} ${y + 130} ${x + 226} ${y}Z`;
  const steam = Array.from({ length: 7 }, () =>
    softEllipse(x - 150 + 300 * random(), y - 120 - 160 * random(), 60 + 50 * random(), 120, '#ffffff', {
      opacity: 0.1,
    }),
  );
  return [
    table(colours, look, random, 1000),
    softEllipse(x, y + 170, 230, 34, '#000000', { opacity: 0.6 }),
    path(outside, { fill: accent }),
    softEllipse(x + look.lightSide * 110, y + 74, 120, 90, mix(accent, '#ffffff', 0.5), { opacity: 0.6 }),
    softEllipse(x - look.lightSide * 160, y + 90, 120, 110, '#000000', { opacity: 0.45 }),
    ellipse(x, y, 228, 56, { fill: mix(accent, '#ffffff', 0.28) }),
    ellipse(x, y + 4, 210, 46, { fill: '#b9762f' }),
    softEllipse(x, y + 4, 170, 34, '#e0a550', { opacity: 0.8 }),
    ...noodles,
    ...egg,
    ...onions,
    ...steam,
  ].join('');
};

/** A bowl of lemons, and leaves. */
const lemons: Draw = (colours, look, random) => {
  const lemon = (x: number, y: number, turn: number): string => {
    const shape = `M${x - 62} ${y}q4 -14 14 -18q20 -34 54 -30q34 4 46 28q14 6 14 18q0 12 -14 18q-14 30 -50 28q-36 -2 -50 -28q-10 -4 -14 -16Z`;
    return group(
      { transform: `rotate(${turn} ${x} ${y})` },
      path(shape, { fill: '#e7b72a' }),
      softEllipse(x + look.lightSide * 14, y - 14, 40, 28, '#ffe98a', { opacity: 0.9 }),
      softEllipse(x - look.lightSide * 26, y + 20, 44, 22, '#a97812', { opacity: 0.55 }),
    );
  };
  const leaf = (x: number, y: number, turn: number): string =>
    group(
      { transform: `rotate(${turn} ${x} ${y})` },
      path(`M${x} ${y}q46 -44 112 -8q-58 46 -112 8Z`, { fill: '#3f6b35' }),
      path(`M${x + 4} ${y}q52 -20 104 -8`, { fill: 'none', stroke: '#a5c77a', 'stroke-width': 3, opacity: 0.7 }),
    );
  const x = 700;
  return [
    table(colours, look, random, 1010),
    softEllipse(x, 1150, 210, 26, '#000000', { opacity: 0.6 }),
    leaf(x - 60, 1000, -150),
    lemon(x - 94, 1020, -14),
    lemon(x + 14, 1000, 10),
    lemon(x + 112, 1024, 24),
    lemon(x - 44, 976, 30),
    lemon(x + 66, 966, -22),
    leaf(x + 70, 950, -30),
    leaf(x + 96, 980, 14),
    path(`M${x - 180} 1030q20 116 180 116q160 0 180 -116Z`, { fill: colours.accent }),
    softEllipse(x + look.lightSide * 90, 1082, 90, 60, mix(colours.accent, '#ffffff', 0.5), { opacity: 0.6 }),
    softEllipse(x - look.lightSide * 120, 1096, 100, 70, '#000000', { opacity: 0.36 }),
    rect(x - 184, 1024, 368, 12, mix(colours.accent, '#ffffff', 0.25)),
    lemon(260, 1078, -8),
    lemon(352, 1094, 16),
    leaf(214, 1072, 160),
  ].join('');
};

const THINGS: Record<ForegroundLook['kind'], Draw> = { books, rail, microphone, telescope, bowl, lemons };

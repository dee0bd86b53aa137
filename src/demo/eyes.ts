import type { RandomSource } from '../domain/seeded-random.ts';
import { EYE_Y } from './face.ts';
import type { CharacterLook } from './look.ts';
import { CENTRE_X, element, ellipse, group, path, radialGradient } from './svg.ts';

/** Distance of the eyes' middles from the face's middle, and half of an eye's width: the eye is a fifth of the face wide. */
const EYE_OFFSET = 77;
const EYE_HALF = 40;
const IRIS_RADIUS = 18.5;

export function eyeDefinitions(look: CharacterLook): string {
  const clip = (side: -1 | 1): string => element('clipPath', { id: `eye${side}` }, path(lidShape(look, side), {}));
  return (
    radialGradient('iris', [0.5, 0.55], 0.5, [
      { at: 0, colour: look.eyes.inner },
      { at: 0.45, colour: look.eyes.middle },
      { at: 0.85, colour: look.eyes.outer },
      { at: 1, colour: '#120c0c' },
    ]) +
    clip(-1) +
    clip(1)
  );
}

/** Corners, and the height of the lids, in the drawing; `side` -1 is the left eye of the picture. */
function lids({ face }: CharacterLook, side: -1 | 1) {
  const x = CENTRE_X + side * EYE_OFFSET;
  return {
    x,
    inner: [x - side * EYE_HALF, EYE_Y + 5] as const,
    outer: [x + side * EYE_HALF, EYE_Y - 3] as const,
    top: EYE_Y - face.eyeOpening * 0.5,
    bottom: EYE_Y + face.eyeOpening * 0.42,
  };
}

function upperLid(look: CharacterLook, side: -1 | 1): string {
  const { x, inner, outer, top } = lids(look, side);
  const peak = top - 7;
  return `C${inner[0] + side * 14} ${peak + 6} ${x - side * 4} ${peak} ${x + side * 8} ${peak + 1} S${outer[0] - side * 4} ${outer[1] - 12} ${outer[0]} ${outer[1]}`;
}

function lidShape(look: CharacterLook, side: -1 | 1): string {
  const { x, inner, outer, bottom } = lids(look, side);
  return `M${inner[0]} ${inner[1]} ${upperLid(look, side)} C${outer[0] - side * 10} ${bottom + 2} ${x + side * 2} ${bottom + 6} ${inner[0] + side * 12} ${bottom - 1} Q${inner[0] + side * 4} ${inner[1] + 4} ${inner[0]} ${inner[1]}Z`;
}

/** Both eyes with lids, lashes and brows. */
export function eyes(look: CharacterLook, random: RandomSource): string {
  return eye(look, -1, random) + eye(look, 1, random);
}

function eye(look: CharacterLook, side: -1 | 1, random: RandomSource): string {
  const { x, inner, outer, top } = lids(look, side);
  const irisX = x + side * 1.5;
  const irisY = EYE_Y - 4;
  const { skin, eyes: colours, lightSide } = look;
  const ball = group(
    { 'clip-path': `url(#eye${side})` },
    path(lidShape(look, side), { fill: '#efe6df' }),
    ellipse(irisX, irisY, IRIS_RADIUS, IRIS_RADIUS + 0.6, { fill: 'url(#iris)' }),
    irisRays(irisX, irisY, colours.inner, random),
    ellipse(irisX, irisY, 7.4, 7.6, { fill: '#0c0809' }),
    ellipse(irisX - side * 1, top + 1, EYE_HALF + 4, 11, { fill: '#2a1714', opacity: 0.5, filter: 'url(#soft4)' }),
    ellipse(irisX + lightSide * 6.5, irisY - 6.5, 4.6, 4.2, { fill: '#fff', opacity: 0.95 }),
    ellipse(irisX - lightSide * 5.5, irisY + 7, 2.8, 2.2, { fill: '#fff', opacity: 0.45 }),
    ellipse(inner[0] + side * 5, inner[1], 6, 5, { fill: '#c98880', opacity: 0.75 }),
  );
  const line = `M${inner[0]} ${inner[1]} ${upperLid(look, side)}`;
  const crease = `M${inner[0] + side * 4} ${inner[1] - 16} C${inner[0] + side * 18} ${top - 22} ${x + side * 8} ${top - 26} ${outer[0] + side * 6} ${outer[1] - 18}`;
  return [
    path(crease, {
      fill: 'none',
      stroke: skin.deep,
      'stroke-width': 5,
      opacity: 0.75,
      filter: 'url(#soft2)',
      'stroke-linecap': 'round',
    }),
    ball,
    path(line, {
      fill: 'none',
      stroke: colours.lash,
      'stroke-width': 6.2,
      'stroke-linecap': 'round',
      filter: 'url(#soft1)',
    }),
    path(`M${outer[0] - side * 8} ${outer[1] - 4} q${side * 9} ${-1} ${side * 15} ${-9}`, {
      fill: 'none',
      stroke: colours.lash,
      'stroke-width': 4,
      'stroke-linecap': 'round',
      opacity: 0.85,
    }),
    path(lidShape(look, side), {
      fill: 'none',
      stroke: skin.deep,
      'stroke-width': 2.2,
      opacity: 0.65,
      filter: 'url(#soft1)',
    }),
    brow(look, side, random),
  ].join('');
}

function irisRays(x: number, y: number, colour: string, random: RandomSource): string {
  const rays = Array.from({ length: 26 }, (_, index) => {
    const angle = (index / 26) * 2 * Math.PI + 0.2 * random();
    const [from, to] = [8 + 2 * random(), 13 + 3 * random()];
    return `M${x + from * Math.cos(angle)} ${y + from * Math.sin(angle)}L${x + to * Math.cos(angle)} ${y + to * Math.sin(angle)}`;
  });
  return path(rays.join(''), { stroke: colour, 'stroke-width': 1, opacity: 0.5, fill: 'none' });
}

/** A brow of single hairs over a soft shadow: thick inside, thinning to the temple. */
function brow(look: CharacterLook, side: -1 | 1, random: RandomSource): string {
  const { face, hair } = look;
  const y = EYE_Y - face.browHeight;
  const at = (t: number): readonly [number, number] => [
    CENTRE_X + side * (36 + 92 * t),
    y - 15 * Math.sin(Math.PI * Math.min(1, t * 0.78 + 0.06)) + (t > 0.7 ? 16 * (t - 0.7) : 0) + 6 * (1 - t),
  ];
  const [start, middle, end] = [at(0), at(0.5), at(1)];
  const shadow = path(`M${start[0]} ${start[1]} Q${middle[0]} ${middle[1] - 8} ${end[0]} ${end[1]}`, {
    fill: 'none',
    stroke: hair.brow,
    'stroke-width': face.browWeight,
    opacity: 0.5,
    filter: 'url(#soft4)',
    'stroke-linecap': 'round',
  });
  const hairs = Array.from({ length: 84 }, () => {
    const t = random();
    const [x, lineY] = at(t);
    const thickness = face.browWeight * (1 - 0.62 * t);
    const base = lineY + thickness * (random() - 0.4);
    const lean = 4 + 12 * t + 3 * random();
    return `M${x} ${base + 3} q${side * lean * 0.5} ${-6 + 4 * t} ${side * lean} ${-7 + 9 * t}`;
  });
  return (
    shadow +
    path(hairs.join(''), {
      fill: 'none',
      stroke: hair.brow,
      'stroke-width': 1.9,
      opacity: 0.8,
      'stroke-linecap': 'round',
    })
  );
}

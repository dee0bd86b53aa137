import type { RandomSource } from '../domain/seeded-random.ts';
import { mix } from './colour.ts';
import { type Point, resampled, ribbon } from './curve.ts';
import type { FeatureLayers } from './face-layers.ts';
import { type Head, MOUTH_Y } from './head.ts';
import type { CharacterLook } from './look.ts';
import { element, gradientBetween, group, path, smoothPath, softEllipse } from './svg.ts';

interface Mouth {
  readonly upper: readonly Point[];
  readonly line: readonly Point[];
  readonly lower: readonly Point[];
}

/** Contours from the left corner to the right one, on the canvas. */
function mouthOf({ face, lips }: CharacterLook, head: Head): Mouth {
  const half = face.mouthHalf;
  const corner = MOUTH_Y - lips.smile;
  const contour = (right: readonly Point[]): Point[] =>
    [...[...right].reverse().map(([x, y]): Point => [-x, y]), ...right.slice(right[0]![0] === 0 ? 1 : 0)].map(
      ([x, y]) => head.place(x, y),
    );
  const [up, down] = [lips.upperHeight, lips.lowerHeight];
  return {
    upper: contour([
      [0, MOUTH_Y - up * 0.76],
      [half * 0.2, MOUTH_Y - up],
      [half * 0.58, MOUTH_Y - up * 0.68 - lips.smile * 0.2],
      [half, corner],
    ]),
    line: contour([
      [0, MOUTH_Y + 1.6],
      [half * 0.22, MOUTH_Y - 0.8],
      [half * 0.55, MOUTH_Y + 1.4 - lips.smile * 0.22],
      [half * 0.85, MOUTH_Y - 0.2 - lips.smile * 0.66],
      [half, corner],
    ]),
    lower: contour([
      [0, MOUTH_Y + down],
      [half * 0.28, MOUTH_Y + down * 0.97],
      [half * 0.62, MOUTH_Y + down * 0.62 - lips.smile * 0.3],
      [half, corner],
    ]),
  };
}

const enclosed = (from: readonly Point[], to: readonly Point[]): string =>
  `${smoothPath(from)}${smoothPath([...to].reverse()).replace('M', 'L')}Z`;

export function mouthDefinitions(look: CharacterLook, head: Head): string {
  const { upper, line, lower } = mouthOf(look, head);
  const [top, middle, bottom] = [upper, line, lower].map((contour) => contour[Math.floor(contour.length / 2)]!);
  const { lips } = look;
  return [
    element('clipPath', { id: 'lips' }, path(enclosed(upper, lower), {})),
    gradientBetween('upper-lip', top!, middle!, [
      { at: 0, colour: mix(lips.upper, lips.lower, 0.5) },
      { at: 0.6, colour: lips.upper },
      { at: 1, colour: mix(lips.upper, lips.line, 0.55) },
    ]),
    gradientBetween('lower-lip', middle!, bottom!, [
      { at: 0, colour: mix(lips.lower, lips.line, 0.35) },
      { at: 0.4, colour: lips.lower },
      { at: 1, colour: mix(lips.lower, lips.upper, 0.6) },
    ]),
  ].join('');
}

/** Lips with volume: the upper one in its own shade, the lower one catching light. */
export function drawMouth(look: CharacterLook, head: Head, random: RandomSource): FeatureLayers {
  const { lips, skin, lightSide } = look;
  const { upper, line, lower } = mouthOf(look, head);
  const half = look.face.mouthHalf;
  const [shineX, shineY] = head.place(lightSide * half * 0.18, MOUTH_Y + lips.lowerHeight * 0.52);
  const bow = head.place(lightSide * 3, MOUTH_Y - lips.upperHeight - 2);
  const press = (share: number): number => 0.7 + 1.5 * (1 - Math.abs(2 * share - 1)) ** 0.7;
  const corners = [line[0]!, line.at(-1)!].map(([x, y]) => softEllipse(x, y, 17, 13, skin.deep, { opacity: 0.5 }));
  return {
    soft: corners.join('') + softEllipse(bow[0], bow[1], 16, 4, skin.light, { opacity: 0.6 }),
    fine: [
      path(enclosed(upper, line), { fill: 'url(#upper-lip)', opacity: 0.86 }),
      path(enclosed(line, lower), { fill: 'url(#lower-lip)', opacity: 0.86 }),
      path(smoothPath(line), { fill: 'none', stroke: lips.line, 'stroke-width': 6, opacity: 0.2 }),
      path(smoothPath(ribbon(resampled(line, 22), press), true), { fill: lips.line, opacity: 0.88 }),
    ].join(''),
    sharp: group(
      { 'clip-path': 'url(#lips)' },
      path(creases(look, head, random), { stroke: lips.line, 'stroke-width': 1, fill: 'none', opacity: 0.16 }),
      softEllipse(shineX, shineY, half * 0.55, lips.lowerHeight * 0.36, '#ffe9e2', { opacity: lips.gloss }),
    ),
  };
}

/** Fine upright lines of the lips. */
function creases({ face, lips }: CharacterLook, head: Head, random: RandomSource): string {
  return Array.from({ length: 34 }, () => {
    const x = face.mouthHalf * 0.85 * (2 * random() - 1);
    const from = head.place(x, MOUTH_Y + 2);
    const to = head.place(x * 1.08, MOUTH_Y + lips.lowerHeight * (0.5 + 0.4 * random()));
    return smoothPath([from, to]);
  }).join('');
}

import type { RandomSource } from '../domain/seeded-random.ts';
import { drawCollar } from './collars.ts';
import { mix } from './colour.ts';
import { type Point, resampled, ribbon } from './curve.ts';
import { bodyPlace, garmentPath } from './garment.ts';
import type { CharacterLook } from './look.ts';
import { blur, element, gradientBetween, group, path, smoothPath, softEllipse } from './svg.ts';

export function clothesDefinitions(look: CharacterLook): string {
  const { clothes, lightSide, body } = look;
  const place = bodyPlace(look);
  const [lit, dark] = [place([lightSide * body.shoulderHalf, 380]), place([-lightSide * body.shoulderHalf, 640])];
  const cloth = gradientBetween('cloth', lit, dark, [
    { at: 0, colour: clothes.light },
    { at: 0.42, colour: clothes.base },
    { at: 1, colour: clothes.shade },
  ]);
  return cloth + element('clipPath', { id: 'garment' }, path(garmentPath(look), {}));
}

/** Shoulders and what is worn over them. */
export function drawClothes(look: CharacterLook, random: RandomSource): string {
  const garment = garmentPath(look);
  const { clothes, light } = look;
  const inside = group(
    { 'clip-path': 'url(#garment)' },
    path(garment, { fill: 'url(#cloth)' }),
    shoulders(look),
    group(
      blur(12),
      folds(look, random),
      path(garment, { fill: 'none', stroke: mix(clothes.shade, '#000000', 0.4), 'stroke-width': 26, opacity: 0.5 }),
    ),
    ...[7, 4, 2].map((width) =>
      path(garment, { fill: 'none', stroke: light.rim, 'stroke-width': width, opacity: 0.1 }),
    ),
  );
  return inside + drawCollar(look);
}

/** The roundness of the shoulders, and the shade below chin and chest. */
function shoulders(look: CharacterLook): string {
  const { clothes, lightSide, body } = look;
  const place = bodyPlace(look);
  const [litX, litY] = place([lightSide * (body.shoulderHalf - 110), 436]);
  const [darkX, darkY] = place([-lightSide * (body.shoulderHalf - 30), 640]);
  const [chestX, chestY] = place([lightSide * 120, 640]);
  const [midX, midY] = place([-lightSide * 20, 700]);
  return [
    softEllipse(litX, litY, 190, 100, clothes.light, {
      opacity: 0.75,
      transform: `rotate(${lightSide * 24} ${litX} ${litY})`,
    }),
    softEllipse(chestX, chestY, 180, 150, clothes.light, { opacity: 0.36 }),
    softEllipse(midX, midY, 110, 240, clothes.shade, { opacity: 0.45 }),
    softEllipse(darkX, darkY, 200, 330, mix(clothes.shade, '#000000', 0.35), { opacity: 0.7 }),
  ].join('');
}

/** Folds that run from the shoulders to the armpits and across the chest: a shadow and a lit edge beside it. */
function folds(look: CharacterLook, random: RandomSource): string {
  const { clothes, lightSide } = look;
  const shadows: string[] = [];
  const edges: string[] = [];
  for (const side of [-1, 1] as const) {
    for (const spine of [armFold(look, side), ...chestFolds(look, side, random)]) {
      const fold = resampled(spine.map(bodyPlace(look)), 10);
      const half = 5 + 8 * random();
      const swell = (share: number): number => half * Math.sin(Math.PI * (0.06 + 0.94 * share)) + 1;
      const beside = fold.map(([x, y]): Point => [x + lightSide * (half + 5), y - 3]);
      shadows.push(smoothPath(ribbon(fold, swell), true));
      edges.push(
        smoothPath(
          ribbon(beside, (share) => swell(share) * 0.5),
          true,
        ),
      );
    }
  }
  return (
    path(edges.join(''), { fill: clothes.light, opacity: 0.3 }) +
    path(shadows.join(''), { fill: mix(clothes.shade, '#000000', 0.3), opacity: 0.55 })
  );
}

/** Where the arm parts from the chest. */
function armFold({ body }: CharacterLook, side: -1 | 1): Point[] {
  const x = body.shoulderHalf - 92;
  return [
    [side * (x + 26), 500],
    [side * (x + 2), 580],
    [side * (x - 4), 680],
    [side * (x + 8), 800],
  ];
}

/** Cloth that hangs from the shoulder and falls inwards below the arm. */
function chestFolds({ body }: CharacterLook, side: -1 | 1, random: RandomSource): Point[][] {
  return Array.from({ length: 3 }, (_, index) => {
    const x = body.shoulderHalf - 108;
    const y = 540 + 70 * index + 20 * random();
    const reach = 70 + 70 * random() + 24 * index;
    const drop = 110 + 70 * random();
    return [
      [side * x, y],
      [side * (x - reach * 0.4), y + drop * 0.34],
      [side * (x - reach * 0.78), y + drop * 0.74],
      [side * (x - reach), y + drop * 1.2],
    ];
  });
}

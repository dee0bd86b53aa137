import { type RandomSource, seededRandom } from '../domain/seeded-random.ts';
import { backdropDefinitions, drawBackdrop } from './backdrop.ts';
import { drawBeard } from './beard.ts';
import { clothesDefinitions, drawClothes } from './clothes.ts';
import { eyeDefinitions, eyes } from './eyes.ts';
import { EYE_Y, ears, faceOutline, modelling, mouth, neck, nose, skinDefinitions } from './face.ts';
import { drawHair } from './hair.ts';
import type { CharacterLook } from './look.ts';
import { blurFilter, CENTRE_X, DRAWING_HEIGHT, DRAWING_WIDTH, element, ellipse, group, path } from './svg.ts';

const BLURS = [1, 2, 4, 6, 12, 18, 30, 90];

/** A character as an SVG picture of 960 x 1280. The same look is always the same text. */
export function drawCharacter(look: CharacterLook): string {
  const random = seededRandom(look.seed);
  const hair = drawHair(look, random);
  const outline = faceOutline(look);
  const definitions = element(
    'defs',
    {},
    [
      ...BLURS.map((deviation) => blurFilter(`soft${deviation}`, deviation)),
      skinDefinitions(look),
      eyeDefinitions(look),
      clothesDefinitions(look),
      backdropDefinitions(look),
      element('clipPath', { id: 'face' }, path(outline, {})),
    ].join(''),
  );
  const layers = [
    drawBackdrop(look, random),
    rimLight(look),
    hair.behind,
    neck(look),
    drawClothes(look),
    ears(look),
    path(outline, { fill: 'url(#skin)' }),
    modelling(look),
    freckles(look, random),
    nose(look),
    drawBeard(look, random),
    mouth(look),
    eyes(look, random),
    hairShadow(look),
    hair.front,
  ];
  const size = { width: DRAWING_WIDTH, height: DRAWING_HEIGHT, viewBox: `0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}` };
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, definitions + layers.join(''));
}

/** A glow behind head and shoulders that parts the figure from its background. */
function rimLight({ backdrop, lightSide }: CharacterLook): string {
  return ellipse(CENTRE_X + lightSide * 60, EYE_Y + 60, 300, 380, {
    fill: backdrop.glow,
    opacity: 0.35,
    filter: 'url(#soft90)',
  });
}

/** Hair throws a soft shadow on the forehead. */
function hairShadow({ skin }: CharacterLook): string {
  return group(
    { 'clip-path': 'url(#face)' },
    ellipse(CENTRE_X, 372, 190, 58, { fill: skin.deep, opacity: 0.4, filter: 'url(#soft12)' }),
  );
}

function freckles({ freckles: has, skin }: CharacterLook, random: RandomSource): string {
  if (has !== true) return '';
  const dots = Array.from({ length: 90 }, () => {
    const side = random() < 0.5 ? -1 : 1;
    const x = CENTRE_X + side * 110 * random() ** 0.8;
    const y = EYE_Y + 40 + 74 * random();
    const radius = 1.2 + 1.6 * random();
    return ellipse(x, y, radius, radius, { fill: skin.deep, opacity: 0.25 + 0.3 * random() });
  });
  return group({ 'clip-path': 'url(#face)' }, ...dots);
}

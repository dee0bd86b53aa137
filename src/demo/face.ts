import type { CharacterLook } from './look.ts';
import { CENTRE_X, ellipse, group, linearGradient, path, radialGradient, smoothPath } from './svg.ts';

/** Heights of the features that every drawing shares. */
export const EYE_Y = 566;
export const HAIRLINE_Y = 408;
export const CROWN_Y = 322;
export const NOSE_Y = 676;
export const MOUTH_Y = 734;
/** Half of the face's width at the cheekbones. */
export const CHEEK_HALF = 168;

type Points = readonly (readonly [number, number])[];

/** The right half of the outline from the top to the chin; the left one is its mirror. */
function halfOutline({ face }: CharacterLook): Points {
  return [
    [0, HAIRLINE_Y - 62],
    [88, HAIRLINE_Y - 44],
    [146, HAIRLINE_Y + 30],
    [CHEEK_HALF - 2, EYE_Y - 40],
    [CHEEK_HALF, EYE_Y + 34],
    [CHEEK_HALF - 14, EYE_Y + 104],
    [face.jawWidth, MOUTH_Y - 2],
    [face.chinWidth + 26, face.chinY - 34],
    [face.chinWidth, face.chinY - 9],
    [0, face.chinY],
  ];
}

/** The outline of the face as a closed path. */
export function faceOutline(look: CharacterLook): string {
  const half = halfOutline(look);
  const right = half.map(([x, y]) => [CENTRE_X + x, y] as const);
  const left = half
    .slice(1, -1)
    .reverse()
    .map(([x, y]) => [CENTRE_X - x, y] as const);
  return smoothPath([...right, ...left], true);
}

/** Gradients that skin is painted with. */
export function skinDefinitions({ skin, lightSide }: CharacterLook): string {
  const lit = lightSide < 0 ? 0.36 : 0.64;
  return [
    radialGradient('skin', [lit, 0.4], 0.72, [
      { at: 0, colour: skin.light },
      { at: 0.42, colour: skin.base },
      { at: 0.8, colour: skin.shade },
      { at: 1, colour: skin.deep },
    ]),
    linearGradient(
      'neck',
      [0, 0],
      [0, 1],
      [
        { at: 0, colour: skin.deep },
        { at: 0.42, colour: skin.shade },
        { at: 1, colour: skin.base },
      ],
    ),
  ].join('');
}

/** Neck and the shadow the head throws on it. */
export function neck({ face, skin }: CharacterLook): string {
  const half = face.neckWidth / 2;
  const throat = smoothPath(
    [
      [CENTRE_X - half, 700],
      [CENTRE_X - half + 6, 830],
      [CENTRE_X - half - 26, 916],
      [CENTRE_X - half - 62, 984],
      [CENTRE_X, 1140],
      [CENTRE_X + half + 62, 984],
      [CENTRE_X + half + 26, 916],
      [CENTRE_X + half - 6, 830],
      [CENTRE_X + half, 700],
    ],
    true,
  );
  return [
    path(throat, { fill: 'url(#neck)' }),
    ellipse(CENTRE_X, face.chinY - 4, half * 1.02, 66, { fill: skin.deep, opacity: 0.75, filter: 'url(#soft18)' }),
    path(`M${CENTRE_X - 40} 905 Q${CENTRE_X - 18} 930 ${CENTRE_X - 8} 962`, {
      stroke: skin.deep,
      'stroke-width': 7,
      fill: 'none',
      opacity: 0.35,
      filter: 'url(#soft6)',
    }),
    path(`M${CENTRE_X + 40} 905 Q${CENTRE_X + 18} 930 ${CENTRE_X + 8} 962`, {
      stroke: skin.deep,
      'stroke-width': 7,
      fill: 'none',
      opacity: 0.35,
      filter: 'url(#soft6)',
    }),
  ].join('');
}

export function ears({ skin, earrings }: CharacterLook): string {
  const ear = (side: -1 | 1): string => {
    const x = CENTRE_X + side * (CHEEK_HALF + 6);
    const jewel =
      earrings === undefined
        ? ''
        : ellipse(x + side * 3, EYE_Y + 96, 12, 17, { fill: earrings }) +
          ellipse(x + side * 3 - 4, EYE_Y + 90, 4, 6, { fill: '#fff6dc', opacity: 0.85 });
    return (
      ellipse(x, EYE_Y + 34, 25, 52, { fill: skin.shade, transform: `rotate(${side * 8} ${x} ${EYE_Y + 34})` }) +
      ellipse(x + side * 3, EYE_Y + 30, 12, 32, { fill: skin.deep, opacity: 0.6, filter: 'url(#soft6)' }) +
      jewel
    );
  };
  return ear(-1) + ear(1);
}

/** Light and shadow on the face: what makes a flat oval round. Painted inside the face's outline. */
export function modelling(look: CharacterLook): string {
  const { skin, lightSide, face } = look;
  const dark = CENTRE_X - lightSide * 150;
  const lit = CENTRE_X + lightSide * 78;
  const cheek = (side: -1 | 1): string =>
    ellipse(CENTRE_X + side * 104, EYE_Y + 92, 62, 40, { fill: skin.blush, opacity: 0.5, filter: 'url(#soft18)' });
  const socket = (side: -1 | 1): string =>
    ellipse(CENTRE_X + side * 76, EYE_Y - 20, 60, 30, { fill: skin.deep, opacity: 0.3, filter: 'url(#soft12)' });
  return group(
    { 'clip-path': 'url(#face)' },
    ellipse(dark, EYE_Y + 60, 82, 250, { fill: skin.deep, opacity: 0.42, filter: 'url(#soft30)' }),
    ellipse(CENTRE_X, face.chinY + 26, 150, 52, { fill: skin.deep, opacity: 0.55, filter: 'url(#soft18)' }),
    ellipse(CENTRE_X, HAIRLINE_Y - 34, 190, 62, { fill: skin.deep, opacity: 0.5, filter: 'url(#soft18)' }),
    ellipse(lit - lightSide * 30, HAIRLINE_Y + 62, 78, 44, { fill: skin.light, opacity: 0.6, filter: 'url(#soft18)' }),
    ellipse(lit + lightSide * 16, EYE_Y + 62, 44, 30, { fill: skin.light, opacity: 0.55, filter: 'url(#soft12)' }),
    ellipse(CENTRE_X, face.chinY - 34, 34, 20, { fill: skin.light, opacity: 0.4, filter: 'url(#soft12)' }),
    cheek(-1),
    cheek(1),
    socket(-1),
    socket(1),
  );
}

export function nose({ skin, face, lightSide }: CharacterLook): string {
  const w = face.noseWidth;
  const shadowSide = -lightSide;
  const bridge = smoothPath([
    [CENTRE_X + shadowSide * 22, EYE_Y - 22],
    [CENTRE_X + shadowSide * 15, EYE_Y + 30],
    [CENTRE_X + shadowSide * 20, NOSE_Y - 26],
    [CENTRE_X + shadowSide * (w + 2), NOSE_Y - 2],
  ]);
  const nostril = (side: -1 | 1): string =>
    path(
      `M${CENTRE_X + side * 8} ${NOSE_Y + 5} Q${CENTRE_X + side * 17} ${NOSE_Y - 5} ${CENTRE_X + side * (w - 6)} ${NOSE_Y + 3} Q${CENTRE_X + side * 17} ${NOSE_Y + 9} ${CENTRE_X + side * 8} ${NOSE_Y + 5}Z`,
      { fill: '#2c1210', opacity: 0.62 },
    ) +
    path(
      `M${CENTRE_X + side * (w - 3)} ${NOSE_Y - 22} Q${CENTRE_X + side * (w + 9)} ${NOSE_Y - 4} ${CENTRE_X + side * (w - 4)} ${NOSE_Y + 7}`,
      { fill: 'none', stroke: skin.deep, 'stroke-width': 4, opacity: 0.7, filter: 'url(#soft2)' },
    );
  return [
    path(bridge, {
      fill: 'none',
      stroke: skin.deep,
      'stroke-width': 20,
      opacity: 0.36,
      filter: 'url(#soft12)',
      'stroke-linecap': 'round',
    }),
    ellipse(CENTRE_X, NOSE_Y + 10, w, 12, { fill: skin.deep, opacity: 0.55, filter: 'url(#soft6)' }),
    ellipse(CENTRE_X + lightSide * 3, NOSE_Y - 60, 8, 66, { fill: skin.light, opacity: 0.6, filter: 'url(#soft6)' }),
    ellipse(CENTRE_X + lightSide * 5, NOSE_Y - 15, 14, 11, { fill: skin.light, opacity: 0.75, filter: 'url(#soft6)' }),
    nostril(-1),
    nostril(1),
  ].join('');
}

export function mouth({ lips, skin, face, lightSide }: CharacterLook): string {
  const half = face.mouthWidth / 2;
  const full = face.lipFullness;
  const y = MOUTH_Y;
  const line = `M${CENTRE_X - half} ${y - 7} Q${CENTRE_X - half * 0.5} ${y + 5} ${CENTRE_X} ${y + 2} Q${CENTRE_X + half * 0.5} ${y + 5} ${CENTRE_X + half} ${y - 7}`;
  const upper = `M${CENTRE_X - half} ${y - 7} C${CENTRE_X - half * 0.7} ${y - full * 0.55} ${CENTRE_X - 30} ${y - full} ${CENTRE_X - 13} ${y - full} Q${CENTRE_X} ${y - full + 8} ${CENTRE_X + 13} ${y - full} C${CENTRE_X + 30} ${y - full} ${CENTRE_X + half * 0.7} ${y - full * 0.55} ${CENTRE_X + half} ${y - 7} Q${CENTRE_X + half * 0.5} ${y + 6} ${CENTRE_X} ${y + 3} Q${CENTRE_X - half * 0.5} ${y + 6} ${CENTRE_X - half} ${y - 7}Z`;
  const lower = `M${CENTRE_X - half + 5} ${y - 4} Q${CENTRE_X - half * 0.45} ${y + 5} ${CENTRE_X} ${y + 2} Q${CENTRE_X + half * 0.45} ${y + 5} ${CENTRE_X + half - 5} ${y - 4} Q${CENTRE_X + half * 0.5} ${y + full * 1.28} ${CENTRE_X} ${y + full * 1.34} Q${CENTRE_X - half * 0.5} ${y + full * 1.28} ${CENTRE_X - half + 5} ${y - 4}Z`;
  return [
    ellipse(CENTRE_X, y + full * 1.34 + 12, half * 0.62, 9, { fill: skin.deep, opacity: 0.6, filter: 'url(#soft6)' }),
    path(`M${CENTRE_X - 7} ${NOSE_Y + 20} Q${CENTRE_X} ${y - full - 12} ${CENTRE_X + 7} ${NOSE_Y + 20}`, {
      fill: skin.deep,
      opacity: 0.28,
      filter: 'url(#soft6)',
    }),
    path(upper, { fill: lips.upper, filter: 'url(#soft1)' }),
    path(lower, { fill: lips.lower, filter: 'url(#soft1)' }),
    ellipse(CENTRE_X + lightSide * 10, y + full * 0.72, half * 0.34, full * 0.2, {
      fill: '#fff',
      opacity: 0.34,
      filter: 'url(#soft2)',
    }),
    path(line, {
      fill: 'none',
      stroke: lips.line,
      'stroke-width': 3.6,
      'stroke-linecap': 'round',
      filter: 'url(#soft1)',
    }),
    ellipse(CENTRE_X - half - 2, y - 7, 6, 5, { fill: skin.deep, opacity: 0.6, filter: 'url(#soft2)' }),
    ellipse(CENTRE_X + half + 2, y - 7, 6, 5, { fill: skin.deep, opacity: 0.6, filter: 'url(#soft2)' }),
  ].join('');
}

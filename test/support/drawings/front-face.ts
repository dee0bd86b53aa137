import { mix } from '../../../src/demo/colour.ts';
import type { Point } from '../../../src/demo/curve.ts';
import { element, ellipse, group, linearGradient, path, radialGradient, smoothPath } from '../../../src/demo/svg.ts';
import { both, filled, line, mirrored, SHEET, sheet, through } from './sheet.ts';

export interface DrawnFace {
  /** Colours in flat areas with hard edges, or shaded. */
  readonly flat: boolean;
  /** Half width of an eye, and how far its lids lie above and below its middle. */
  readonly eye: { readonly half: number; readonly above: number; readonly below: number };
  /** Half axes of an iris; smaller than the eye, white shows all around it. */
  readonly iris: readonly [across: number, up: number];
  readonly lashes: number;
  readonly skin: string;
  readonly hair: string;
  readonly irisColour: string;
  readonly cloth: string;
  readonly backdrop: readonly [string, string];
}

/** Anime: large irises that touch both lids, thick lashes. */
export const ANIME: DrawnFace = {
  flat: false,
  eye: { half: 27, above: 21, below: 19 },
  iris: [17, 22],
  lashes: 5,
  skin: '#f9d9c4',
  hair: '#6a4a7c',
  irisColour: '#3f6fb4',
  cloth: '#3d5a7a',
  backdrop: ['#9cc4d8', '#e4d4dc'],
};
/** The same in flat colours. */
export const FLAT_ANIME: DrawnFace = {
  ...ANIME,
  flat: true,
  eye: { half: 30, above: 26, below: 24 },
  iris: [20, 27],
  lashes: 6,
  skin: '#fde2cf',
  hair: '#d8743c',
  irisColour: '#3c8a5a',
  cloth: '#f4f0ea',
  backdrop: ['#a9d6e6', '#a9d6e6'],
};
/** A cartoon with eyes opened wide: white all around small irises. */
export const WIDE_EYED: DrawnFace = {
  ...ANIME,
  eye: { half: 28, above: 27, below: 22 },
  iris: [13, 13],
  lashes: 3,
  skin: '#eab98f',
  hair: '#3a2a22',
  irisColour: '#5a3a20',
  cloth: '#a8402f',
  backdrop: ['#d8c69a', '#8fa886'],
};

const MIDDLE = SHEET.width / 2;
const EYES = { y: 292, apart: 50 } as const;

/** A drawn character from head to chest, seen from the front. */
export function drawFrontFace(face: DrawnFace): string {
  const { skin, hair, cloth, flat } = face;
  const shade = mix(skin, '#a0453c', 0.32);
  const deepHair = mix(hair, '#100818', 0.45);
  const softly = flat ? {} : { filter: 'url(#soft)' };
  const jaw = through('240 424  268 416  300 390  326 348  334 300  334 250  320 200  284 176');
  const neck = through('210 380  270 380  272 460  310 480  240 500  170 480  208 460');
  const body = through('60 660  84 530  130 494  206 470  240 494  274 470  350 494  396 530  420 660');
  return sheet(
    definitions(face),
    path(`M0 0H${SHEET.width}V${SHEET.height}H0Z`, { fill: 'url(#backdrop)' }),
    filled(
      through('240 104  330 124  384 200  392 320  380 430  330 470  150 470  100 430  88 320  96 200  150 124'),
      deepHair,
    ),
    filled(neck, mix(skin, shade, 0.5)),
    group(softly, filled(through('206 400  274 400  262 440  240 450  218 440'), shade, 0.8)),
    filled(body, cloth),
    filled(through('240 500  274 472  350 494  396 530  420 660  300 660'), mix(cloth, '#000000', 0.14)),
    filled([...jaw, ...mirrored(jaw).reverse()], flat ? skin : 'url(#skin)'),
    group(
      { 'clip-path': 'url(#face)', ...softly },
      filled(through('150 190  330 190  336 262  292 250  240 246  188 250  144 262'), shade, 0.55),
    ),
    group(
      softly,
      both(through('292 352  306 344  318 352  304 362'), (points) => filled(points, '#e5707a', 0.45)),
    ),
    nose(shade, flat),
    mouth(flat),
    both(through('274 250  292 240  314 246'), (points) => line(points, deepHair, 4.5)),
    eye(face, -1),
    eye(face, 1),
    fringe(hair, deepHair, flat),
  );
}

/** The gradients of a drawing, its soft blur and the outline of its face. */
export function definitions({ skin, irisColour, backdrop, flat }: DrawnFace): string {
  const jaw = 'M146 160H334V300C334 380 280 424 240 424C200 424 146 380 146 300Z';
  return element(
    'defs',
    {},
    linearGradient(
      'backdrop',
      [0, 0],
      [0.3, 1],
      [
        { at: 0, colour: backdrop[0] },
        { at: 1, colour: backdrop[1] },
      ],
    ) +
      linearGradient(
        'skin',
        [0, 0.2],
        [1, 0.8],
        [
          { at: 0, colour: mix(skin, '#ffffff', 0.3) },
          { at: 1, colour: mix(skin, '#b0604c', 0.3) },
        ],
      ) +
      radialGradient('iris', [0.5, 0.8], 0.8, [
        { at: 0, colour: mix(irisColour, '#ffffff', flat ? 0.1 : 0.5) },
        { at: 1, colour: mix(irisColour, '#000010', flat ? 0.1 : 0.6) },
      ]) +
      element('clipPath', { id: 'face' }, path(jaw, {})) +
      element(
        'filter',
        { id: 'soft', x: '-30%', y: '-30%', width: '160%', height: '160%' },
        element('feGaussianBlur', { stdDeviation: 5 }),
      ),
  );
}

function nose(shade: string, flat: boolean): string {
  const side = filled(through('242 316  252 344  246 354  238 354'), shade, flat ? 0.9 : 0.6);
  return side + both(through('247 355  251 354'), (points) => line(points, mix(shade, '#40100c', 0.5), 2.4));
}

function mouth(flat: boolean): string {
  const lower = filled(through('218 384  240 386  262 384  252 396  240 399  228 396'), '#d0685f', flat ? 0.9 : 0.7);
  const upper = filled(through('214 383  232 377  240 379  248 377  266 383  240 387'), '#b04a4a', 0.8);
  return lower + upper + line(through('213 382  240 387  267 382'), '#5c1c20', 2.6);
}

function eye({ eye: { half, above, below }, iris: [across, up], lashes, skin }: DrawnFace, side: -1 | 1): string {
  const x = MIDDLE + side * EYES.apart;
  const at = (dx: number, dy: number): Point => [x + side * dx, EYES.y + dy];
  const lid: Point[] = [
    at(-half, 4),
    at(-0.7 * half, -0.62 * above),
    at(-0.1 * half, -above),
    at(0.6 * half, -0.86 * above),
    at(half, -2),
  ];
  const under: Point[] = [at(0.8 * half, 0.62 * below), at(0.2 * half, below), at(-0.5 * half, 0.86 * below)];
  const clip = `eye${side}`;
  const outline = smoothPath([...lid, ...under], true);
  const lash = [
    ...lid,
    at(half + 5, -7),
    at(0.6 * half, -0.86 * above - lashes),
    at(-0.1 * half, -above - lashes),
    at(-0.75 * half, -0.62 * above - 0.4 * lashes),
  ];
  return [
    element('clipPath', { id: clip }, path(outline, {})),
    group(
      { 'clip-path': `url(#${clip})` },
      path(outline, { fill: '#fbf7f4' }),
      ellipse(...at(0, 0), across, up, { fill: 'url(#iris)' }),
      ellipse(...at(0, -1), 0.42 * across, 0.45 * up, { fill: '#0c0a14' }),
      ellipse(x - 0.36 * across, EYES.y - 0.42 * up, 0.28 * across, 0.24 * up, { fill: '#ffffff' }),
      line(
        lid.map(([px, py]): Point => [px, py + 4]),
        '#5a4a68',
        5,
      ).replace('stroke-opacity', 'data-o'),
    ),
    filled(lash, '#1c1018'),
    line([at(half - 2, 4), ...under, at(-half + 3, 8)], mix(skin, '#40181c', 0.75), 1.8),
  ].join('');
}

function fringe(hair: string, deep: string, flat: boolean): string {
  const cap = through(
    '240 98  322 116  372 190  380 300  370 420  348 440  346 330  336 262  318 214  300 240  280 196  256 236  236 190  206 238  192 200  164 244  148 270  134 330  132 440  110 420  100 300  108 190  158 116',
  );
  const strands = [-100, -70, -36, -4, 30, 62, 96].map((dx) =>
    line(
      [
        [240 + 0.3 * dx, 112],
        [240 + 0.9 * dx, 160],
        [240 + 1.1 * dx, 206 + 0.3 * Math.abs(dx)],
      ],
      deep,
      flat ? 2 : 3,
    ),
  );
  const shine = line(through('166 168  206 150  262 148  312 168'), mix(hair, '#ffffff', 0.5), flat ? 7 : 10);
  return filled(cap, hair) + strands.join('') + shine;
}

import { mix } from './colour.ts';
import { type Point, resampled, ribbon } from './curve.ts';
import { bodyPlace } from './garment.ts';
import type { CharacterLook } from './look.ts';
import { blur, element, gradientBetween, group, path, smoothPath, softEllipse } from './svg.ts';

/** In hand coordinates: origin at the wrist, y down, fingers up, the thumb on the left; the middle finger ends at -320. */
interface Finger {
  readonly bones: readonly Point[];
  readonly halfWidth: number;
}

/** An open hand, fingers a little apart, as in a greeting. */
const FINGERS: readonly Finger[] = [
  {
    bones: [
      [48, -118],
      [64, -172],
      [77, -218],
      [84, -246],
    ],
    halfWidth: 14,
  },
  {
    bones: [
      [24, -132],
      [34, -200],
      [41, -258],
      [44, -290],
    ],
    halfWidth: 16.5,
  },
  {
    bones: [
      [-6, -138],
      [-6, -214],
      [-5, -276],
      [-4, -312],
    ],
    halfWidth: 17.5,
  },
  {
    bones: [
      [-36, -130],
      [-48, -200],
      [-56, -256],
      [-59, -288],
    ],
    halfWidth: 17,
  },
];
const THUMB: Finger = {
  bones: [
    [-30, -34],
    [-66, -78],
    [-92, -126],
    [-103, -168],
  ],
  halfWidth: 19,
};
const PALM: readonly Point[] = [
  [-30, 30],
  [-36, 0],
  [-46, -34],
  [-52, -80],
  [-54, -126],
  [-38, -152],
  [-6, -158],
  [26, -152],
  [54, -136],
  [62, -108],
  [56, -62],
  [42, -20],
  [32, 4],
  [29, 30],
];

/** Place, size and tilt of the hand, and the elbow, from the body (see `bodyPlace`); as wide as the hand's owner. */
const WRIST: Point = [396, 268];
const ELBOW: Point = [404, 770];
const HAND_SCALE = 1.02;
const HAND_TILT_DEGREES = 5;

export function handDefinitions(look: CharacterLook): string {
  const { skin, lightSide, clothes } = look;
  return [
    gradientBetween(
      'hand',
      [lightSide * 80, -200],
      [-lightSide * 90, -40],
      [
        { at: 0, colour: skin.light },
        { at: 0.5, colour: skin.base },
        { at: 1, colour: mix(skin.base, skin.shade, 0.6) },
      ],
    ),
    gradientBetween(
      'sleeve',
      bodyPlace(look)([WRIST[0] + lightSide * 90, 540]),
      bodyPlace(look)([WRIST[0] - lightSide * 80, 600]),
      [
        { at: 0, colour: mix(clothes.base, clothes.light, 0.45) },
        { at: 0.5, colour: clothes.base },
        { at: 1, colour: clothes.shade },
      ],
    ),
  ].join('');
}

/** The character's left arm, raised beside the head with an open hand: palm and fingers towards us, the sleeve below. */
export function drawRaisedHand(look: CharacterLook): string {
  const place = bodyPlace(look);
  const [x, y] = place(WRIST);
  const transform = `translate(${x} ${y}) rotate(${HAND_TILT_DEGREES}) scale(${HAND_SCALE})`;
  return group({ transform }, hand(look)) + sleeve(look);
}

const outline = ({ bones, halfWidth }: Finger): string =>
  smoothPath(
    ribbon(
      resampled(bones, 14),
      (share) => halfWidth * (1.06 - 0.2 * share) * Math.sqrt(Math.max(0.02, 1 - share ** 9)),
    ),
    true,
  );

function hand({ skin, lightSide }: CharacterLook): string {
  const line = mix(skin.shade, skin.deep, 0.45);
  const finger = (one: Finger): string => {
    const d = outline(one);
    const [tipX, tipY] = one.bones.at(-1)!;
    return (
      path(d, { fill: 'url(#hand)' }) +
      group({ ...blur(2) }, path(d, { fill: 'none', stroke: line, 'stroke-width': 3.4, opacity: 0.55 })) +
      softEllipse(tipX + lightSide * 3, tipY + 16, one.halfWidth * 0.9, 20, skin.blush, { opacity: 0.4 }) +
      one.bones
        .slice(1, 3)
        .map(([cx, cy]) => crease(cx, cy, one.halfWidth, line))
        .join('')
    );
  };
  const palm = smoothPath(PALM, true);
  return [
    finger(THUMB),
    ...FINGERS.map(finger),
    path(palm, { fill: 'url(#hand)' }),
    group({ ...blur(3) }, path(palm, { fill: 'none', stroke: line, 'stroke-width': 3, opacity: 0.28 })),
    // the balls of thumb and hand, the hollow between them
    softEllipse(-26, -62, 30, 52, skin.light, { opacity: 0.5, transform: 'rotate(24 -26 -62)' }),
    softEllipse(36, -60, 24, 50, skin.light, { opacity: 0.35 }),
    softEllipse(6, -84, 26, 40, skin.shade, { opacity: 0.42 }),
    softEllipse(-2, -136, 54, 18, skin.blush, { opacity: 0.3 }),
    group(
      { ...blur(1), fill: 'none', stroke: line, 'stroke-width': 2.2, opacity: 0.6 },
      path('M-46 -104C-20 -112 -6 -84 -8 -28', {}),
      path('M-48 -112C-24 -112 12 -100 40 -76', {}),
      path('M56 -112C34 -96 6 -112 -16 -138', {}),
    ),
  ].join('');
}

/** A line across a finger at a joint. */
const crease = (x: number, y: number, half: number, colour: string): string =>
  path(`M${x - half * 0.7} ${y + 1}Q${x} ${y + 5} ${x + half * 0.7} ${y}`, {
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.6,
    opacity: 0.5,
  });

/** The forearm from the cuff down to the elbow, folded up before the upper arm. */
function sleeve(look: CharacterLook): string {
  const place = bodyPlace(look);
  const { clothes, lightSide, light } = look;
  const spine = resampled(
    [WRIST, [WRIST[0] + 8, WRIST[1] + 200], ELBOW].map(([x, y]) => place([x, y + 30])),
    18,
  );
  const half = (share: number): number => (44 + 44 * share ** 0.7) * Math.sqrt(Math.max(0.02, 1 - share ** 14));
  const arm = smoothPath(ribbon(spine, half), true);
  const shade = mix(clothes.shade, '#000000', 0.4);
  const [cuffX, cuffY] = spine[0]!;
  const line = (width: number, colour: string, opacity: number): string =>
    path(arm, { fill: 'none', stroke: colour, 'stroke-width': width, opacity });
  return [
    group({ 'clip-path': 'url(#garment)' }, group({ ...blur(12) }, line(26, shade, 0.7))),
    path(arm, { fill: 'url(#sleeve)' }),
    group({ ...blur(5) }, line(9, shade, 0.55)),
    ...FOLDS.map((share) => fold(spine, share, shade, lightSide)),
    ...FOLDS.map((share) => fold(spine, share - 0.05, clothes.light, lightSide)),
    line(3, light.rim, 0.14),
    group(
      { transform: `rotate(1 ${cuffX} ${cuffY})` },
      element('rect', { x: cuffX - 49, y: cuffY - 10, width: 98, height: 46, rx: 16, fill: 'url(#sleeve)' }),
      softEllipse(cuffX, cuffY + 38, 50, 10, shade, { opacity: 0.6 }),
      softEllipse(cuffX, cuffY - 6, 40, 8, shade, { opacity: 0.6 }),
    ),
  ].join('');
}

/** Where the sleeve is creased, as parts of the forearm. */
const FOLDS = [0.34, 0.56, 0.72, 0.84] as const;

function fold(spine: readonly Point[], share: number, colour: string, lightSide: number): string {
  const [x, y] = spine[Math.round(share * (spine.length - 1))]!;
  const width = 40 + 40 * share;
  return softEllipse(x - lightSide * 0.45 * width, y, width, 13, colour, {
    opacity: 0.4,
    transform: `rotate(${lightSide * 22} ${x} ${y})`,
  });
}

import type { RandomSource } from '../domain/seeded-random.ts';
import { mix } from './colour.ts';
import { curveAt, type Point, resampled, ribbon } from './curve.ts';
import type { FeatureLayers } from './face-layers.ts';
import { EYE_X, type Head } from './head.ts';
import type { CharacterLook } from './look.ts';
import { type Attributes, element, ellipse, group, path, radialGradient, smoothPath, softEllipse } from './svg.ts';

const IRIS_RADIUS = 19.2;
/** The irises sit a little high, so that the upper lid covers their top: eyes that show it whole stare. */
const IRIS_Y = -3.6;

/** Drawn eyes are a little larger than measured ones. */
const SIZE = 1.09;

/** Lids from corner to corner, x outwards from the middle of the eye. */
const UPPER_LID: readonly Point[] = [
  [-39, 7],
  [-32, -3],
  [-19, -13.5],
  [-3, -17.5],
  [14, -16],
  [28, -8.5],
  [39, 1],
];
const LOWER_LID: readonly Point[] = [
  [39, 1],
  [30, 8.5],
  [15, 13.2],
  [0, 13.6],
  [-16, 11.5],
  [-30, 8.6],
  [-39, 7],
];

interface Eye {
  readonly side: -1 | 1;
  readonly upper: readonly Point[];
  readonly lower: readonly Point[];
  /** Canvas position of a point given from the eye's middle, x outwards. */
  readonly at: (x: number, y: number) => Point;
  readonly iris: Point;
}

function eyeOf(look: CharacterLook, head: Head, side: -1 | 1): Eye {
  const { opening, slant, gazeX } = look.eyes;
  const at = (x: number, y: number): Point => head.place(side * (EYE_X + SIZE * x), SIZE * y);
  // opening moves the lids away from the line between the corners
  const lid = ([x, y]: Point): Point => {
    const corners = 4 - (x / 39) * 3;
    return at(x, corners + (y - corners) * opening - (slant * (x + 39)) / 78);
  };
  return { side, upper: UPPER_LID.map(lid), lower: LOWER_LID.map(lid), at, iris: at(1 + side * gazeX, IRIS_Y) };
}

export function eyeDefinitions(look: CharacterLook, head: Head): string {
  const { eyes } = look;
  const outlines = eyesOf(look, head).map(outlineOf).join('');
  return (
    radialGradient('iris', [0.5, 0.5], 0.5, [
      { at: 0, colour: eyes.inner },
      { at: 0.5, colour: eyes.middle },
      { at: 0.8, colour: eyes.outer },
      { at: 1, colour: mix(eyes.outer, '#000000', 0.7) },
    ]) + element('clipPath', { id: 'eyes' }, path(outlines, {}))
  );
}

/** The middle of an iris in the drawing; `side` -1 is the eye on the left. */
export const eyeMiddle = (look: CharacterLook, head: Head, side: -1 | 1): Point => eyeOf(look, head, side).iris;

const eyesOf = (look: CharacterLook, head: Head): Eye[] => ([-1, 1] as const).map((side) => eyeOf(look, head, side));

const outlineOf = ({ upper, lower }: Eye): string => smoothPath([...upper, ...lower.slice(1, -1)], true);

/** Both eyes with lids and lashes. */
export function drawEyes(look: CharacterLook, head: Head, random: RandomSource): FeatureLayers {
  const eyes = eyesOf(look, head);
  const { lash } = look.eyes;
  const edge = joined(eyes, ({ upper }) => smoothPath(ribbon(resampled(upper, 20), lashWeight), true));
  return {
    soft: softLids(look, eyes) + path(edge, { fill: lash, opacity: 0.7 }),
    fine: path(foldsOf(eyes, foldWeight), { fill: look.skin.deep, opacity: 0.62 * (look.eyes.fold ?? 1) }),
    sharp: balls(look, eyes, random) + path(edge, { fill: lash, opacity: 0.95 }) + lashes(look, eyes, random),
  };
}

const joined = (eyes: readonly Eye[], draw: (eye: Eye) => string): string => eyes.map(draw).join('');

/** Half widths along the lid: the lashes' edge grows heavier towards the temple, the fold is deepest there. */
const lashWeight = (share: number): number => 0.5 + 2.5 * Math.sin(Math.PI * Math.min(0.97, 0.08 + 0.9 * share)) ** 0.7;
const foldWeight = (share: number): number => 0.4 + 2.5 * Math.sin(Math.PI * Math.min(1, share * 0.8 + 0.2)) ** 0.8;

/** The fold of the lid above the eye. */
const foldOf = ({ at }: Eye): Point[] =>
  resampled(
    UPPER_LID.map(([x, y]) => at(x * 1.06, y * 0.9 - 11 - 2.4 * (1 - (x / 39) ** 2))),
    14,
  );

const foldsOf = (eyes: readonly Eye[], halfWidth: (share: number) => number): string =>
  joined(eyes, (eye) => smoothPath(ribbon(foldOf(eye), halfWidth), true));

/** Tint of the lid, the hollow of its fold, and the soft edges of the lower lid. */
function softLids({ skin, eyes: { lidTint, fold = 1 }, face }: CharacterLook, eyes: readonly Eye[]): string {
  const bagOf = ({ at }: Eye): Point[] => LOWER_LID.map(([x, y]) => at(x * 0.92 - 1, y + 11 + 4 * (1 - (x / 39) ** 2)));
  const lids = joined(eyes, (eye) => smoothPath([...eye.upper, ...foldOf(eye).reverse()], true));
  const bags = joined(eyes, (eye) =>
    smoothPath(
      ribbon(resampled(bagOf(eye), 12), (share) => 2.8 * Math.sin(Math.PI * share)),
      true,
    ),
  );
  const lower = joined(eyes, (eye) => smoothPath(eye.lower));
  return [
    path(lids, { fill: mix(lidTint, skin.deep, 0.4), opacity: 0.42 }),
    path(
      foldsOf(eyes, () => 5),
      { fill: skin.deep, opacity: 0.24 * fold },
    ),
    path(bags, { fill: skin.deep, opacity: 0.22 + 0.3 * face.age }),
    path(lower, { fill: 'none', stroke: skin.shade, 'stroke-width': 7, opacity: 0.5 }),
  ].join('');
}

/** What is seen between the lids. */
function balls(look: CharacterLook, eyes: readonly Eye[], random: RandomSource): string {
  const { white, outer, inner } = look.eyes;
  const { lightSide, skin } = look;
  const disc = (dx: number, dy: number, radius: number, attributes: Attributes): string =>
    joined(eyes, ({ iris: [x, y] }) => ellipse(x + dx, y + dy, radius, radius, attributes));
  const upper = joined(eyes, (eye) => smoothPath(eye.upper.slice(1)));
  const lidShadow = [22, 17, 12].map((width) =>
    path(upper, { fill: 'none', stroke: '#1c0f10', 'stroke-width': width, opacity: 0.2 }),
  );
  return group(
    { 'clip-path': 'url(#eyes)' },
    path(joined(eyes, outlineOf), { fill: white }),
    // the ball is round: it darkens to the corners
    joined(eyes, ({ at }) => softEllipse(...at(-37, 5), 20, 22, '#84524f', { opacity: 0.7 })),
    joined(eyes, ({ at }) => softEllipse(...at(37, 2), 20, 22, '#7c5552', { opacity: 0.65 })),
    disc(0, 0, IRIS_RADIUS + 2.2, { fill: outer, opacity: 0.3 }),
    disc(0, 0, IRIS_RADIUS, { fill: 'url(#iris)' }),
    joined(eyes, ({ iris }) => irisRays(iris, look, random)),
    // light that fell in from above leaves through the lower part of the iris
    joined(eyes, ({ iris: [x, y] }) => softEllipse(x - lightSide * 3, y + 9, 14, 9, inner, { opacity: 0.7 })),
    disc(0, 0, 8, { fill: '#090607' }),
    ...lidShadow,
    joined(eyes, ({ at }) => softEllipse(...at(-36, 6.4), 9, 7, '#c2766f', { opacity: 0.9 })),
    path(
      joined(eyes, ({ lower }) => smoothPath(lower)),
      {
        fill: 'none',
        stroke: mix(skin.light, '#e8a49c', 0.45),
        'stroke-width': 3.4,
        opacity: 0.7,
      },
    ),
    disc(lightSide * 6.6, -6.8, 4.7, { fill: '#fffdf8', opacity: 0.96 }),
    disc(-lightSide * 6.4, 6.8, 2.2, { fill: look.light.fill, opacity: 0.6 }),
  );
}

function irisRays([x, y]: Point, { eyes }: CharacterLook, random: RandomSource): string {
  const ray = (from: number, to: number): string => {
    const angle = 2 * Math.PI * random();
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return `M${(x + from * cos).toFixed(1)} ${(y + from * sin).toFixed(1)}L${(x + to * cos).toFixed(1)} ${(y + to * sin).toFixed(1)}`;
  };
  const rays = (count: number, from: number, to: number): string =>
    Array.from({ length: count }, () => ray(from + 2 * random(), to + 3 * random())).join('');
  return (
    path(rays(46, 8, 12), { stroke: eyes.inner, 'stroke-width': 0.8, opacity: 0.55 }) +
    path(rays(40, 12, 15), { stroke: mix(eyes.outer, '#000000', 0.4), 'stroke-width': 0.9, opacity: 0.45 })
  );
}

function lashes({ eyes: { lash, lashLength } }: CharacterLook, eyes: readonly Eye[], random: RandomSource): string {
  const above = joined(eyes, (eye) =>
    Array.from({ length: 32 }, (_, index) => {
      const share = 0.3 + (0.7 * (index + 0.7 * random())) / 32;
      const length = lashLength * (0.4 + 0.8 * share) * (0.65 + 0.6 * random());
      return lashOf(eye.upper, eye.side, {
        share,
        length,
        fan: -0.25 + 1.35 * share ** 1.4 + 0.3 * (random() - 0.5),
        up: -1,
      });
    }).join(''),
  );
  const below = joined(eyes, (eye) =>
    Array.from({ length: 14 }, () => {
      const share = 0.04 + 0.6 * random();
      const length = lashLength * 0.3 * (0.6 + 0.8 * random());
      return lashOf(eye.lower, eye.side, { share, length, fan: 0.9 - 1.1 * share, up: 1 });
    }).join(''),
  );
  const lower = joined(eyes, (eye) =>
    smoothPath(
      ribbon(resampled(eye.lower, 16), (share) => 0.9 * (1 - share) ** 0.6 + 0.15),
      true,
    ),
  );
  return (
    path(above, { fill: lash, opacity: 0.85 }) +
    path(below, { fill: lash, opacity: 0.26 }) +
    path(lower, { fill: lash, opacity: 0.4 })
  );
}

interface Lash {
  /** Place along the lid, 0..1. */
  readonly share: number;
  readonly length: number;
  /** Radians by which it leans towards the temple. */
  readonly fan: number;
  readonly up: -1 | 1;
}

function lashOf(lid: readonly Point[], side: -1 | 1, { share, length, fan, up }: Lash): string {
  const [x, y] = curveAt(lid, share);
  const towards = (reach: number, lean: number): Point => [
    x + side * length * reach * Math.sin(lean),
    y + up * length * reach * Math.cos(lean),
  ];
  const spine = [[x, y] as Point, towards(0.55, fan + 0.35), towards(1, fan)];
  return smoothPath(
    ribbon(spine, (along) => 1.05 * (1 - along) + 0.1),
    true,
  );
}

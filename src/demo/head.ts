import { type Point, throughKnots } from './curve.ts';
import type { CharacterLook, FaceShape } from './look.ts';
import { type Bump, createRelief, type Relief } from './relief.ts';
import { smoothPath } from './svg.ts';

/**
 * Heights of the features, in pixels from the line of the eyes, as in an academic head: eyes half way between crown and chin,
 * brows, nose and chin at equal distances.
 */
export const CROWN_Y = -262;
export const HAIRLINE_Y = -172;
export const BROW_Y = -46;
export const NOSE_BASE_Y = 104;
export const MOUTH_Y = 160;
export const CHIN_Y = 257;
/** Half of the face's width at the cheekbones, and the eyes' distance from the middle: the face is five eyes wide. */
const CHEEK_HALF = 181;
export const EYE_X = 76;

/** Depth of the bare head between its edge and its front. */
const HEAD_DEPTH = 138;
/** How far the chin stands before the edge of the head: it moves with the face when the head turns. */
const CHIN_FORWARD = 70;
/** Height, below the eyes, of the joint about which the head tilts. */
const TILT_PIVOT_Y = 320;

/** A head in the picture: its surface, and where its points come to lie when it is turned and tilted. */
export interface Head extends Relief {
  /** Canvas position of a point of the face (origin between the eyes); `lift` raises it above the surface. */
  place(x: number, y: number, lift?: number): Point;
  /** The point of the face that is seen at a canvas position. */
  faceAt(canvasX: number, canvasY: number): Point;
}

export function createHead(look: CharacterLook): Head {
  const relief = createRelief({
    outline: headOutline(look.face),
    halfGridWidth: 200,
    body: (across, y) =>
      HEAD_DEPTH * (1 - across ** 2.7) ** 0.55 * Math.max(0, 1 - Math.abs((y + 2) / 260) ** 3.6) ** 0.55,
    bumps: bumpsOf(look.face),
  });
  const { x: left, y: top, yawDegrees, tiltDegrees } = look.pose;
  const [sinYaw, cosYaw] = sinCos(yawDegrees);
  const [sinTilt, cosTilt] = sinCos(tiltDegrees);
  const forwardAt = (x: number, y: number): number => relief.depthAt(x, y) + CHIN_FORWARD * rampTo(y / CHIN_Y);
  const place = (x: number, y: number, lift = 0): Point => {
    const turned = x * cosYaw + (forwardAt(x, y) + lift) * sinYaw;
    const below = y - TILT_PIVOT_Y;
    return [left + turned * cosTilt - below * sinTilt, top + TILT_PIVOT_Y + turned * sinTilt + below * cosTilt];
  };
  return {
    ...relief,
    place,
    faceAt(canvasX, canvasY) {
      const [dx, dy] = [canvasX - left, canvasY - top - TILT_PIVOT_Y];
      const turned = dx * cosTilt + dy * sinTilt;
      const y = dy * cosTilt - dx * sinTilt + TILT_PIVOT_Y;
      // for small turns the surface moves a point so little that four repetitions settle
      let x = turned / cosYaw;
      for (let round = 0; round < 4; round++) x = (turned - forwardAt(x, y) * sinYaw) / cosYaw;
      return [x, y];
    },
  };
}

/** 0 below a third, 1 from 1 on, smooth between. */
function rampTo(share: number): number {
  const t = Math.min(1, Math.max(0, (share - 0.33) / 0.67));
  return t * t * (3 - 2 * t);
}

/** A line on the right half of the face together with its mirror image, as a path. */
export function bothSides(head: Head, right: readonly Point[], closed = false): string {
  return ([-1, 1] as const)
    .map((side) =>
      smoothPath(
        right.map(([x, y]) => head.place(side * x, y)),
        closed,
      ),
    )
    .join('');
}

function sinCos(degrees: number): [number, number] {
  const radians = (degrees * Math.PI) / 180;
  return [Math.sin(radians), Math.cos(radians)];
}

/** The right half of the outline from crown to chin. */
export function headOutline({ jawHalf, chinHalf }: FaceShape): Point[] {
  return [
    [0, CROWN_Y],
    [72, CROWN_Y + 9],
    [132, CROWN_Y + 50],
    [166, CROWN_Y + 124],
    [CHEEK_HALF - 2, -58],
    [CHEEK_HALF, 2],
    [CHEEK_HALF - 6, 58],
    [0.42 * jawHalf + 0.58 * CHEEK_HALF + 4, 112],
    [jawHalf, MOUTH_Y + 4],
    [0.52 * jawHalf + 0.48 * chinHalf + 17, 207],
    [chinHalf + 17, CHIN_Y - 17],
    [0.56 * chinHalf, CHIN_Y - 4],
    [0, CHIN_Y],
  ];
}

/** Height of the nose's ridge over the face, by distance from the eye line. */
const NOSE_PROFILE: readonly Point[] = [
  [-52, 0],
  [-24, 6],
  [0, 9],
  [36, 24],
  [70, 35],
  [87, 40],
  [97, 37],
  [107, 23],
  [116, 7],
  [123, 0],
];

/** Everything that makes a face out of an egg. */
function bumpsOf(face: FaceShape): Bump[] {
  const both = (bump: Bump): Bump[] => [bump, { ...bump, x: -bump.x }];
  const wing = face.noseHalf - 8;
  const folds = [0, 0.33, 0.66, 1].flatMap((share) =>
    both({ x: 38 + 30 * share, y: 112 + 52 * share, width: 8, length: 12, height: -1.2 - 3 * face.age }),
  );
  return [
    ...noseRidge(face),
    ...both({ x: EYE_X, y: -12, width: 38, length: 21, height: -15 }),
    ...both({ x: 34, y: -4, width: 13, length: 19, height: -10 }),
    ...both({ x: EYE_X, y: 0, width: 26, length: 16, height: 11 }),
    ...both({ x: EYE_X - 6, y: BROW_Y - 4, width: 44, length: 13, height: 5 + face.browRidge }),
    ...both({ x: EYE_X, y: 30, width: 28, length: 7, height: -2 - 3 * face.age }),
    ...both({ x: 104, y: 58, width: 36, length: 25, height: 10 + face.cheekbone }),
    ...both({ x: 108, y: 132, width: 30, length: 36, height: -4 - face.cheekbone }),
    ...both({ x: 152, y: -70, width: 24, length: 40, height: -6 }),
    ...both({ x: wing, y: 92, width: 10, length: 10, height: 11 }),
    { x: 0, y: 85, width: 14, length: 12, height: 8 },
    { x: 0, y: 150, width: 50, length: 36, height: 13 },
    { x: 0, y: MOUTH_Y - 11, width: 30, length: 5, height: 3 },
    { x: 0, y: MOUTH_Y + 13, width: 32, length: 8, height: 6 },
    { x: 0, y: MOUTH_Y + 34, width: 30, length: 8, height: -8 },
    { x: 0, y: 130, width: 5, length: 11, height: -2.5 },
    ...both({ x: face.mouthHalf + 4, y: MOUTH_Y, width: 9, length: 9, height: -5 }),
    { x: 0, y: CHIN_Y - 30, width: 30 + 0.3 * face.chinHalf, length: 19, height: 10 },
    ...folds,
  ];
}

function noseRidge(face: FaceShape): Bump[] {
  const step = 6;
  const bumps: Bump[] = [];
  // hills that overlap by their own length add up to 2.5 times their height
  for (let y = -48; y <= 126; y += step) {
    const width = face.noseHalf * throughKnots(NOSE_WIDTHS, y);
    bumps.push({ x: 0, y, width, length: step, height: throughKnots(NOSE_PROFILE, y) / 2.507 });
  }
  return bumps;
}

/** Standard deviation of the ridge as a share of half the nose's width. */
const NOSE_WIDTHS: readonly Point[] = [
  [-48, 0.5],
  [10, 0.36],
  [50, 0.42],
  [92, 0.6],
  [126, 0.62],
];

import type { FacePoints, PicturePoint } from '../domain/picture/face-points.ts';
import { FACE_LANDMARK_COUNT } from '../domain/picture/perceived.ts';
import { CHIN, EYE_LEFT, EYE_RIGHT, LIP_LOWER_INNER, LIP_UPPER_INNER } from './landmarks.ts';

const MESH_POINTS = 468;
const NOSE_TIP = 4;
const EYES = [EYE_LEFT, EYE_RIGHT].map((eye) => [eye.cornerLeft, eye.cornerRight, eye.upperLid[3]!, eye.lowerLid[3]!]);
/** Which points of the mesh each placed point is the middle of: eyes, nose, mouth, chin. */
const PLACED: readonly (readonly number[])[] = [
  EYES[0]!,
  EYES[1]!,
  [NOSE_TIP],
  [LIP_UPPER_INNER, LIP_LOWER_INNER],
  [CHIN],
];

/** How the average face stands in the picture. Angles in radians; `aspect` stretches its height. */
interface Stand {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  readonly scale: number;
  readonly right: number;
  readonly down: number;
  readonly aspect: number;
}

const PARTS = ['yaw', 'pitch', 'roll', 'scale', 'right', 'down', 'aspect'] as const;
/** How strongly a face is held to look straight ahead, level, and not be stretched, against misplaced points in eye distances. */
const HELD = { yaw: 0.1, pitch: 0.25, aspect: 0.6 };
const ROUNDS = 25;
/** Radius of an iris in eye widths. */
const IRIS_RADIUS = 0.2;

/**
 * The landmarks of a face of which five points were placed by hand: the average face, fitted to them by Gauss and Newton over
 * its stand in the picture. Against the mesh a network finds on real portraits the mean vertex is 2 to 4 % of a face's width off.
 *
 * @param positions the canonical face, `468 x 3`: x to the right, y up, z towards the viewer
 * @returns `478 x 3` as in `PerceivedFace`
 */
export function landmarksFromPoints(
  positions: Float32Array,
  points: FacePoints,
  widthPixels: number,
  heightPixels: number,
): Float32Array {
  const inPixels = ({ x, y }: PicturePoint): readonly [number, number] => [x * widthPixels, y * heightPixels];
  const { eyeLeft, eyeRight, noseTip, mouth, chin } = points;
  const wanted = [eyeLeft, eyeRight, noseTip, mouth, chin].map(inPixels);
  return withIrises(standing(positions, fit(positions, wanted)));
}

/** The mesh in canvas pixels. */
function standing(positions: Float32Array, stand: Stand): Float32Array {
  const mesh = new Float32Array(MESH_POINTS * 3);
  const [cy, sy, cp, sp, cr, sr] = [stand.yaw, stand.pitch, stand.roll].flatMap((angle) => [
    Math.cos(angle),
    Math.sin(angle),
  ]) as [number, number, number, number, number, number];
  for (let at = 0; at < mesh.length; at += 3) {
    const x = positions[at]!;
    const y = -positions[at + 1]! * stand.aspect;
    const z = -positions[at + 2]!;
    const across = x * cy - z * sy;
    const away = x * sy + z * cy;
    const down = y * cp - away * sp;
    mesh[at] = stand.right + stand.scale * (across * cr - down * sr);
    mesh[at + 1] = stand.down + stand.scale * (across * sr + down * cr);
    mesh[at + 2] = stand.scale * (y * sp + away * cp);
  }
  return mesh;
}

function fit(positions: Float32Array, wanted: readonly (readonly [number, number])[]): Stand {
  const [left, right] = [wanted[0]!, wanted[1]!];
  const eyeDistance = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const start = standing(positions, { yaw: 0, pitch: 0, roll: 0, scale: 1, right: 0, down: 0, aspect: 1 });
  const scale = eyeDistance / (placeOf(start, PLACED[1]!)[0] - placeOf(start, PLACED[0]!)[0]);
  const roll = Math.atan2(right[1] - left[1], right[0] - left[0]);
  const middle = [0, 1].map((axis) => wanted.reduce((sum, point) => sum + point[axis]!, 0) / wanted.length);
  let stand: Stand = { yaw: 0, pitch: 0, roll, scale, right: middle[0]!, down: middle[1]!, aspect: 1 };
  const missesOf = (candidate: Stand): number[] => {
    const mesh = standing(positions, candidate);
    return [
      ...wanted.flatMap(([x, y], index) => {
        const [px, py] = placeOf(mesh, PLACED[index]!);
        return [(px - x) / eyeDistance, (py - y) / eyeDistance];
      }),
      HELD.yaw * candidate.yaw,
      HELD.pitch * candidate.pitch,
      HELD.aspect * (candidate.aspect - 1),
    ];
  };
  // a step that is felt in every part alike: radians, parts of the scale, pixels of an eye's distance
  const stepOf = (part: (typeof PARTS)[number]): number =>
    1e-4 * (part === 'scale' ? scale : part === 'right' || part === 'down' ? eyeDistance : 1);
  for (let round = 0; round < ROUNDS; round++) {
    const misses = missesOf(stand);
    const slopes = PARTS.map((part) => {
      const nudged = missesOf({ ...stand, [part]: stand[part] + stepOf(part) });
      return nudged.map((miss, index) => miss - misses[index]!);
    });
    const change = leastSquares(slopes, misses);
    stand = Object.fromEntries(
      PARTS.map((part, index) => [part, stand[part] - change[index]! * stepOf(part)]),
    ) as unknown as Stand;
  }
  return stand;
}

function placeOf(mesh: Float32Array, indices: readonly number[]): [number, number] {
  const mean = (axis: number): number =>
    indices.reduce((sum, index) => sum + mesh[index * 3 + axis]!, 0) / indices.length;
  return [mean(0), mean(1)];
}

/** The change that explains the misses best: normal equations, solved by elimination; slightly damped, so always solvable. */
function leastSquares(slopes: readonly (readonly number[])[], misses: readonly number[]): number[] {
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const rows = slopes.map((slope, row) => [
    ...slopes.map((other, column) => dot(slope, other) * (row === column ? 1 + 1e-6 : 1)),
    dot(slope, misses),
  ]);
  for (const [pivot, row] of rows.entries()) {
    for (const [index, other] of rows.entries()) {
      if (index === pivot) continue;
      const factor = other[pivot]! / row[pivot]!;
      for (let column = pivot; column < other.length; column++) other[column]! -= factor * row[column]!;
    }
  }
  return rows.map((row, index) => row.at(-1)! / row[index]!);
}

/** Adds what the canonical face lacks: irises in the middle of the eyes. */
function withIrises(mesh: Float32Array): Float32Array {
  const landmarks = new Float32Array(FACE_LANDMARK_COUNT * 3);
  landmarks.set(mesh);
  for (const eye of [EYE_LEFT, EYE_RIGHT]) {
    const points = [eye.cornerLeft, eye.cornerRight, eye.upperLid[3]!, eye.lowerLid[3]!];
    const [x, y] = placeOf(mesh, points);
    const depth = points.reduce((sum, index) => sum + mesh[index * 3 + 2]!, 0) / points.length;
    const [ax, ay] = [0, 1].map((axis) => mesh[eye.cornerRight * 3 + axis]! - mesh[eye.cornerLeft * 3 + axis]!) as [
      number,
      number,
    ];
    const [centre, ...rim] = eye.iris;
    const around = [
      [ax, ay],
      [ay, -ax],
      [-ax, -ay],
      [-ay, ax],
    ] as const;
    landmarks.set([x, y, depth], centre! * 3);
    rim.forEach((index, side) => {
      const [dx, dy] = around[side]!;
      landmarks.set([x + IRIS_RADIUS * dx, y + IRIS_RADIUS * dy, depth], index * 3);
    });
  }
  return landmarks;
}

import type { RandomSource } from '../domain/seeded-random.ts';
import type { Point } from './curve.ts';
import { CHIN_Y, type Head, MOUTH_Y, NOSE_BASE_Y } from './head.ts';
import type { BeardLook, CharacterLook } from './look.ts';
import { TonedStrokes } from './strands.ts';
import { path, smoothPath } from './svg.ts';

/** A short beard of single hairs from the sideburns around the mouth; nothing for those who have none. */
export function drawBeard(look: CharacterLook, head: Head, random: RandomSource): string {
  const { beard } = look;
  if (beard === undefined) return '';
  const strokes = new TonedStrokes();
  for (let attempt = 0; attempt < 9000; attempt++) {
    const x = 190 * (2 * random() - 1);
    const y = 10 + (CHIN_Y + 4) * random();
    if (random() > density(look, head, x, y)) continue;
    const lit = 0.5 + (0.5 * x * look.lightSide) / 180;
    strokes.add(
      hairAt(x, y, beard, head, random),
      (share) => 0.85 * (1 - 0.8 * share),
      0.1 + random() * 0.55 + 0.35 * lit,
    );
  }
  return strokes.draw(beard, 0.75);
}

const ramp = (value: number, from: number, to: number): number => {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** How thickly hair grows at a point of the face, 0..1. */
function density({ face }: CharacterLook, head: Head, x: number, y: number): number {
  const side = Math.abs(x);
  const inside = head.halfWidthAt(y) + 4 - side;
  if (inside < 0) return 0;
  const cheekLine = MOUTH_Y - 18 - 1.05 * Math.max(0, side - 74);
  const jaw = ramp(y, cheekLine - 12, cheekLine + 26) * ramp(side, 30, 62);
  const sideburn = ramp(side, 158, 172) * ramp(y, 0, 30);
  const chin = ramp(y, MOUTH_Y + 34, MOUTH_Y + 52);
  const patch = 0.8 * ramp(-side, -16, -6) * ramp(y, MOUTH_Y + 24, MOUTH_Y + 34);
  const moustache =
    ramp(y, NOSE_BASE_Y + 14, NOSE_BASE_Y + 24) *
    ramp(-y, -(MOUTH_Y - 3), -(MOUTH_Y - 10)) *
    ramp(-side, -face.mouthHalf - 16, -face.mouthHalf) *
    ramp(side, 2, 8);
  const lips = Math.hypot(x / (face.mouthHalf + 7), (y - MOUTH_Y - 5) / 21);
  const bare = ramp(lips, 0.94, 1.14);
  return Math.max(moustache * ramp(lips, 0.6, 0.9), bare * Math.max(jaw, sideburn, chin, patch));
}

function hairAt(x: number, y: number, beard: BeardLook, head: Head, random: RandomSource): Point[] {
  const side = Math.sign(x);
  const moustache = y < MOUTH_Y && Math.abs(x) < 60;
  // whiskers grow down and back, those of the moustache out to the corners, those of the chin together
  const out = moustache ? 0.9 : 0.12 - 0.3 * ramp(y, 210, 250);
  const angle = out * side + 0.55 * (random() - 0.5);
  const length = beard.length * (0.55 + 0.7 * random()) * (moustache ? 0.95 : 0.75 + 0.5 * ramp(y, 120, 250));
  const bend = 0.35 * (random() - 0.5);
  const at = (share: number): Point =>
    head.place(
      x + length * share * Math.sin(angle + bend * share),
      y + length * share * Math.cos(angle + bend * share),
      2,
    );
  return [at(0), at(0.5), at(1)];
}

/** Soft colour under the hairs. */
export function beardGround({ beard, face }: CharacterLook, head: Head): string {
  if (beard === undefined) return '';
  const { mouthHalf, jawHalf, chinHalf } = face;
  const outer: Point[] = [
    [176, 20],
    [168, 112],
    [jawHalf + 2, MOUTH_Y + 6],
    [chinHalf + 40, 222],
    [chinHalf, CHIN_Y + 2],
  ];
  const inner: Point[] = [
    [26, MOUTH_Y + 38],
    [mouthHalf + 14, MOUTH_Y + 20],
    [mouthHalf + 18, MOUTH_Y - 6],
    [112, MOUTH_Y - 24],
    [160, 92],
    [168, 20],
  ];
  const whiskers = [...outer, ...mirrored(outer), ...mirrored(inner), ...inner];
  const lip: Point[] = [
    [0, MOUTH_Y - 10],
    [mouthHalf, MOUTH_Y - 12],
    [20, NOSE_BASE_Y + 24],
  ];
  const shape = (points: readonly Point[]): string =>
    smoothPath(
      points.map(([x, y]) => head.place(x, y)),
      true,
    );
  return (
    path(shape(whiskers), { fill: beard.base, opacity: 0.6 }) +
    path(shape([...lip, ...mirrored(lip)]), { fill: beard.base, opacity: 0.4 })
  );
}

const mirrored = (points: readonly Point[]): Point[] => [...points].reverse().map(([x, y]) => [-x, y]);

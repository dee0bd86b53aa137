import type { RandomSource } from '../domain/seeded-random.ts';
import { toneOf } from './colour.ts';
import { curveAt, type Point, resampled, ribbon } from './curve.ts';
import { path, smoothPath } from './svg.ts';

/** A bundle of hair that moves as one: what a painter draws instead of single hairs. */
export interface Lock {
  /** From root to tip, on the canvas. */
  readonly spine: readonly Point[];
  readonly halfWidth: number;
  readonly strands: number;
  /** Brightness around 0.5 of the whole lock: what lies below is darker. */
  readonly tone: number;
  /** How much it mirrors the light, 0..1. */
  readonly shine: number;
  /** Share of the width left at the tip: 0 ends in a point. */
  readonly bluntness?: number;
}

export interface HairColours {
  readonly dark: string;
  readonly base: string;
  readonly light: string;
  /** What the lamp adds where hair mirrors it. */
  readonly shine: string;
}

export interface HairLight {
  readonly colours: HairColours;
  readonly lightSide: -1 | 1;
  readonly random: RandomSource;
}

const TONES = 7;

/** Strokes gathered by brightness: few SVG paths instead of thousands, light strokes over dark ones. */
export class TonedStrokes {
  readonly #byTone = Array.from({ length: TONES }, () => [] as string[]);

  /** A stroke along `spine`, `halfWidth(share)` to either side; `tone` 0 dark, 0.5 base, 1 light. */
  add(spine: readonly Point[], halfWidth: (share: number) => number, tone: number): void {
    const index = Math.floor(TONES * Math.min(0.999, Math.max(0, tone)));
    this.#byTone[index]!.push(smoothPath(ribbon(spine, halfWidth), true));
  }

  draw({ dark, base, light }: Pick<HairColours, 'dark' | 'base' | 'light'>, opacity: number): string {
    return this.#byTone
      .map((strokes, index) => [strokes.join(''), toneOf(dark, base, light, index / (TONES - 1))] as const)
      .map(([d, fill]) => (d === '' ? '' : path(d, { fill, opacity })))
      .join('');
  }
}

/** A lock as a dark body, strands lit across their bundle, and short strokes of light where it turns to the lamp. */
export function drawLock(lock: Lock, light: HairLight): string {
  const { colours } = light;
  const outline = smoothPath(
    ribbon(resampled(lock.spine, 14), (share) => profile(lock, share)),
    true,
  );
  const body = toneOf(colours.dark, colours.base, colours.light, lock.tone * 0.5);
  return path(outline, { fill: body, opacity: 0.92 }) + strandsOf(lock, light) + shineOf(lock, light);
}

/** Half width of a lock: it swells from the root and ends in a point. */
const profile = ({ halfWidth, bluntness = 0.02 }: Lock, share: number): number =>
  halfWidth * Math.min(1, 0.5 + 2.2 * share) * (1 - (1 - bluntness) * share ** 2.6);

/** Thin at the root, full in the middle, ending in nothing. */
const taper = (share: number): number => Math.min(1, 0.35 + 3 * share) * (1 - share ** 3) + 0.1;

function strandsOf(lock: Lock, { colours, lightSide, random }: HairLight): string {
  const strokes = new TonedStrokes();
  const [root, tip] = [lock.spine[0]!, lock.spine.at(-1)!];
  const downwards = tip[1] >= root[1] ? -1 : 1;
  for (let count = 0; count < lock.strands; count++) {
    const across = 2 * random() - 1;
    const drift = 0.4 * (random() - 0.5);
    const spine = strandAlong(lock, 0.08 * random(), 1 - 0.3 * random() ** 2, (share) => across + drift * share, 8);
    const half = 0.7 + 1.5 * random();
    // the side of the bundle that faces the light is brighter
    const facing = downwards * across * lightSide;
    strokes.add(spine, (share) => half * taper(share), lock.tone + 0.18 * facing + 0.3 * (random() - 0.5));
  }
  return strokes.draw(colours, 0.78);
}

/** Hair mirrors light where it runs across the light's direction. */
function shineOf(lock: Lock, { colours, lightSide, random }: HairLight): string {
  const faint: string[] = [];
  const bright: string[] = [];
  for (let count = 0; count < lock.strands * 1.6; count++) {
    const centre = 0.05 + 0.85 * random();
    const [a, b] = [curveAt(lock.spine, centre - 0.03), curveAt(lock.spine, centre + 0.03)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const along = ((b[0] - a[0]) * 0.55 * lightSide - (b[1] - a[1]) * 0.83) / length;
    const strength = lock.shine * (0.14 + 0.86 * (1 - along * along) ** 2) * (0.3 + 0.7 * random());
    if (strength < 0.14) continue;
    const reach = 0.04 + 0.08 * random();
    const across = 1.7 * (random() - 0.5);
    const spine = strandAlong(lock, centre - reach, centre + reach, () => across, 6);
    const half = 0.8 + 1.3 * random();
    const stroke = smoothPath(
      ribbon(spine, (share) => half * Math.sin(Math.PI * share) + 0.05),
      true,
    );
    (strength > 0.42 ? bright : faint).push(stroke);
  }
  return (
    path(faint.join(''), { fill: colours.light, opacity: 0.5 }) +
    path(bright.join(''), { fill: colours.shine, opacity: 0.6 })
  );
}

function strandAlong(lock: Lock, from: number, to: number, across: (share: number) => number, count: number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const share = Math.min(1, Math.max(0, from + ((to - from) * index) / (count - 1)));
    const [x, y] = curveAt(lock.spine, share);
    const [a, b] = [curveAt(lock.spine, share - 0.02), curveAt(lock.spine, share + 0.02)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const shift = profile(lock, share) * across(share);
    return [x - ((b[1] - a[1]) / length) * shift, y + ((b[0] - a[0]) / length) * shift];
  });
}

/** Single hairs that left their locks. */
export function drawFlyaways(spines: readonly (readonly Point[])[], { colours, random }: HairLight): string {
  const strokes = new TonedStrokes();
  for (const spine of spines) {
    strokes.add(resampled(spine, 8), (share) => 0.8 * taper(share), 0.5 + 0.45 * random());
  }
  return strokes.draw(colours, 0.5);
}

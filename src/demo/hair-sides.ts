import { type Point, throughKnots } from './curve.ts';
import type { Head } from './head.ts';
import { type HairLight, TonedStrokes } from './strands.ts';

/** Close hair over the temples down to the sideburns. */
export function drawSides(head: Head, light: HairLight): string {
  const { random, lightSide, colours } = light;
  const strokes = new TonedStrokes();
  for (let count = 0; count < 900; count++) {
    const side = random() < 0.5 ? -1 : 1;
    const y = -222 + 238 * random();
    const inner = throughKnots(TEMPLE, y);
    const outer = throughKnots(SIDE, y);
    const across = random() ** 0.8;
    const x = inner + (outer - inner) * across - 2;
    const length = 30 - 14 * ((y + 222) / 238) + 8 * random();
    const back = 0.25 + 0.3 * random() - 0.5 * across;
    const half = 0.7 + 0.9 * random();
    const spine: Point[] = [0, 0.5, 1].map((share): Point => [side * (x + length * back * share), y + length * share]);
    const tone = 0.22 + 0.3 * random() + (side === lightSide ? 0.2 : 0) + 0.1 * across;
    strokes.add(
      spine.map(([px, py]) => head.place(px, py, 4)),
      (share) => half * (1 - 0.8 * share),
      tone,
    );
  }
  return strokes.draw(colours, 0.85);
}

/** Where the hair of the temple begins, and where it ends: x by height. */
const TEMPLE: readonly Point[] = [
  [-222, 108],
  [-160, 132],
  [-100, 152],
  [-60, 165],
  [20, 174],
];
const SIDE: readonly Point[] = [
  [-222, 172],
  [-160, 192],
  [-100, 197],
  [-60, 194],
  [20, 182],
];

import type { RandomSource } from '../domain/seeded-random.ts';
import { mix } from './colour.ts';
import type { Point } from './curve.ts';
import type { DrawnHair } from './hair.ts';
import type { Head } from './head.ts';
import type { HairLook } from './look.ts';
import { type HairLight, TonedStrokes } from './strands.ts';
import { blur, path, smoothPath } from './svg.ts';

type CurlsLook = Extract<HairLook, { style: 'curls' }>;

/** The cloud of curls around the skull, face coordinates. */
const CLOUD = { y: -132, halfWidth: 232, halfHeight: 206 };

/** Lower edge of the hair over the forehead. */
const archY = (x: number): number => -164 + 124 * (Math.abs(x) / 165) ** 3.4;

/** Short coils in a round cloud. */
export function drawCurls(hair: CurlsLook, head: Head, light: HairLight): DrawnHair {
  const { random } = light;
  const edge = Array.from({ length: 60 }, (_, index): Point => {
    const angle = (index / 60) * 2 * Math.PI;
    const uneven = 0.95 + 0.03 * Math.sin(index * 2.4) + 0.03 * random();
    return head.place(
      CLOUD.halfWidth * uneven * Math.cos(angle),
      CLOUD.y + CLOUD.halfHeight * uneven * Math.sin(angle),
    );
  });
  const arch: Point[] = Array.from({ length: 17 }, (_, index) => {
    const x = -172 + index * 21.5;
    return head.place(x, archY(x) - 6 + 5 * Math.sin(index * 2.1), 8);
  });
  const over: Point[] = [
    [208, -60],
    [206, -150],
    [150, -290],
    [0, -330],
    [-150, -290],
    [-206, -150],
    [-208, -60],
  ];
  const front = smoothPath([...arch, ...over.map(([x, y]) => head.place(x, y))], true);
  const shadow = path(smoothPath(arch), {
    fill: 'none',
    stroke: '#1c0a06',
    'stroke-width': 34,
    opacity: 0.55,
    ...blur(12),
  });
  return {
    behind:
      path(smoothPath(edge, true), { fill: mix(hair.dark, '#000000', 0.3) }) + coils(head, light, 700, () => true),
    front: shadow + path(front, { fill: hair.dark, ...blur(2) }) + coils(head, light, 1500, (x, y) => y < archY(x) - 5),
  };
}

function coils(head: Head, light: HairLight, count: number, keep: (x: number, y: number) => boolean): string {
  const strokes = new TonedStrokes();
  for (let index = 0; index < count; index++) {
    const angle = light.random() * 2 * Math.PI;
    const reach = Math.sqrt(light.random()) * 1.02;
    const [u, v] = [reach * Math.cos(angle), reach * Math.sin(angle)];
    const [x, y] = [CLOUD.halfWidth * u, CLOUD.y + CLOUD.halfHeight * v];
    if (keep(x, y)) coil({ x, y, u, v }, head, light, strokes);
  }
  return strokes.draw(light.colours, 0.88);
}

interface CloudPlace {
  readonly x: number;
  readonly y: number;
  /** Place in the cloud, -1..1. */
  readonly u: number;
  readonly v: number;
}

/** One coil: a hook with a tail, as bright as the cloud is at its place, and its lit back. */
function coil({ x, y, u, v }: CloudPlace, head: Head, { random, lightSide }: HairLight, strokes: TonedStrokes): void {
  const depth = Math.sqrt(Math.max(0, 1 - u * u - v * v));
  const facing = 0.6 * u * lightSide - 0.55 * v + 0.4 * depth;
  const tone = 0.06 + 0.56 * Math.max(0, facing) + 0.26 * random();
  const along = hook(x, y, u, v, random);
  const spine = Array.from({ length: 8 }, (_, index) => head.place(...along(index / 7), 12));
  const half = 1.8 + 1.6 * random();
  strokes.add(spine, (share) => half * Math.sin(Math.PI * (0.12 + 0.8 * share)), tone);
  if (facing < 0.25 || random() < 0.5) return;
  const lit = Array.from({ length: 5 }, (_, index) => head.place(...along(0.2 + 0.09 * index), 13));
  strokes.add(lit, (share) => 0.9 * Math.sin(Math.PI * share), Math.min(1, tone + 0.3 + 0.2 * random()));
}

function hook(x: number, y: number, u: number, v: number, random: RandomSource): (share: number) => Point {
  const radius = 7 + 6 * random();
  const start = random() * 2 * Math.PI;
  const turn = random() < 0.5 ? 1 : -1;
  const stretch = 10 + 10 * random();
  return (share) => {
    const angle = start + turn * share * 4.6;
    const r = radius * (1 - 0.3 * share);
    return [x + r * Math.cos(angle) + stretch * share * u, y + r * 0.9 * Math.sin(angle) + stretch * share * v];
  };
}

import type { RandomSource } from '../domain/seeded-random.ts';
import type { Point } from './curve.ts';
import type { CharacterLook } from './look.ts';
import { ellipse } from './svg.ts';

/** Paints what is behind a figure, over the gradient of the backdrop. */
export type Scene = (look: CharacterLook, random: RandomSource) => string;

/** A glow that fades to nothing at its radius. */
export const glowAt = (x: number, y: number, radius: number, opacity: number): string =>
  ellipse(x, y, radius, radius, { fill: 'url(#glow)', opacity });

/** Points of light out of focus. */
export function bokeh(
  { backdrop }: CharacterLook,
  random: RandomSource,
  count: number,
  where: (u: number, v: number) => Point,
): string {
  const discs = Array.from({ length: count }, () => {
    const tint = Math.floor(random() * backdrop.lights.length);
    const radius = 12 + 44 * random() ** 2.2;
    const [x, y] = where(random(), random());
    return ellipse(x, y, radius, radius, { fill: `url(#bokeh${tint})`, opacity: 0.14 + 0.4 * random() ** 2 });
  });
  return discs.join('');
}

import type { RandomSource } from '../domain/seeded-random.ts';
import type { CharacterLook } from './look.ts';
import { DRAWING_HEIGHT, DRAWING_WIDTH, element, ellipse, group, linearGradient } from './svg.ts';

export function backdropDefinitions({ backdrop }: CharacterLook): string {
  return linearGradient(
    'backdrop',
    [0, 0],
    [0.2, 1],
    [
      { at: 0, colour: backdrop.top },
      { at: 1, colour: backdrop.bottom },
    ],
  );
}

/** A soft place out of focus: a gradient, one large glow, and lights as discs of bokeh. */
export function drawBackdrop({ backdrop, lightSide }: CharacterLook, random: RandomSource): string {
  const discs = Array.from({ length: 34 }, () => {
    const colour = backdrop.lights[Math.floor(random() * backdrop.lights.length)] ?? backdrop.glow;
    const radius = 14 + 46 * random() ** 2;
    const x = DRAWING_WIDTH * random();
    const y = DRAWING_HEIGHT * 0.86 * random();
    return ellipse(x, y, radius, radius, { fill: colour, opacity: 0.1 + 0.22 * random() });
  });
  return (
    element('rect', { width: DRAWING_WIDTH, height: DRAWING_HEIGHT, fill: 'url(#backdrop)' }) +
    ellipse(480 + lightSide * 250, 400, 380, 420, { fill: backdrop.glow, opacity: 0.5, filter: 'url(#soft90)' }) +
    group({ filter: 'url(#soft6)' }, ...discs)
  );
}

import type { RandomSource } from '../domain/seeded-random.ts';
import { drawCropped } from './hair-cropped.ts';
import { drawCurls } from './hair-curls.ts';
import { drawFringe } from './hair-fringe.ts';
import { drawParted } from './hair-parted.ts';
import { drawSwept } from './hair-swept.ts';
import type { Head } from './head.ts';
import type { CharacterLook } from './look.ts';

/** Hair in two parts: what lies behind head, neck and clothes, and what lies over them. */
export interface DrawnHair {
  readonly behind: string;
  readonly front: string;
}

/** Draws a hair style out of locks and several hundred single strands. */
export function drawHair(look: CharacterLook, head: Head, random: RandomSource): DrawnHair {
  const { hair, lightSide } = look;
  const light = { colours: hair, lightSide, random };
  switch (hair.style) {
    case 'parted':
      return drawParted(hair, head, light);
    case 'swept':
      return drawSwept(hair, head, light);
    case 'curls':
      return drawCurls(hair, head, light);
    case 'fringe':
      return drawFringe(hair, head, light);
    case 'cropped':
      return drawCropped(hair, head, light);
  }
}

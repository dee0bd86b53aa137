import type { RandomSource } from '../domain/seeded-random.ts';
import { beardGround, drawBeard } from './beard.ts';
import { drawBrows } from './brows.ts';
import { drawEyes } from './eyes.ts';
import { ageLines, drawFreckles, foreheadShadow } from './face.ts';
import { drawGlasses } from './glasses.ts';
import type { Head } from './head.ts';
import type { CharacterLook } from './look.ts';
import { drawMouth } from './mouth.ts';
import { drawNose } from './nose.ts';
import { blur, group, MULTIPLY } from './svg.ts';

/**
 * What a feature lays on the skin, from wide shadows to crisp lines. The layers of all features are blurred together: each
 * blur costs librsvg a pass over the whole picture (50 ms of processor time).
 */
export interface FeatureLayers {
  /** Wide soft shadows that darken the skin. */
  readonly shade?: string;
  /** Soft edges of a few pixels. */
  readonly soft?: string;
  /** Edges that are only not hard. */
  readonly fine?: string;
  readonly sharp?: string;
}

/** All features of the face, over its painted skin. */
export function drawFace(look: CharacterLook, head: Head, random: RandomSource): string {
  const features: FeatureLayers[] = [
    { shade: foreheadShadow(look, head) + beardGround(look, head) },
    { soft: ageLines(look, head) },
    drawNose(look, head),
    drawMouth(look, head, random),
    drawEyes(look, head, random),
    drawBrows(look, head, random),
    drawGlasses(look, head),
  ];
  const layer = (name: keyof FeatureLayers): string => features.map((feature) => feature[name] ?? '').join('');
  return [
    group({ 'clip-path': 'url(#face)', ...MULTIPLY }, group(blur(8), layer('shade'))),
    drawFreckles(look, head, random),
    group(blur(3), layer('soft')),
    drawBeard(look, head, random),
    group(blur(1), layer('fine')),
    layer('sharp'),
  ].join('');
}

import { seededRandom } from '../domain/seeded-random.ts';
import { backdropDefinitions, drawBackdrop, drawVignette } from './backdrop.ts';
import { clothesDefinitions, drawClothes } from './clothes.ts';
import { eyeDefinitions } from './eyes.ts';
import { bustPath, drawEars, facePath, neckShadow } from './face.ts';
import { drawFace } from './face-layers.ts';
import { drawForeground } from './foreground.ts';
import { drawHair } from './hair.ts';
import type { Head } from './head.ts';
import type { CharacterLook } from './look.ts';
import { mouthDefinitions } from './mouth.ts';
import { drawRaisedHand, handDefinitions } from './raised-hand.ts';
import {
  BLURS,
  blurFilter,
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  element,
  ellipse,
  FRAME,
  group,
  softDefinitions,
  softEllipse,
} from './svg.ts';

/** Painted skin as a picture that SVG can show. */
export interface SkinPicture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** `data:` address. */
  readonly address: string;
}

type SkinPart = 'face' | 'bust';

/**
 * A character as an SVG picture, larger than its frame (blurs fade at the edges of a canvas). The same look is always the same
 * text.
 */
export function drawCharacter(look: CharacterLook, head: Head, skin: Readonly<Record<SkinPart, SkinPicture>>): string {
  const random = seededRandom(look.seed);
  const hair = drawHair(look, head, random);
  const backdrop = drawBackdrop(look, random);
  const figure = [
    halo(look),
    hair.behind,
    drawEars(look, head),
    skinInside('bust', skin.bust),
    neckShadow(look, head),
    drawClothes(look, random),
    skinInside('face', skin.face),
    drawFace(look, head, random),
    hair.front,
    look.handRaised ? drawRaisedHand(look) : '',
  ];
  const layers = [backdrop, ...stepBack(look, figure), drawForeground(look, random), lampHaze(look), drawVignette()];
  const zoom = DRAWING_WIDTH / FRAME.width;
  const size = {
    width: zoom * DRAWING_WIDTH,
    height: zoom * DRAWING_HEIGHT,
    viewBox: `0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`,
  };
  const drawing = layers.join('');
  const content = definitions(look, head) + element('defs', {}, softDefinitions(drawing)) + drawing;
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, content);
}

/** The figure, smaller when it stands further away. */
function stepBack({ distance, pose }: CharacterLook, figure: readonly string[]): readonly string[] {
  if (distance === undefined) return figure;
  const { scale, eyesY } = distance;
  return [group({ transform: `translate(480 ${eyesY}) scale(${scale}) translate(-480 ${-pose.y})` }, ...figure)];
}

function definitions(look: CharacterLook, head: Head): string {
  const clip = (id: string, d: string): string => element('clipPath', { id }, element('path', { d }));
  return element(
    'defs',
    {},
    [
      ...BLURS.map((deviation) => blurFilter(`blur${deviation}`, deviation)),
      eyeDefinitions(look, head),
      mouthDefinitions(look, head),
      clothesDefinitions(look),
      backdropDefinitions(look),
      look.handRaised ? handDefinitions(look) : '',
      clip('face', facePath(look, head)),
      clip('bust', bustPath(look)),
    ].join(''),
  );
}

function skinInside(clip: SkinPart, { left, top, width, height, address }: SkinPicture): string {
  return group(
    { 'clip-path': `url(#${clip})` },
    element('image', { x: left, y: top, width, height, preserveAspectRatio: 'none', href: address }),
  );
}

/** A glow behind head and shoulders that parts the figure from its background. */
function halo({ backdrop, lightSide, pose }: CharacterLook): string {
  return softEllipse(pose.x + lightSide * 90, pose.y + 20, 420, 520, backdrop.glow, { opacity: 0.3 });
}

/** The lamp's light hangs in the air in front of the figure, too. */
function lampHaze({ lightSide }: CharacterLook): string {
  return ellipse(480 + lightSide * 420, 330, 420, 420, { fill: 'url(#glow)', opacity: 0.2 });
}

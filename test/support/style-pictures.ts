import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { lookOf } from '../../src/demo/characters.ts';
import type { CharacterLook } from '../../src/demo/look.ts';
import { renderLook } from '../../src/demo/render-character.ts';
import type { Canvas } from '../../src/domain/picture/canvas.ts';
import { ANIME, drawFrontFace, FLAT_ANIME, WIDE_EYED } from './drawings/front-face.ts';
import { drawHat, drawLongFringe } from './drawings/laid-over.ts';
import { drawCat, drawProfile, drawRobot } from './drawings/other-heads.ts';

/** Smaller than clips are, so that many can be drawn and judged. */
const SIZE = { width: 360, height: 480 } as const;

const ofSvg = (svg: string) => (): Promise<Canvas> => canvasOf(sharp(Buffer.from(svg)));

/** A picture that the build painted. */
const demo = (id: string) => sharp(readFileSync(new URL(`../../dist/demo/pictures/${id}.webp`, import.meta.url)));

const ofLook = (look: CharacterLook) => async (): Promise<Canvas> => canvasOf(sharp(await renderLook(look)));

/** A demo picture with something laid over it that was drawn for 720 x 960. */
const under = (id: string, svg: string) => async (): Promise<Canvas> => {
  const portrait = await demo(id).resize(720, 960).png().toBuffer();
  const whole = await sharp(portrait)
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer();
  return canvasOf(sharp(whole));
};

async function canvasOf(picture: Sharp): Promise<Canvas> {
  const rgba = await picture.resize(SIZE.width, SIZE.height).ensureAlpha().raw().toBuffer();
  return { widthPixels: SIZE.width, heightPixels: SIZE.height, rgba: new Uint8Array(rgba) };
}

const [mira, amara, haru, sylvie] = (['mira', 'amara', 'haru', 'sylvie'] as const).map(lookOf);

/** One picture of everything that faces in pictures are apt to be. Drawn when called. */
export const STYLE_PICTURES = {
  'anime eyes with thick lashes': ofSvg(drawFrontFace(ANIME)),
  'flat anime eyes': ofSvg(drawFrontFace(FLAT_ANIME)),
  'cartoon eyes opened wide': ofSvg(drawFrontFace(WIDE_EYED)),
  glasses: () => canvasOf(demo('sylvie-library')),
  'a fringe over the eyes': under('mira', drawLongFringe('#4a2c26')),
  'a hat': under('haru', drawHat()),
  'a beard': () => canvasOf(demo('tomas')),
  'a true profile': ofSvg(drawProfile()),
  'a head tilted by 20 degrees': ofLook({ ...amara!, pose: { ...amara!.pose, tiltDegrees: 20 } }),
  'a head turned by 34 degrees': ofLook({ ...haru!, pose: { ...haru!.pose, yawDegrees: -34 } }),
  'a small face in a full-body picture': ofLook({ ...sylvie!, distance: { scale: 0.34, eyesY: 380 } }),
  'hair down to the chest': ofLook({ ...mira!, hair: { ...mira!.hair, tipY: 760 } as CharacterLook['hair'] }),
  'a dark scene': () => canvasOf(demo('finn-stars').linear(0.34, 0)),
  'a bright scene': () => canvasOf(demo('amara-morning').linear(0.62, 108)),
  'an animal': ofSvg(drawCat()),
  'a robot': ofSvg(drawRobot()),
} as const;

export type StylePicture = keyof typeof STYLE_PICTURES;

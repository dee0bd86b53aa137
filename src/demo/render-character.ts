import sharp from 'sharp';
import { createBust } from './bust.ts';
import { type DemoCharacterId, lookOf } from './characters.ts';
import { drawCharacter, type SkinPicture } from './draw-character.ts';
import { createHead } from './head.ts';
import type { CharacterLook } from './look.ts';
import { type PaintedSkin, paintBustSkin, paintFaceSkin } from './skin.ts';
import { DRAWING_HEIGHT, DRAWING_WIDTH, FRAME } from './svg.ts';

/** Deviation of the film grain laid over a drawing, in grey levels: flat gradients look printed without it. */
const GRAIN_LEVELS = 2.5;

/** A demo character as a PNG of 960 x 1280 pixels, about 2.7 MB; the same bytes every time on one machine. 1.8 s of processor time. */
export function renderCharacter(id: DemoCharacterId): Promise<Buffer> {
  return renderLook(lookOf(id));
}

/** A look as a PNG of 960 x 1280 pixels. */
export async function renderLook(look: CharacterLook): Promise<Buffer> {
  const drawing = sharp(Buffer.from(await drawingOf(look)), { unlimited: true });
  const zoom = DRAWING_WIDTH / FRAME.width;
  const frame = {
    left: Math.round(zoom * FRAME.left),
    top: Math.round(zoom * FRAME.top),
    width: DRAWING_WIDTH,
    height: DRAWING_HEIGHT,
  };
  const { data, info } = await drawing.extract(frame).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  addGrain(data);
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

async function drawingOf(look: CharacterLook): Promise<string> {
  const head = createHead(look);
  const skin = { face: paintFaceSkin(look, head), bust: paintBustSkin(look, createBust(look)) };
  return drawCharacter(look, head, { face: await pictureOf(skin.face), bust: await pictureOf(skin.bust) });
}

async function pictureOf({ rgba, columns, rows, ...place }: PaintedSkin): Promise<SkinPicture> {
  const png = await sharp(rgba, { raw: { width: columns, height: rows, channels: 4 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { ...place, address: `data:image/png;base64,${png.toString('base64')}` };
}

/** Monochrome noise from a small generator of its own: a sum of three even numbers is nearly a bell of deviation 1/2. */
function addGrain(rgb: Buffer): void {
  let state = 1;
  const even = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296 - 0.5;
  };
  for (let at = 0; at < rgb.length; at += 3) {
    const grain = 2 * GRAIN_LEVELS * (even() + even() + even());
    for (let channel = 0; channel < 3; channel++) {
      rgb[at + channel] = Math.min(255, Math.max(0, Math.round(rgb[at + channel]! + grain)));
    }
  }
}

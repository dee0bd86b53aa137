import sharp from 'sharp';
import { type DemoCharacterId, lookOf } from './characters.ts';
import { drawCharacter } from './draw-character.ts';

/** Deviation of the film grain laid over a drawing, in grey levels: flat gradients look printed without it. */
const GRAIN_LEVELS = 5;

/** A demo character as a PNG of 960 x 1280 pixels; the same bytes every time on one machine. About 0.8 s. */
export async function renderCharacter(id: DemoCharacterId): Promise<Buffer> {
  const drawing = sharp(Buffer.from(drawCharacter(lookOf(id))));
  const { data, info } = await drawing.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  addGrain(data);
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/** Monochrome noise from a small generator of its own: sums of three even numbers are nearly a bell. */
function addGrain(rgb: Buffer): void {
  let state = 1;
  const even = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296 - 0.5;
  };
  for (let at = 0; at < rgb.length; at += 3) {
    const grain = 2 * GRAIN_LEVELS * (even() + even() + even());
    for (let channel = 0; channel < 3; channel++) {
      rgb[at + channel] = Math.min(255, Math.max(0, Math.round(rgb[at + channel]! + 0.5 * grain)));
    }
  }
}

import sharp from 'sharp';
import type { DecodedFrame } from './decode-clip.ts';

const COLUMNS = 5;
const TILES = 15;
const TILE_WIDTH = 240;

/** Writes fifteen frames of a clip, evenly spread and marked with their time, as one PNG to look at. */
export async function writeContactSheet(
  frames: readonly DecodedFrame[],
  framesPerSecond: number,
  path: string,
): Promise<void> {
  const { widthPixels, heightPixels } = frames[0]!;
  const tileHeight = Math.round((TILE_WIDTH * heightPixels) / widthPixels);
  const tiles = await Promise.all(
    Array.from({ length: TILES }, async (_, tile) => {
      const index = Math.round((tile * (frames.length - 1)) / (TILES - 1));
      const raw = { width: widthPixels, height: heightPixels, channels: 3 as const };
      const input = await sharp(frames[index]!.rgb, { raw }).resize(TILE_WIDTH, tileHeight).png().toBuffer();
      const [left, top] = [(tile % COLUMNS) * TILE_WIDTH, Math.floor(tile / COLUMNS) * tileHeight];
      const label = `<svg width="58" height="18"><rect width="58" height="18" fill="#000a"/><text x="4" y="13" font-size="12" fill="#fff">${(index / framesPerSecond).toFixed(2)} s</text></svg>`;
      return [
        { input, left, top },
        { input: Buffer.from(label), left, top },
      ];
    }),
  );
  await sharp({
    create: { width: TILE_WIDTH * COLUMNS, height: (tileHeight * TILES) / COLUMNS, channels: 3, background: '#222' },
  })
    .composite(tiles.flat())
    .png()
    .toFile(path);
}

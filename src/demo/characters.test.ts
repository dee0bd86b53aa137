import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { demoPicture, demoPictures } from '../../test/support/pictures.ts';
import { DEMO_CHARACTERS } from './characters.ts';
import { renderCharacter } from './render-character.ts';

describe('the demo characters', () => {
  it('are at least three, each with an own name and a line to be introduced with', () => {
    expect(DEMO_CHARACTERS.length).toBeGreaterThanOrEqual(3);
    expect(new Set(DEMO_CHARACTERS.map(({ name }) => name)).size).toBe(DEMO_CHARACTERS.length);
    for (const { name, description } of DEMO_CHARACTERS) {
      expect(name).toMatch(/^\p{Lu}/u);
      expect(description).toMatch(/\.$/);
    }
  });

  it('are pictures of 960 x 1280 that look different from each other', async () => {
    const pictures = (await demoPictures()).map(({ path }) => readFileSync(path));
    for (const png of pictures) {
      const { format, width, height, hasAlpha } = await sharp(png).metadata();
      expect({ format, width, height, hasAlpha }).toEqual({ format: 'png', width: 960, height: 1280, hasAlpha: false });
    }
    expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(DEMO_CHARACTERS.length);
  });

  it('come out byte for byte the same every time', async () => {
    const { path } = await demoPicture('mira');
    expect(Buffer.compare(await renderCharacter('mira'), readFileSync(path))).toBe(0);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { openDiskStorage } from '../storage/disk-storage.ts';
import { createSmallCopies } from './small-copies.ts';

it('a small copy is made once, keeps the shape, and never enlarges', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reverie-small-'));
  const storage = await openDiskStorage({ folder });
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#a63' } })
      .png()
      .toBuffer();
  await storage.put('pictures/a.png', { bytes: await picture(720, 960) }, 'image/png');
  await storage.put('pictures/b.png', { bytes: await picture(200, 200) }, 'image/png');
  await storage.put('pictures/c.png', { bytes: new Uint8Array([1, 2, 3]) }, 'image/png');
  const copies = createSmallCopies({ storage });
  const [one, same] = await Promise.all([copies.of('pictures/a.png'), copies.of('pictures/a.png')]);
  expect(one).toBe(same);
  expect(one).toMatchObject({ key: 'pictures/a.png.small.webp', contentType: 'image/webp' });
  const sizeOf = async (key: string) => {
    const bytes = await new Response(await storage.open(key)).arrayBuffer();
    const { width, height, format } = await sharp(Buffer.from(bytes)).metadata();
    return { width, height, format };
  };
  expect(await sizeOf('pictures/a.png.small.webp')).toEqual({ width: 320, height: 427, format: 'webp' });
  await copies.of('pictures/b.png');
  expect(await sizeOf('pictures/b.png.small.webp')).toEqual({ width: 200, height: 200, format: 'webp' });
  expect(await copies.of('pictures/c.png')).toMatchObject({ key: 'pictures/c.png' });
  expect(await copies.of('pictures/gone.png')).toBeUndefined();
  await rm(folder, { recursive: true });
});

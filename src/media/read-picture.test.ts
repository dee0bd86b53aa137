import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PictureRefusalReason } from '../app/ports/picture-reader.ts';
import { createPictureReader } from './read-picture.ts';

const reader = createPictureReader();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-picture-'));
});
afterAll(() => rm(folder, { recursive: true }));

const plain = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 100, b: 50, alpha: 0 } } });

/** A chunk of a PNG; its checksum is left zero, nothing reads that far. */
function pngChunk(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)]);
}

/** A PNG that only claims its size. */
function lyingPng(width: number, height: number, ...extra: Buffer[]): Buffer {
  const size = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, pngChunk('IHDR', size), ...extra, pngChunk('IDAT', deflateSync(Buffer.alloc(10)))]);
}

describe('a picture that can be animated', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('is read from %s and fitted to 720p', async (format) => {
    const bytes = await plain(900, 1200).toFormat(format).toBuffer();
    const picture = await reader.read({ bytes });
    expect(picture).toMatchObject({ ok: true, sourceWidthPixels: 900, sourceHeightPixels: 1200 });
    if (!picture.ok) return;
    expect([picture.canvas.widthPixels, picture.canvas.heightPixels]).toEqual([720, 960]);
    expect(Math.abs(picture.canvas.rgba[0]! - 200)).toBeLessThan(4);
    expect(picture.canvas.rgba[3]).toBe(255);
  });

  it('stands upright when its camera was held sideways', async () => {
    const bytes = await plain(1000, 800).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await reader.read({ bytes })).toMatchObject({ sourceWidthPixels: 800, sourceHeightPixels: 1000 });
  });

  it('stands before a light neutral grey where it is transparent', async () => {
    const picture = await reader.read({ bytes: await plain(300, 300, 4).png().toBuffer() });
    expect(picture.ok && Array.from(picture.canvas.rgba.subarray(0, 4))).toEqual([190, 190, 194, 255]);
  });

  it('loses its sides when it is wider than 21:9', async () => {
    const picture = await reader.read({ bytes: await plain(2000, 400).png().toBuffer() });
    expect(picture.ok && [picture.canvas.widthPixels, picture.canvas.heightPixels]).toEqual([1680, 720]);
  });

  it('keeps its colours when it is grey, 16 bits deep or CMYK', async () => {
    const grey = await plain(200, 200).greyscale().toColourspace('b-w').png().toBuffer();
    const deep = await plain(200, 200).toColourspace('rgb16').png().toBuffer();
    const print = await plain(200, 200).toColourspace('cmyk').jpeg().toBuffer();
    for (const bytes of [grey, deep, print]) {
      const picture = await reader.read({ bytes });
      expect(picture.ok && picture.canvas.rgba.length).toBe(720 * 720 * 4);
    }
    const picture = await reader.read({ bytes: deep });
    expect(picture.ok && Math.abs(picture.canvas.rgba[0]! - 200)).toBeLessThan(3);
  });
});

describe('a file that cannot be animated is refused with its reason', () => {
  const cases: readonly (readonly [what: string, reason: PictureRefusalReason, bytes: () => Promise<Buffer> | Buffer])[] = [
    ['text', 'not-a-picture', () => Buffer.from('hello, I am not a picture')],
    ['an empty file', 'not-a-picture', () => Buffer.alloc(0)],
    ['HTML that calls itself .jpg', 'not-a-picture', () => Buffer.from('<html><body>jpg</body></html>')],
    [
      'an SVG',
      'vector-drawing',
      () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'),
    ],
    ['a GIF', 'animated', () => plain(300, 300).gif().toBuffer()],
    ['a TIFF', 'format-not-supported', () => plain(300, 300).tiff().toBuffer()],
    ['a BMP', 'format-not-supported', () => Buffer.from('BM rest')],
    ['a PDF', 'format-not-supported', () => Buffer.from('%PDF-1.7')],
    ['an animated PNG', 'animated', () => lyingPng(300, 300, pngChunk('acTL', Buffer.alloc(8)))],
    [
      'an animated WebP',
      'animated',
      () =>
        sharp(Buffer.from(Uint8Array.from({ length: 200 * 400 * 3 }, (_, i) => i % 251)), {
          raw: { width: 200, height: 400, channels: 3, pageHeight: 200 },
        })
          .webp()
          .toBuffer(),
    ],
    ['more than 20 MB', 'too-many-bytes', () => Buffer.alloc(21 * 1024 * 1024)],
    ['a header that claims 100000 x 100000 pixels', 'too-many-pixels', () => lyingPng(100_000, 100_000)],
    ['a thumbnail', 'too-small', () => plain(96, 200).png().toBuffer()],
    [
      'a JPEG that ends in the middle',
      'broken',
      async () =>
        (
          await sharp(Buffer.from(Uint8Array.from({ length: 600 * 600 * 3 }, (_, i) => (i * i) % 253)), {
            raw: { width: 600, height: 600, channels: 3 },
          })
            .jpeg()
            .toBuffer()
        ).subarray(0, 9000),
    ],
    ['a PNG with nothing inside', 'broken', () => lyingPng(300, 300)],
  ];

  it.each(cases)('%s: %s', async (_, reason, bytes) => {
    const answer = await reader.read({ bytes: await bytes() });
    expect(answer).toMatchObject({ ok: false, reason });
    expect(!answer.ok && answer.sentence).toMatch(/: .+\.$/);
  });

  it('a path that leads nowhere, and a folder', async () => {
    expect(await reader.read({ path: join(folder, 'no.png') })).toMatchObject({ reason: 'missing' });
    expect(await reader.read({ path: folder })).toMatchObject({ reason: 'not-readable' });
  });

  it.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const path = join(folder, 'secret.png');
    await writeFile(path, await plain(300, 300).png().toBuffer());
    await chmod(path, 0);
    expect(await reader.read({ path })).toMatchObject({ reason: 'not-readable' });
  });
});

it('stops reading when nobody wants the picture any more', async () => {
  const stop = new AbortController();
  const reading = reader.read({ bytes: await plain(2000, 2000).png().toBuffer() }, { signal: stop.signal });
  stop.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
});

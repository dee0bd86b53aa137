/**
 * Runs as a child process: decodes one untrusted picture from standard input and answers on standard output with four bytes
 * of length, a JSON head, and the pixels. Whatever the bytes do to the decoder, they do it to this process only.
 */
import { writeSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import type { UnreadableReason } from '../app/ports/picture-reader.ts';
import { type CanvasFit, fitCanvas } from '../domain/clip/canvas-fit.ts';
import { DECODE_LIMIT_MILLISECONDS, LARGEST_PICTURE_PIXELS, SMALLEST_SIDE_PIXELS } from './picture-limits.ts';

export type DecodeHead =
  | { readonly ok: false; readonly reason: UnreadableReason }
  | {
      readonly ok: true;
      readonly widthPixels: number;
      readonly heightPixels: number;
      readonly sourceWidthPixels: number;
      readonly sourceHeightPixels: number;
    };

/** `canvas`: at the clip's own size and ratio; `whole`: all of it, scaled down when it is larger than engines take. */
export type DecodedSize = 'canvas' | 'whole';

/** Longest side that is kept: no engine takes more than this much of a picture (contracts of hosted engines). */
const LONGEST_KEPT_SIDE_PIXELS = 2048;

/** Cut-outs stand before a light neutral grey: it is kind to dark and bright figures alike, and the matte finds its edge. */
const BEHIND_TRANSPARENCY = { r: 190, g: 190, b: 194 };
/** Enlarged pictures get this much crispness back. */
const ENLARGED_FROM = 1.25;
const CRISPER = { sigma: 0.9, m1: 0.4, m2: 1.4 };

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});

const size = process.argv[2] as DecodedSize;
const chunks: Buffer[] = [];
process.stdin.on('data', (chunk: Buffer) => chunks.push(chunk));
process.stdin.on('end', async () => {
  const { head, pixels } = await decode(Buffer.concat(chunks));
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  writeAll(Buffer.concat([length, json, pixels]));
});

interface Decoded {
  readonly head: DecodeHead;
  readonly pixels: Buffer;
}

const refused = (reason: UnreadableReason): Decoded => ({ head: { ok: false, reason }, pixels: Buffer.alloc(0) });

async function decode(bytes: Buffer): Promise<Decoded> {
  try {
    const { width, height } = await uprightSize(bytes);
    if (width * height > LARGEST_PICTURE_PIXELS) return refused('too-many-pixels');
    if (Math.min(width, height) < SMALLEST_SIDE_PIXELS) return refused('too-small');
    const fit = size === 'whole' ? fitWhole(width, height) : fitCanvas(width, height);
    const pixels = await draw(bytes, fit);
    const { widthPixels, heightPixels } = fit;
    return {
      head: { ok: true, widthPixels, heightPixels, sourceWidthPixels: width, sourceHeightPixels: height },
      pixels,
    };
  } catch (error) {
    const tooLarge = error instanceof Error && error.message.includes('exceeds pixel limit');
    return refused(tooLarge ? 'too-many-pixels' : 'broken');
  }
}

function fitWhole(width: number, height: number): CanvasFit {
  const scale = Math.min(1, LONGEST_KEPT_SIDE_PIXELS / Math.max(width, height));
  return {
    ...{ cropLeftPixels: 0, cropTopPixels: 0, cropWidthPixels: width, cropHeightPixels: height },
    widthPixels: Math.max(1, Math.round(width * scale)),
    heightPixels: Math.max(1, Math.round(height * scale)),
  };
}

async function uprightSize(bytes: Buffer): Promise<{ readonly width: number; readonly height: number }> {
  const { autoOrient } = await open(bytes, false).metadata();
  return autoOrient;
}

function open(bytes: Buffer, limited = true): Sharp {
  return sharp(bytes, {
    limitInputPixels: limited ? LARGEST_PICTURE_PIXELS : false,
    pages: 1,
    failOn: 'error',
  });
}

async function draw(bytes: Buffer, fit: CanvasFit): Promise<Buffer> {
  const crop = {
    left: fit.cropLeftPixels,
    top: fit.cropTopPixels,
    width: fit.cropWidthPixels,
    height: fit.cropHeightPixels,
  };
  const resized = open(bytes)
    .timeout({ seconds: DECODE_LIMIT_MILLISECONDS / 1000 })
    .autoOrient()
    .extract(crop)
    .flatten({ background: BEHIND_TRANSPARENCY })
    .toColourspace('srgb')
    .resize(fit.widthPixels, fit.heightPixels, { fit: 'fill', kernel: 'lanczos3' });
  const crisp = fit.widthPixels / crop.width > ENLARGED_FROM ? resized.sharpen(CRISPER) : resized;
  return crisp.ensureAlpha().raw({ depth: 'uchar' }).toBuffer();
}

/** Standard output may be a pipe that takes only a part at a time. */
function writeAll(bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

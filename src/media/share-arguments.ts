import type { ShareFormat } from '../domain/share/share-formats.ts';
import { BT709, QUIET } from './encode-arguments.ts';

type Copy = Exclude<ShareFormat, 'mp4'>;

/** Smaller and smaller, for formats with a limit: the first that fits is taken. */
const SIZES: Readonly<Record<Copy, readonly { readonly widthPixels: number; readonly framesPerSecond: number }[]>> = {
  compat: [{ widthPixels: 0, framesPerSecond: 24 }],
  webp: [{ widthPixels: 480, framesPerSecond: 24 }],
  gif: [
    { widthPixels: 480, framesPerSecond: 15 },
    { widthPixels: 400, framesPerSecond: 12 },
    { widthPixels: 320, framesPerSecond: 10 },
    { widthPixels: 240, framesPerSecond: 8 },
  ],
};

/** How many tries there are for a format. */
export const triesOf = (format: Copy): number => SIZES[format].length;

/** The ffmpeg arguments that make a copy of a master for sharing. Says what to run; runs nothing. */
export function shareArguments(format: Copy, attempt: number, inputPath: string, outputPath: string): string[] {
  const { widthPixels, framesPerSecond } = SIZES[format][attempt] ?? { widthPixels: 240, framesPerSecond: 8 };
  const small = `fps=${framesPerSecond},scale=${widthPixels}:-2:flags=lanczos`;
  return [...QUIET, '-f', 'mov', '-i', inputPath, ...ENCODERS[format](small), outputPath];
}

const ENCODERS: Readonly<Record<Copy, (small: string) => string[]>> = {
  // no B-frames, Main profile: what the oldest decoders play
  compat: () => [
    // a voice is taken over as it is: AAC is what the oldest play, too
    ...['-map', '0:v:0', '-map', '0:a:0?', '-c:a', 'copy', '-flags:a', '+bitexact', '-map_metadata', '-1'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20'],
    ...['-profile:v', 'main', '-bf', '0', '-pix_fmt', 'yuv420p', '-g', '48', '-flags:v', '+cgop', ...BT709],
    ...['-movflags', '+faststart', '-use_editlist', '0', '-f', 'mp4'],
  ],
  webp: (small) => [
    ...['-map', '0:v:0', '-an', '-vf', small, '-c:v', 'libwebp_anim', '-quality', '70', '-compression_level', '4'],
    ...['-loop', '0', '-f', 'webp'],
  ],
  // a palette made for what moves, and only what changes drawn anew
  gif: (small) => [
    '-filter_complex',
    `[0:v:0]${small},split[seen][counted];[counted]palettegen=stats_mode=diff[palette];[seen][palette]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle`,
    ...['-loop', '0', '-f', 'gif'],
  ],
};

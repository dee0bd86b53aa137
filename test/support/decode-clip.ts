import { spawn, spawnSync } from 'node:child_process';

/** Whether a system ffmpeg is there to decode with; the judge is skipped without it. */
export const ffmpegIsThere = spawnSync('ffmpeg', ['-version']).status === 0;

/** One decoded frame at half of the clip's size. */
export interface DecodedFrame {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** `height x width x 3`. */
  readonly rgb: Uint8Array;
}

/** Decodes a clip to half of its size, frame after frame. */
export async function decodeHalfSize(path: string, widthPixels: number, heightPixels: number): Promise<DecodedFrame[]> {
  const [width, height] = [Math.floor(widthPixels / 2), Math.floor(heightPixels / 2)];
  const scale = `scale=${width}:${height}:flags=area`;
  const output = ['-vf', scale, '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'];
  const ffmpeg = spawn('ffmpeg', ['-v', 'error', '-i', path, ...output], { stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  for await (const part of ffmpeg.stdout) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const size = width * height * 3;
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => ({
    widthPixels: width,
    heightPixels: height,
    rgb: bytes.subarray(index * size, (index + 1) * size),
  }));
}

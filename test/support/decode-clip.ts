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
  const frames = await decode(path, `scale=${width}:${height}:flags=area`, 'rgb24', width * height * 3);
  return frames.map((rgb) => ({ widthPixels: width, heightPixels: height, rgb }));
}

/** A part of a clip in full size, brightness only, 0..255: the first frame, then every eighth. */
export function decodePart(path: string, { left, top, width, height }: ClipPart): Promise<Uint8Array[]> {
  const filter = `select='not(mod(n,8))',crop=${width}:${height}:${left}:${top}:exact=1`;
  return decode(path, filter, 'gray', width * height);
}

export interface ClipPart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

async function decode(path: string, filter: string, pixels: string, frameBytes: number): Promise<Buffer[]> {
  const output = ['-vf', filter, '-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', pixels, 'pipe:1'];
  const ffmpeg = spawn('ffmpeg', ['-v', 'error', '-i', path, ...output], { stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  for await (const part of ffmpeg.stdout) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  return Array.from({ length: Math.floor(bytes.length / frameBytes) }, (_, index) =>
    bytes.subarray(index * frameBytes, (index + 1) * frameBytes),
  );
}

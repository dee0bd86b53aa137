import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { encodeArguments } from './encode-arguments.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { NO_FRAMES, runEncoder } from './run-encoder.ts';

const PROBE_LIMIT_MILLISECONDS = 10_000;

/**
 * The ffmpeg of the system as a runner, when `command` starts and can encode H.264 with x264; otherwise `undefined`.
 *
 * @param command a path, or a name that is looked up in PATH
 */
export async function findNativeFfmpeg(command: string): Promise<FfmpegRunner | undefined> {
  const ask = async (...parameters: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(command, ['-hide_banner', ...parameters], {
      timeout: PROBE_LIMIT_MILLISECONDS,
      maxBuffer: 4 * 1024 * 1024,
    });
    return stdout;
  };
  try {
    if (!/\blibx264\b/.test(await ask('-encoders'))) return undefined;
    const version = /^ffmpeg version (\S+)/m.exec(await ask('-version'))?.[1] ?? 'of unknown version';
    return {
      kind: 'native',
      description: `ffmpeg ${version} (${command})`,
      encode: (settings, frames, outputPath, signal) =>
        runEncoder(command, encodeArguments({ ...settings, encoder: 'native' }, 'pipe:0', outputPath), frames, signal),
      convert: ({ inputPath, outputPath }, parametersOf, signal) =>
        runEncoder(command, parametersOf(inputPath, outputPath), NO_FRAMES, signal),
    };
  } catch {
    return undefined;
  }
}

import { fileURLToPath } from 'node:url';
import { encodeArguments } from './encode-arguments.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { runEncoder } from './run-encoder.ts';
import { WASM_INPUT_PATH, WASM_OUTPUT_PATH } from './wasm-paths.ts';

const PROCESS = fileURLToPath(new URL('../../dist/media/wasm-ffmpeg-process.js', import.meta.url));

/** FFmpeg compiled to WebAssembly, from npm, in a Node process of its own: always there, about four times slower. */
export function createWasmFfmpeg(): FfmpegRunner {
  return {
    kind: 'wasm',
    description: 'FFmpeg 5.1 as WebAssembly (@ffmpeg/core)',
    encode: (settings, frames, outputPath, signal) => {
      const encode = encodeArguments({ ...settings, encoder: 'wasm' }, WASM_INPUT_PATH, WASM_OUTPUT_PATH);
      return runEncoder(process.execPath, [PROCESS, outputPath, ...encode], frames, signal);
    },
  };
}

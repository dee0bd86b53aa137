import { fileURLToPath } from 'node:url';
import { encodeArguments } from './encode-arguments.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { NO_FRAMES, runEncoder } from './run-encoder.ts';
import { WASM_FILE_PATH, WASM_INPUT_PATH, WASM_OUTPUT_PATH } from './wasm-paths.ts';

const PROCESS = fileURLToPath(new URL('../../dist/media/wasm-ffmpeg-process.js', import.meta.url));

/** FFmpeg compiled to WebAssembly, from npm, in a Node process of its own: always there, about four times slower. */
export function createWasmFfmpeg(): FfmpegRunner {
  return {
    kind: 'wasm',
    description: 'FFmpeg 5.1 as WebAssembly (@ffmpeg/core)',
    encode: (settings, frames, outputPath, signal) => {
      const { soundPath } = settings;
      const seen = { ...settings, encoder: 'wasm', soundPath: soundPath && WASM_FILE_PATH } as const;
      const encode = encodeArguments(seen, WASM_INPUT_PATH, WASM_OUTPUT_PATH);
      return runEncoder(process.execPath, [PROCESS, soundPath ?? '', outputPath, ...encode], frames, signal);
    },
    convert: ({ inputPath, outputPath }, parametersOf, signal) => {
      const parameters = parametersOf(WASM_FILE_PATH, WASM_OUTPUT_PATH);
      return runEncoder(process.execPath, [PROCESS, inputPath, outputPath, ...parameters], NO_FRAMES, signal);
    },
  };
}

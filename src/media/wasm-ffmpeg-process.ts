/**
 * Runs as a child process: FFmpeg as WebAssembly with the same arguments as the real one. It is given the path of a file to
 * read, or an empty one; frames are read from standard input as they are needed. The finished file (10 MB at the most) is
 * written to the second path.
 *
 * `@ffmpeg/core` is made for browsers: it wants `self` and finds its file by address. Both are given to it here.
 */
import { readFileSync, readSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { WASM_FILE_PATH, WASM_INPUT_PATH, WASM_OUTPUT_PATH } from './wasm-paths.ts';

/** The part of the module (an Emscripten program) that is used. */
interface FfmpegCore {
  exec(...parameters: string[]): number;
  setLogger(log: (line: { readonly type: string; readonly message: string }) => void): void;
  readonly FS: {
    makedev(major: number, minor: number): number;
    registerDevice(device: number, operations: Record<string, unknown>): void;
    mkdev(path: string, device: number): void;
    readFile(path: string): Uint8Array;
    writeFile(path: string, bytes: Uint8Array): void;
  };
}

const [inputPath, outputPath, ...encodeParameters] = process.argv.slice(2);
if (inputPath === undefined || outputPath === undefined) {
  throw new Error('expected the paths of input and output, and the arguments for ffmpeg');
}

const core = await loadCore();
core.setLogger(({ message }) => process.stderr.write(`${message}\n`));
giveFrames(core);
if (inputPath !== '') core.FS.writeFile(WASM_FILE_PATH, readFileSync(inputPath));
const exitCode = core.exec(...encodeParameters);
if (exitCode === 0) writeFileSync(outputPath, core.FS.readFile(WASM_OUTPUT_PATH));
process.exitCode = exitCode;

async function loadCore(): Promise<FfmpegCore> {
  const find = createRequire(import.meta.url);
  Object.assign(globalThis, { self: globalThis, location: { href: import.meta.url } });
  const { default: createFFmpegCore } = await import('@ffmpeg/core');
  const wasmBinary = readFileSync(find.resolve('@ffmpeg/core/wasm'));
  return (await createFFmpegCore({ wasmBinary })) as FfmpegCore;
}

/** A device whose bytes are our standard input. It cannot seek, like a pipe. */
function giveFrames({ FS }: FfmpegCore): void {
  const device = FS.makedev(64, 0);
  FS.registerDevice(device, {
    open: () => undefined,
    close: () => undefined,
    read: (_stream: unknown, buffer: Uint8Array, offset: number, length: number) => readSome(buffer, offset, length),
  });
  FS.mkdev(WASM_INPUT_PATH, device);
}

function readSome(buffer: Uint8Array, offset: number, length: number): number {
  for (;;) {
    try {
      return readSync(0, buffer, offset, length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // Atomics.wait is the one way to wait a moment without giving up the stack that WebAssembly stands on
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

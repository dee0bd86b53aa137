/** Where the build puts the compiled warp kernel; the same from `src/engines/local` and `dist/engines/local`. */
export const warpModuleUrl = new URL('../../../dist/animator/kernels/warp.wasm', import.meta.url);

/** The script that the worker thread runs. Threads run what the build made, also when the rest runs from `src`. */
export const animationWorkerUrl = new URL('../../../dist/engines/local/animation-worker.js', import.meta.url);

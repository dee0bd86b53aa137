/** Names inside the WebAssembly build's own file system: where frames come from and where the clip is put. */
export const WASM_INPUT_PATH = '/frames';
export const WASM_OUTPUT_PATH = '/clip.mp4';
/** A whole file that is read instead of frames. */
export const WASM_FILE_PATH = '/file';

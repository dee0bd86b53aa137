/** `@ffmpeg/core` ships no types; `wasm-ffmpeg-process.ts` says what it uses of what this returns. */
declare module '@ffmpeg/core' {
  const createFFmpegCore: (options: { readonly wasmBinary: Uint8Array }) => Promise<unknown>;
  export default createFFmpegCore;
}

import type { EncoderKind, EncodeSettings } from './encode-arguments.ts';

/** Runs one encode as a child process. */
export interface FfmpegRunner {
  readonly kind: EncoderKind;
  /** What `reverie doctor` says of it. */
  readonly description: string;
  /**
   * Feeds frames to the encoder as fast as it takes them and resolves when the file is complete.
   *
   * @throws MediaError `encoder-failed`, `no-space` or `not-writable`; the signal's reason when aborted. No process is left.
   */
  encode(
    settings: Omit<EncodeSettings, 'encoder'>,
    frames: AsyncIterable<Uint8Array>,
    outputPath: string,
    signal: AbortSignal | undefined,
  ): Promise<void>;
  /**
   * Makes one file out of another; `parametersOf` is given the paths as the encoder sees them. The output's format has to be
   * named (`-f`): its path tells nothing.
   *
   * @throws MediaError as above; `encoder-failed` also when the input cannot be decoded
   */
  convert(
    files: { readonly inputPath: string; readonly outputPath: string },
    parametersOf: (inputPath: string, outputPath: string) => string[],
    signal: AbortSignal | undefined,
  ): Promise<void>;
}

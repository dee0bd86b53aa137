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
}

/** What the frames of a clip are and where the file goes. */
export interface ClipToWrite {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly framesPerSecond: number;
  readonly frameCount: number;
  /** The finished clip appears here at once and whole (temporary file, then rename). */
  readonly clipPath: string;
  /** Where the poster (JPEG of the first frame) goes; left out, none is written. */
  readonly posterPath?: string;
  /** A recording that is heard in the clip; left out, it is silent. */
  readonly soundPath?: string | undefined;
}

export interface WrittenClip {
  readonly clipPath: string;
  readonly posterPath: string | undefined;
  readonly sizeBytes: number;
  readonly lengthSeconds: number;
  /** Which encoder ran: the system's ffmpeg or the WebAssembly build from npm. */
  readonly encoder: 'native' | 'wasm';
}

/**
 * Encodes frames into the master profile, verifies the file and puts it in place. Holds a few frames at the most. On an
 * error or an abort neither the clip, the poster nor a temporary file is left behind.
 */
export interface ClipWriter {
  /** A hint that a clip is coming: the encoder may be looked for now. Answers and throws nothing. */
  warmUp(): void;
  /** `frames` yields I420 (bt709, limited range), `width * height * 3 / 2` bytes each; a yielded buffer is valid until the next one is asked for. */
  write(
    clip: ClipToWrite,
    frames: AsyncIterable<Uint8Array>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<WrittenClip>;
}

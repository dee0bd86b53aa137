import type { ClipWriter } from '../app/ports/clip-writer.ts';
import type { PictureAnimator } from '../app/ports/picture-animator.ts';
import type { PictureReader } from '../app/ports/picture-reader.ts';
import type { VoiceReader } from '../app/ports/voice-reader.ts';
import type { Config } from '../config/config.ts';

/** What a command may use; made once by `cli.ts`. */
export interface CommandParts {
  readonly config: Config;
  readonly pictures: PictureReader;
  readonly clips: ClipWriter;
  readonly voices: VoiceReader;
  /** Makes an animator that draws so many clips at a time; `cli.ts` closes it. */
  readonly animator: (workers: number) => PictureAnimator;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** A line of result on standard output. */
  readonly print: (line: string) => void;
  /** A line for the person on standard error. */
  readonly note: (line: string) => void;
  /** The terminal that progress may be drawn on; `undefined` when standard error is a file or a pipe. */
  readonly terminal: Terminal | undefined;
  /** Milliseconds since some moment, only ever going forward. */
  readonly now: () => number;
  /** A whole number from 0 to 2^32 - 1. */
  readonly newSeed: () => number;
}

/** A line at the bottom of the screen that can be written again and again. */
export interface Terminal {
  /** Its width now; 0 when it does not say. */
  columns(): number;
  write(text: string): void;
}

/** One word after `reverie`. */
export interface Command {
  /** Usage, options and examples. */
  readonly help: string;
  /** Does the work; returns the exit code: 0 done, 1 something broke, 2 a mistake in what was asked. */
  run(parameters: readonly string[], parts: CommandParts): Promise<number>;
}

/** A mistake in what was asked; `message` is one clear sentence. Ends the command with code 2. */
export class UsageError extends Error {
  readonly code = 'usage';
}

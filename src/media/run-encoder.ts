import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { MediaError, type MediaErrorCode } from './media-error.ts';

/** Last part of what the encoder said that is kept for the error's cause. */
const LARGEST_LOG_CHARACTERS = 4000;

/** What encoders print for faults that a person can mend. */
const TOLD_FAULTS: readonly (readonly [words: RegExp, code: MediaErrorCode, message: string])[] = [
  [/No space left on device|ENOSPC/, 'no-space', 'There is no space left on the disk: free some and try again.'],
  [
    /Permission denied|Read-only file system|EACCES|EROFS|No such file or directory/,
    'not-writable',
    'There is no permission to write into the folder for the clip: choose another one.',
  ],
];

/** For an encoder that reads a file. */
export const NO_FRAMES: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: async function* () {} };

/**
 * Starts an encoder, streams the frames into its standard input and waits for its end. Only as many frames are in memory as
 * the pipe holds. The process dies with the signal, with a failing frame, and with us.
 */
export async function runEncoder(
  command: string,
  commandArguments: readonly string[],
  frames: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  const encoder = spawn(command, commandArguments, { stdio: ['pipe', 'ignore', 'pipe'] });
  let log = '';
  encoder.stderr.on('data', (text: Buffer) => {
    log = (log + text.toString()).slice(-LARGEST_LOG_CHARACTERS);
  });
  const kill = (): void => {
    encoder.kill('SIGKILL');
  };
  const ended = new Promise<void>((resolve, reject) => {
    encoder.on('error', (cause) =>
      reject(new MediaError('encoder-missing', `The video encoder '${command}' could not be started.`, cause)),
    );
    encoder.on('close', (code, killedBy) => (code === 0 ? resolve() : reject(encoderFailure(log, code, killedBy))));
  });
  // its end may come before anybody waits for it
  ended.catch(() => undefined);
  signal?.addEventListener('abort', kill, { once: true });
  process.once('exit', kill);
  try {
    await Promise.race([feed(encoder.stdin, frames, signal), ended.then(() => undefined)]);
    await ended;
  } catch (error) {
    kill();
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', kill);
    process.off('exit', kill);
  }
}

/** Writes frame after frame, each only when the pipe has taken the one before: the buffer is then free to be used again. */
async function feed(
  input: Writable,
  frames: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  // an encoder that stops early closes the pipe; its exit tells why
  const closed = new Promise<'closed'>((resolve) => {
    input.once('error', () => resolve('closed'));
    input.once('close', () => resolve('closed'));
  });
  for await (const frame of frames) {
    signal?.throwIfAborted();
    const written = new Promise<'written'>((resolve) => {
      input.write(frame, () => resolve('written'));
    });
    if ((await Promise.race([written, closed])) === 'closed') return;
  }
  input.end();
  await Promise.race([once(input, 'finish'), closed]);
}

function encoderFailure(log: string, code: number | null, killedBy: string | null): MediaError {
  const told = TOLD_FAULTS.find(([words]) => words.test(log));
  if (told !== undefined) return new MediaError(told[1], told[2], new Error(log));
  const how = killedBy === null ? `with code ${code}` : `by ${killedBy}`;
  return new MediaError('encoder-failed', `The video encoder stopped ${how}.`, new Error(log));
}

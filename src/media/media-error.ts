export type MediaErrorCode =
  | 'decoder-failed'
  | 'encoder-missing'
  | 'encoder-failed'
  | 'clip-invalid'
  | 'no-space'
  | 'not-writable';

const RETRYABLE: ReadonlySet<MediaErrorCode> = new Set(['decoder-failed', 'encoder-failed', 'clip-invalid']);

/** Reading, encoding or storing went wrong for a reason that is not the picture's. `message` is fit for a person. */
export class MediaError extends Error {
  readonly code: MediaErrorCode;
  readonly retryable: boolean;

  constructor(code: MediaErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'MediaError';
    this.code = code;
    this.retryable = RETRYABLE.has(code);
  }
}

const FILE_FAULTS: Partial<Record<string, readonly [MediaErrorCode, string]>> = {
  ENOSPC: ['no-space', 'There is no space left on the disk: free some and try again.'],
  EDQUOT: ['no-space', 'Your disk quota is used up: free some space and try again.'],
  EROFS: ['not-writable', 'The folder for the clip is read-only: choose another one.'],
  EACCES: ['not-writable', 'There is no permission to write into the folder for the clip: choose another one.'],
  EPERM: ['not-writable', 'There is no permission to write into the folder for the clip: choose another one.'],
  ENOENT: ['not-writable', 'The folder for the clip does not exist: create it or choose another one.'],
  ENOTDIR: ['not-writable', 'The place for the clip lies below a file, not a folder: choose another one.'],
};

/** The error for a failed file operation, when it is one that a person can mend; otherwise `undefined`. */
export function fileFault(cause: unknown): MediaError | undefined {
  const known = FILE_FAULTS[(cause as NodeJS.ErrnoException | undefined)?.code ?? ''];
  return known === undefined ? undefined : new MediaError(known[0], known[1], cause);
}

export type DownloadErrorCode =
  | 'address-not-allowed'
  /** The vendor has the clip but does not give it out yet: some seconds later it will. */
  | 'not-ready'
  /** The address works no more. */
  | 'expired'
  | 'too-large'
  | 'not-a-clip'
  | 'unreachable';

const RETRYABLE: ReadonlySet<DownloadErrorCode> = new Set(['not-ready', 'unreachable']);

/** A finished clip could not be fetched from where an engine said it is. Tells the host, never the signed address. */
export class DownloadError extends Error {
  readonly code: DownloadErrorCode;
  readonly retryable: boolean;

  constructor(code: DownloadErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DownloadError';
    this.code = code;
    this.retryable = RETRYABLE.has(code);
  }
}

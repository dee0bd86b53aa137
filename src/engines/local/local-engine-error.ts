/** The local engine could not do its work: a bug, a broken installation or a machine without memory; never the picture's fault. */
export class LocalEngineError extends Error {
  readonly code: 'worker-failed' | 'worker-stopped' | 'closed';
  readonly retryable: boolean;

  constructor(code: LocalEngineError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'LocalEngineError';
    this.code = code;
    this.retryable = code === 'worker-stopped';
  }
}

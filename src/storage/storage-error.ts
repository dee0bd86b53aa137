/** The storage could not do what it was asked. */
export class StorageError extends Error {
  readonly code: 'storage-failed' | 'key-not-allowed';
  readonly retryable: boolean;

  constructor(code: StorageError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
    this.code = code;
    this.retryable = code === 'storage-failed';
  }
}

const KEY = /^[a-z0-9-]+(\/[a-z0-9][a-z0-9.-]*)+$/;

/** Keys are made by our own code; one that is not like ours is a mistake that must not reach a disk. */
export function checkKey(key: string): void {
  if (!KEY.test(key) || key.length > 200)
    throw new StorageError('key-not-allowed', `'${key}' is no key of this storage`);
}

/** The folder of an embedded database cannot be opened. The message says why, and what to do. */
export class DatabaseFolderError extends Error {
  readonly code: 'folder-in-use' | 'other-version';
  readonly retryable = false;

  constructor(code: DatabaseFolderError['code'], message: string) {
    super(message);
    this.name = 'DatabaseFolderError';
    this.code = code;
  }
}

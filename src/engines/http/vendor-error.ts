/** An engine behind somebody's API could not be asked, or answered what makes no sense. Never holds a key or a picture. */
export class VendorError extends Error {
  readonly code: 'engine-unreachable' | 'engine-refuses-us' | 'engine-answers-nonsense';
  readonly retryable: boolean;

  constructor(code: VendorError['code'], message: string) {
    super(message);
    this.name = 'VendorError';
    this.code = code;
    this.retryable = code === 'engine-unreachable';
  }
}

/** A language or picture model gave no usable answer. */
export class VoiceError extends Error {
  readonly code = 'voice-failed';
  readonly retryable = true;

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'VoiceError';
  }
}

import type { KeptVoice } from './stores/voice-store.ts';
import type { VoiceRefusal } from './voice-reader.ts';

/** A recording that is kept as a file, and not yet known to anybody. */
export interface TakenVoice
  extends Pick<KeptVoice, 'storageKey' | 'contentType' | 'lengthSeconds' | 'sizeBytes' | 'sha256'> {
  readonly ok: true;
  readonly voiceId: string;
  /** Of the bytes as they were sent. */
  readonly sentSha256: string;
}

/** Takes recordings in from outside: capped, decoded in a process of its own, encoded anew without anything but sound, and kept. */
export interface VoiceIntake {
  take(voiceId: string, bytes: ReadableStream<Uint8Array>): Promise<TakenVoice | VoiceRefusal>;
}

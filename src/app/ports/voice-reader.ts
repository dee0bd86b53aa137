export type VoiceUnreadableReason =
  | 'missing'
  | 'not-readable'
  | 'not-a-voice'
  | 'too-many-bytes'
  | 'too-long'
  | 'too-short'
  | 'silent'
  | 'broken';

export interface VoiceRefusal {
  readonly ok: false;
  readonly reason: VoiceUnreadableReason;
  /** For a person, with a way out. */
  readonly sentence: string;
}

/** A voice that can be spoken. */
export interface Voice {
  readonly ok: true;
  /** One channel at 16 kHz, -1..1. */
  readonly samples: Float32Array;
  readonly lengthSeconds: number;
}

/** Reads recordings: WAV and MP3, ten seconds at the most. */
export interface VoiceReader {
  /** Throws `MediaError` only when this machine is broken. */
  read(path: string, options?: { readonly signal?: AbortSignal }): Promise<Voice | VoiceRefusal>;
}

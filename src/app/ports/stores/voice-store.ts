/** A recording that pictures may speak; nobody but its owner uses it. */
export interface KeptVoice {
  readonly id: string;
  readonly ownerId: string;
  readonly storageKey: string;
  readonly contentType: string;
  readonly lengthSeconds: number;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly createdAt: Date;
  readonly deletedAt: Date | undefined;
}

export interface VoiceStore {
  add(voice: Omit<KeptVoice, 'deletedAt'>): Promise<void>;
  find(id: string): Promise<KeptVoice | undefined>;
  /** Newest first. */
  listOfOwner(
    ownerId: string,
    page: { readonly beforeId?: string | undefined; readonly most: number },
  ): Promise<KeptVoice[]>;
  /** How many a person keeps. */
  countOfOwner(ownerId: string): Promise<number>;
  /** `null` undoes it. Says whether it did: what was deleted too long ago does not come back. */
  setDeleted(id: string, at: Date | null): Promise<boolean>;
}

/** What is kept for a while only. Each method takes what is older than a moment, at most so many at a time. */
export interface RetentionStore {
  /** Forgets clips that were deleted before: their texts and wherever they were shown; tells whose files are to go. */
  forgetClips(deletedBefore: Date, at: Date, most: number): Promise<{ id: string; keys: string[] }[]>;
  /** The same for pictures. */
  forgetPictures(deletedBefore: Date, at: Date, most: number): Promise<{ id: string; keys: string[] }[]>;
  /** The same for recordings. */
  forgetVoices(deletedBefore: Date, at: Date, most: number): Promise<{ id: string; keys: string[] }[]>;
  /** Notes files that nothing points at: they are removed from a moment on. */
  doomFiles(keys: readonly string[], from: Date): Promise<void>;
  /** Those whose moment has come. */
  listDoomedFiles(at: Date, most: number): Promise<string[]>;
  /** Strikes files from that list: they are gone from the storage, or something points at them now. */
  strikeDoomed(keys: readonly string[]): Promise<void>;
  forgetQuotes(expiredBefore: Date): Promise<void>;
  /** Forgets what was drawn on our own machines: clips have their files by then. */
  forgetRenders(before: Date): Promise<void>;
}

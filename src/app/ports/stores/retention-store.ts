/** What is kept for a while only. Each method takes what is older than a moment, at most so many at a time. */
export interface RetentionStore {
  /** Forgets clips that were deleted before: their texts and wherever they were shown; tells whose files are to go. */
  forgetClips(deletedBefore: Date, at: Date, most: number): Promise<{ id: string; keys: string[] }[]>;
  /** The same for pictures. */
  forgetPictures(deletedBefore: Date, at: Date, most: number): Promise<{ id: string; keys: string[] }[]>;
  /** Notes files that nothing points at any more. */
  doomFiles(keys: readonly string[], at: Date): Promise<void>;
  listDoomedFiles(most: number): Promise<string[]>;
  /** Notes that files are gone from the storage. */
  filesAreGone(keys: readonly string[]): Promise<void>;
  forgetQuotes(expiredBefore: Date): Promise<void>;
  /** Forgets what was drawn on our own machines: clips have their files by then. */
  forgetRenders(before: Date): Promise<void>;
}

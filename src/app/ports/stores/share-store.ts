/** A link that anybody who has it may open. */
export interface ShareLink {
  /** 128 random bits as 22 letters, digits, `-` and `_`: nobody guesses one. */
  readonly slug: string;
  /** `undefined` once the clip is removed for good. */
  readonly clipId: string | undefined;
  readonly ownerId: string;
  readonly title: string;
  /** Whether search engines may list it. */
  readonly isIndexed: boolean;
  readonly createdAt: Date;
  readonly revokedAt: Date | undefined;
}

export interface ShareStore {
  /** Adds a link, unless the clip has a living one: then that one stays. */
  add(link: Omit<ShareLink, 'revokedAt' | 'clipId'> & { readonly clipId: string }): Promise<void>;
  find(slug: string): Promise<ShareLink | undefined>;
  /** The living link of a clip. */
  findOfClip(clipId: string): Promise<ShareLink | undefined>;
  change(slug: string, change: Pick<ShareLink, 'title' | 'isIndexed'>): Promise<void>;
  revoke(slug: string, at: Date): Promise<void>;
}

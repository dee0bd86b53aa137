export interface GalleryItem {
  readonly id: string;
  readonly characterId: string;
  readonly ownerId: string;
  readonly kind: 'picture' | 'clip';
  readonly pictureId: string | undefined;
  readonly clipId: string | undefined;
  readonly isFavourite: boolean;
}

export interface GalleryQuery {
  readonly characterId: string;
  /** Public items, and this person's private ones. */
  readonly viewerId: string | undefined;
  readonly show: 'all' | 'pictures' | 'clips' | 'favourites';
}

export interface GalleryPlace {
  readonly beforeId?: string | undefined;
  /** So many are left out first, to go to any place of a gallery at once. */
  readonly skip?: number;
  readonly most: number;
}

export interface GalleryStore {
  add(item: Omit<GalleryItem, 'isFavourite'> & { readonly visibility: 'public' | 'private' }): Promise<void>;
  /** Newest first. By `beforeId` every page costs the same, however long the gallery is; what is skipped costs a little. */
  list(query: GalleryQuery & GalleryPlace): Promise<GalleryItem[]>;
  /** How many there are, counted up to `most`. */
  count(query: GalleryQuery & Pick<GalleryPlace, 'most'>): Promise<number>;
  /** The one item that is this picture or clip. */
  findOf(query: Omit<GalleryQuery, 'show'>, pictureOrClipId: string): Promise<GalleryItem | undefined>;
  find(id: string): Promise<(GalleryItem & { readonly visibility: 'public' | 'private' }) | undefined>;
  setFavourite(personId: string, item: Pick<GalleryItem, 'id' | 'characterId'>, isFavourite: boolean): Promise<void>;
}

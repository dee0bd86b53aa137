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
  readonly beforeId?: string | undefined;
  readonly most: number;
}

export interface GalleryStore {
  add(item: Omit<GalleryItem, 'isFavourite'> & { readonly visibility: 'public' | 'private' }): Promise<void>;
  /** Newest first; every page costs the same, however long the gallery is. */
  list(query: GalleryQuery): Promise<GalleryItem[]>;
  find(id: string): Promise<(GalleryItem & { readonly visibility: 'public' | 'private' }) | undefined>;
  setFavourite(personId: string, item: Pick<GalleryItem, 'id' | 'characterId'>, isFavourite: boolean): Promise<void>;
}

/** What of a gallery is shown. */
export const GALLERY_TABS = ['all', 'pictures', 'clips', 'favourites'] as const;
export type GalleryTab = (typeof GALLERY_TABS)[number];

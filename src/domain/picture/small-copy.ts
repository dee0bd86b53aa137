/** As wide as a small copy is: sharp in a gallery on a phone, and a fifteenth of the bytes. */
export const SMALL_WIDTH_PIXELS = 320;

/** Where the small copy of a picture or poster is kept. */
export const smallCopyKey = (key: string): string => `${key}.small.webp`;

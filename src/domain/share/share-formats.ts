/** How a clip can be taken along. `mp4` is the master itself; the others are made of it when they are first asked for. */
export type ShareFormat = 'mp4' | 'compat' | 'webp' | 'gif';

export interface ShareFormatRow {
  /** What it is for, in a menu. */
  readonly title: string;
  readonly contentType: string;
  /** Last part of its storage key, and, after the clip's name, of the file that is saved. */
  readonly fileName: string;
  /** A larger file is not given out. */
  readonly largestBytes?: number;
}

/** Media types and limits of everything that leaves the service as a file. */
export const SHARE_FORMATS: Readonly<Record<ShareFormat, ShareFormatRow>> = {
  mp4: { title: 'MP4, for everywhere', contentType: 'video/mp4', fileName: 'clip.mp4' },
  // Meta's WhatsApp API plays High profile with B-frames on no Android phone
  compat: { title: 'MP4 for old phones and the WhatsApp API', contentType: 'video/mp4', fileName: 'compat.mp4' },
  webp: { title: 'Animated WebP, for stickers and pages', contentType: 'image/webp', fileName: 'moving.webp' },
  gif: {
    ...{ title: 'GIF, for places that know nothing else', contentType: 'image/gif', fileName: 'moving.gif' },
    largestBytes: 8 * 1024 * 1024,
  },
};

export const SHARE_FORMAT_IDS = Object.keys(SHARE_FORMATS) as readonly ShareFormat[];

/** Where the copy of a clip is kept. */
export function shareCopyKey(clipId: string, format: Exclude<ShareFormat, 'mp4'>): string {
  return `clips/${clipId}/${SHARE_FORMATS[format].fileName}`;
}

/** What every clip looks like from outside: the promises of the product page as numbers. */

/** Frames per second of every clip; inside the limits of all the platforms that clips are shared on. */
export const FRAMES_PER_SECOND = 24;
/** Pixels of the shorter side of every clip ("720p"). */
export const SHORT_SIDE_PIXELS = 720;
/** Widest and narrowest picture that is animated as it is; beyond that the picture is cropped to this ratio. */
export const WIDEST_RATIO = 21 / 9;
/** Clips longer than five seconds belong to graduation; three and five are the page's promise. */
export const SHORTEST_CLIP_SECONDS = 3;
export const LONGEST_CLIP_SECONDS = 10;
/** Size limit of a finished clip, so that it can be posted on every platform (Discord's is the smallest). */
export const LARGEST_CLIP_BYTES = 10 * 1024 * 1024;

/** How many frames a clip of `lengthSeconds` has. Lengths may be fractional; the count is whole. */
export function frameCountOf(lengthSeconds: number): number {
  return Math.round(lengthSeconds * FRAMES_PER_SECOND);
}

/** A picture ready to be animated: 8-bit sRGB, upright, opaque, at the clip's own size. */
export interface Canvas {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** `heightPixels x widthPixels x 4`, RGBA, alpha always 255. */
  readonly rgba: Uint8Array;
}

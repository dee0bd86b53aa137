/** What is laid over a motion when somebody asks for it; `plain` shows the picture as it is. */
export const FINISHES = {
  plain: { light: 0, focus: 0 },
  /** A wide, soft light drifts once over the picture. */
  'drifting-light': { light: 1, focus: 0 },
  /** The background goes out of focus after a moment, as if a lens had found the figure, and comes back before the end. */
  'soft-background': { light: 0, focus: 1 },
  film: { light: 0.7, focus: 0.75 },
} as const satisfies Record<string, Finish>;

export type FinishId = keyof typeof FINISHES;

export interface Finish {
  /** How strongly the light drifts, and how far out of focus the background goes, 0..1. Both are 0 in the first and last frame. */
  readonly light: number;
  readonly focus: number;
}

import type { RgbPicture } from '../../app/ports/safety-check.ts';

export interface ClassifierQuestion {
  readonly id: number;
  readonly picture: RgbPicture;
}

export type ClassifierAnswer =
  | { readonly id: number; readonly score: number }
  | { readonly id: number; readonly problem: string };

import type { ClipSizes } from '../http/clip-tokens.ts';

/** What each model takes at fal; no field for a watermark exists there. */
export interface FalModel {
  readonly id: string;
  readonly lengthsSeconds: readonly number[];
  readonly takesCameraFixed: boolean;
  /** Models with sound are told to be silent. */
  readonly hasSound: boolean;
  readonly sizes: ClipSizes;
  /** As fal's pages say (November 2026); `undefined`: not known here. */
  readonly dollarsPerMillionTokens?: number;
}

const seconds = (from: number): number[] => Array.from({ length: 11 - from }, (_, index) => from + index);
const FIRST = {
  lengthsSeconds: seconds(3),
  takesCameraFixed: true,
  hasSound: false,
  sizes: 'multiples-of-32',
} as const;
const LATER = { lengthsSeconds: seconds(4), takesCameraFixed: false, hasSound: true, sizes: 'standard' } as const;

export const FAL_MODELS: readonly FalModel[] = [
  { id: 'fal-ai/bytedance/seedance/v1/pro/fast/image-to-video', ...FIRST, dollarsPerMillionTokens: 1 },
  { id: 'fal-ai/bytedance/seedance/v1/pro/image-to-video', ...FIRST, dollarsPerMillionTokens: 2.5 },
  {
    ...{ id: 'fal-ai/bytedance/seedance/v1.5/pro/image-to-video', ...LATER, takesCameraFixed: true },
    // silent
    dollarsPerMillionTokens: 1.2,
  },
  { id: 'bytedance/seedance-2.0/image-to-video', ...LATER },
  { id: 'bytedance/seedance-2.0/fast/image-to-video', ...LATER },
  { id: 'bytedance/seedance-2.5/image-to-video', ...LATER, dollarsPerMillionTokens: 21.4 },
  { id: 'bytedance/seedance-2.5/flash/image-to-video', ...LATER },
  { id: 'bytedance/seedance-2.5/us/image-to-video', ...LATER },
];

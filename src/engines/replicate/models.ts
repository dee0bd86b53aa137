/** What each model takes at Replicate, where an operator may name others that behave like one of these. */
export interface ReplicateModel {
  /** `OWNER/NAME` */
  readonly id: string;
  readonly lengthsSeconds: readonly number[];
  readonly takesCameraFixed: boolean;
  /** Models with sound are told to be silent. */
  readonly hasSound: boolean;
}

const seconds = (from: number): number[] => Array.from({ length: 11 - from }, (_, index) => from + index);
const FIRST = { lengthsSeconds: seconds(3), takesCameraFixed: true, hasSound: false } as const;

export const REPLICATE_MODELS: readonly ReplicateModel[] = [
  { id: 'bytedance/seedance-1-pro-fast', ...FIRST },
  { id: 'bytedance/seedance-1-pro', ...FIRST },
  { id: 'bytedance/seedance-2.0', lengthsSeconds: seconds(4), takesCameraFixed: false, hasSound: true },
];

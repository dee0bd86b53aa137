import type { VendorAnswer } from './vendor-api.ts';

/** Whether a model can be used with this key, told at start and by `reverie doctor`. */
export interface ModelProbe {
  readonly engine: string;
  readonly model: string;
  /** `untold`: the key is taken, and the vendor says no more without an order. */
  readonly state: 'usable' | 'untold' | 'not-activated' | 'retired' | 'key-refused' | 'unreachable' | 'unclear';
  /** The same in words, with what to do. */
  readonly sentence: string;
}

type Told = Pick<ModelProbe, 'state' | 'sentence'>;

/** What an answer means that says nothing of the model itself; `undefined` when it may. */
export function probeTrouble(
  vendor: string,
  baseUrl: string,
  keySetting: string,
  answer: VendorAnswer,
): Told | undefined {
  if (answer.kind !== 'answered')
    return { state: 'unreachable', sentence: `${vendor} cannot be reached at ${baseUrl}: ${answer.because}` };
  if (answer.status === 401 || answer.status === 403) {
    const sentence = `${vendor} does not take this key (HTTP ${answer.status}). Look at ${keySetting}, and at the account.`;
    return { state: 'key-refused', sentence };
  }
  if (answer.status < 500 && answer.status !== 429) return undefined;
  return { state: 'unclear', sentence: `${vendor} answers HTTP ${answer.status} at the moment; ask again later.` };
}

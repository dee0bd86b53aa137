import type { JsonValue } from '../video-engine.ts';

export interface KeptAnswer {
  readonly status: number;
  readonly body: JsonValue;
}

export type AnswerClaim =
  /** Nobody asked this before: do it, and keep the answer in the same transaction. */
  | { readonly kind: 'first' }
  | { readonly kind: 'again'; readonly answer: KeptAnswer }
  /** The key was used for another request. */
  | { readonly kind: 'other-request' };

/** Answers to requests with an `Idempotency-Key`. */
export interface AnswerStore {
  /** Claims a key; a second request with it waits until the first has committed. */
  claim(of: { personId: string; route: string; key: string; requestHash: string }): Promise<AnswerClaim>;
  keep(of: { personId: string; route: string; key: string }, answer: KeptAnswer): Promise<void>;
  forgetBefore(at: Date): Promise<void>;
}

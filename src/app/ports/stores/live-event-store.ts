import type { JsonObject } from '../video-engine.ts';

export type LiveEventKind = 'clip' | 'notification' | 'wallet' | 'message' | 'settings';

export interface LiveEvent {
  /** Numbers of a person's events grow without a gap, in the order in which they became true. */
  readonly number: number;
  readonly kind: LiveEventKind;
  readonly body: JsonObject;
}

export interface LiveEventStore {
  /** Tells a person's open windows, once the transaction is committed. Do it last: events of one person wait for each other. */
  tell(personId: string, kind: LiveEventKind, body: JsonObject, at: Date): Promise<void>;
  since(personId: string, number: number, most: number): Promise<LiveEvent[]>;
  lastNumber(personId: string): Promise<number>;
  forgetBefore(at: Date): Promise<void>;
}

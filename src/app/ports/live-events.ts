import type { LiveEvent } from './stores/live-event-store.ts';

/** News for people whose windows are open here. */
export interface LiveEvents {
  /** Calls `hear` with each event after number `after`, in order and each once, until the returned function is called. */
  follow(personId: string, after: number, hear: (events: readonly LiveEvent[]) => void): () => void;
}

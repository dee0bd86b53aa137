import type { Notification } from './notification-store.ts';

/** A browser that wants to be told when no window is open, as it describes itself. */
export interface PushSubscription {
  /** An address at the push service of the browser's maker: whoever knows it may ask to wake the browser. */
  readonly endpoint: string;
  readonly personId: string;
  /** Keys that the message is encrypted with, base64url. */
  readonly p256dh: string;
  readonly auth: string;
}

export interface PushStore {
  /** Keeps a subscription; a browser that changed hands belongs to who was there last. The oldest beyond `most` are forgotten. */
  put(subscription: PushSubscription, most: number, at: Date): Promise<void>;
  listOf(personId: string): Promise<PushSubscription[]>;
  /** Also when there is none. `personId`: only if it is theirs. */
  remove(endpoint: string, personId?: string): Promise<void>;
  /** Notifications since `since` that nobody has decided on, decided on now: no other machine gets them again. */
  claimNotices(since: Date, most: number, at: Date): Promise<Notification[]>;
}

/** Who has the app open, on whatever machine. */
export interface WindowStore {
  /** A window is open, or still is. */
  seen(windowId: string, personId: string, at: Date): Promise<void>;
  closed(windowId: string): Promise<void>;
  /** Whether a window of the person was seen after `since`. */
  isAnyOpen(personId: string, since: Date): Promise<boolean>;
  forgetBefore(at: Date): Promise<void>;
}

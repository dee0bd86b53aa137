import type { PushSubscription } from './stores/push-store.ts';

/** What a browser shows when no window is open. Encrypted for that browser alone; the push service reads none of it. */
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  /** A later message with the same tag takes the place of an earlier one. */
  readonly tag: string;
  /** Where a press on it leads, a path of this service. */
  readonly url: string;
}

export interface PushSender {
  /** What browsers subscribe with: the public VAPID key, base64url. */
  readonly publicKey: string;
  /** Whether an endpoint is an address at a push service that messages are sent to. */
  accepts(endpoint: string): boolean;
  /** `gone`: the browser has unsubscribed, or never comes back. `failed`: it may work another time. Never throws. */
  send(subscription: PushSubscription, message: PushMessage): Promise<'sent' | 'gone' | 'failed'>;
}

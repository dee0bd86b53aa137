import webPush from 'web-push';
import type { PushSender } from '../app/ports/push-sender.ts';
import type { VapidKeys } from './vapid-keys.ts';

export interface PushSenderParts {
  readonly keys: VapidKeys;
  /** Whom a push service may write to about us: an `https:` or `mailto:` address (RFC 8292, 2.1). */
  readonly contact: string;
  readonly accepts: (endpoint: string) => boolean;
  /** Posts to an address that somebody else wrote, guarded, and gives the status of the answer. */
  readonly post: (
    url: string,
    request: { readonly headers: Record<string, string>; readonly body: Uint8Array },
  ) => Promise<number>;
  readonly onBroken: (error: unknown) => void;
}

/** Push services of the browsers' makers, and what is below them: Chrome and Edge, Firefox, Safari, Edge on Windows. */
export const PUSH_HOSTS: readonly string[] = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'push.apple.com',
  'notify.windows.com',
];

/** A clip that is ready is no news after a day. */
const KEEP_SECONDS = 24 * 60 * 60;
const GONE = new Set([404, 410]);

/** Encrypts messages for browsers (RFC 8291) and hands them to their push services. */
export function createPushSender({ keys, contact, accepts, post, onBroken }: PushSenderParts): PushSender {
  return {
    publicKey: keys.publicKey,
    accepts,
    send: async ({ endpoint, p256dh, auth }, message) => {
      try {
        const { headers, body } = webPush.generateRequestDetails(
          { endpoint, keys: { p256dh, auth } },
          JSON.stringify(message),
          { vapidDetails: { subject: contact, ...keys }, TTL: KEEP_SECONDS, urgency: 'normal' },
        );
        const { 'Content-Length': _, ...sent } = headers;
        const status = await post(endpoint, { headers: asText(sent), body: new Uint8Array(body as Buffer) });
        if (GONE.has(status)) return 'gone';
        if (status >= 200 && status < 300) return 'sent';
        throw new Error(`${new URL(endpoint).host} answered ${status} to a push message`);
      } catch (error) {
        onBroken(error);
        return 'failed';
      }
    },
  };
}

const asText = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

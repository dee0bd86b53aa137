/** How browsers without an open window are told, over the push services of their makers. */
import { Agent, buildConnector, fetch } from 'undici';
import type { PushSender } from '../app/ports/push-sender.ts';
import { addressRefusal, publicConnector, resolveBySystem } from '../media/public-address.ts';
import { vapidKeysOf } from '../push/vapid-keys.ts';
import { createPushSender, PUSH_HOSTS } from '../push/web-push-sender.ts';

const PATIENCE_MILLISECONDS = 10_000;

export interface PushSettings {
  readonly secret: string;
  readonly publicOrigin: string | undefined;
  readonly onBroken: (error: unknown) => void;
}

/** Subscriptions are written by people: only push services are asked, at public addresses, and no redirect is followed. */
export function openPush({ secret, publicOrigin, onBroken }: PushSettings): PushSender & { close(): Promise<void> } {
  const connect = publicConnector(resolveBySystem, buildConnector({ timeout: PATIENCE_MILLISECONDS }));
  const agent = new Agent({ connect, headersTimeout: PATIENCE_MILLISECONDS, bodyTimeout: PATIENCE_MILLISECONDS });
  const accepts = (endpoint: string): boolean =>
    addressRefusal(new URL(endpoint), { allowedHosts: PUSH_HOSTS }) === undefined;
  const sender = createPushSender({
    ...{ keys: vapidKeysOf(secret), accepts, onBroken },
    // push services want to know whom to write to; on one's own machine there is nobody
    contact: publicOrigin?.startsWith('https:') ? publicOrigin : 'mailto:nobody@reverie.invalid',
    post: async (url, { headers, body }) => {
      if (!accepts(url)) throw new Error('a push subscription leads to no push service');
      const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
      const options = { method: 'POST', headers, body, dispatcher: agent, redirect: 'manual', signal } as const;
      const answer = await fetch(url, options);
      await answer.body?.cancel();
      return answer.status;
    },
  });
  return { ...sender, close: () => agent.close() };
}

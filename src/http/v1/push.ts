import { z } from '@hono/zod-openapi';
import { answer, type Endpoint, endpoint, nothing } from './endpoint.ts';
import { problem } from './problems.ts';
import type { ServiceParts } from './service-parts.ts';

/** Browsers of one person; the oldest makes room for the newest. */
const MOST_BROWSERS = 20;

const Base64Url = (bytes: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}={0,2}$`), `expected ${bytes} bytes as base64url`);

const PushKey = z.object({ publicKey: z.string() }).openapi('PushKey');
/** As `PushSubscription.toJSON()` of a browser says it. */
const PushSubscriptionRequest = z
  .object({
    endpoint: z.url({ protocol: /^https?$/ }).max(2048),
    keys: z.object({ p256dh: Base64Url(65), auth: Base64Url(16) }),
  })
  .openapi('PushSubscriptionRequest');
const EndpointQuery = z.object({ endpoint: z.string().max(2048) });

/** Messages for browsers that have no window open. */
export function pushEndpoints({ world, push }: ServiceParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/push/key',
      tag: 'Notifications',
      scope: 'read',
      summary: 'The key that a browser subscribes with (`applicationServerKey`)',
      answer: PushKey,
      handle: async () => (push === undefined ? problem('not-found') : answer(PushKey, { publicKey: push.publicKey })),
    }),
    endpoint({
      method: 'put',
      path: '/push/subscriptions',
      tag: 'Notifications',
      scope: 'write',
      summary: 'Tell this browser of mine when no window is open',
      body: PushSubscriptionRequest,
      handle: async ({ person, body }) => {
        if (push === undefined) return problem('not-found');
        if (!push.accepts(body.endpoint)) return problem('push-service-unknown');
        const { endpoint, keys } = body;
        const subscription = { endpoint, personId: person.id, p256dh: keys.p256dh, auth: keys.auth };
        await world.transaction((stores) => stores.push.put(subscription, MOST_BROWSERS, world.now()));
        return nothing();
      },
    }),
    endpoint({
      method: 'delete',
      path: '/push/subscriptions',
      tag: 'Notifications',
      scope: 'write',
      summary: 'Do not tell it any more',
      query: EndpointQuery,
      handle: async ({ person, query }) => {
        await world.stores.push.remove(query.endpoint, person.id);
        return nothing();
      },
    }),
  ];
}

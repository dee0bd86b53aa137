import { z } from '@hono/zod-openapi';
import type { Notification } from '../../app/ports/stores/notification-store.ts';
import { answer, type Endpoint, endpoint, nothing } from './endpoint.ts';
import { Id, IdParams, iso, PageQuery, pageArguments, pageOf, Time, toPage } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const NotificationSchema = z
  .object({
    id: Id,
    kind: z.enum(['clip-ready', 'clip-failed', 'clip-refused', 'clip-late', 'safety-answer']),
    sentence: z.string(),
    clipId: Id.nullable(),
    createdAt: Time,
    readAt: Time.nullable(),
  })
  .openapi('Notification');

const NotificationPage = pageOf(NotificationSchema).extend({ unread: z.number().int() });

/** What a person was told. */
export function notificationEndpoints({ world }: ServiceParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/notifications',
      tag: 'Notifications',
      scope: 'read',
      summary: 'What I was told, newest first',
      query: PageQuery,
      answer: NotificationPage,
      handle: async ({ person, query }) => {
        const found = await world.stores.notifications.list(person.id, pageArguments(query));
        const unread = await world.stores.notifications.countUnread(person.id);
        return answer(NotificationPage, { ...toPage(found, query.limit, notificationView, ({ id }) => id), unread });
      },
    }),
    endpoint({
      method: 'post',
      path: '/notifications/{id}/read',
      tag: 'Notifications',
      scope: 'write',
      summary: 'I have read it',
      params: IdParams,
      handle: async ({ person, params }) => {
        await world.stores.notifications.markRead(person.id, params.id, world.now());
        return nothing();
      },
    }),
    endpoint({
      method: 'post',
      path: '/notifications/read-all',
      tag: 'Notifications',
      scope: 'write',
      summary: 'I have read all of them',
      handle: async ({ person }) => {
        await world.stores.notifications.markRead(person.id, undefined, world.now());
        return nothing();
      },
    }),
  ];
}

function notificationView({
  id,
  kind,
  sentence,
  clipId,
  createdAt,
  readAt,
}: Notification): z.infer<typeof NotificationSchema> {
  return { id, kind, sentence, clipId: clipId ?? null, createdAt: iso(createdAt), readAt: readAt ? iso(readAt) : null };
}

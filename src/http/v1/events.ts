import { z } from '@hono/zod-openapi';
import type { LiveEvent, LiveEventKind } from '../../app/ports/stores/live-event-store.ts';
import { noteOpenWindow } from '../../app/push/open-windows.ts';
import { CLIP_STATES } from '../../domain/clip/clip-life.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { Id } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

/** Proxies and browsers drop connections on which nothing is said for about a minute. */
const HEARTBEAT_MILLISECONDS = 15_000;
/** A reader that lets so many bytes wait is cut off; it comes back and goes on where it was. */
const MOST_WAITING_BYTES = 256 * 1024;
/** How soon a browser connects again. */
const RETRY_MILLISECONDS = 2000;

const ClipNews = z.object({
  clipId: Id,
  state: z.enum(CLIP_STATES as [string, ...string[]]),
  progressPercent: z.number().int().optional(),
  walletChanged: z.boolean(),
  notified: z.boolean(),
});
const MessageNews = z.object({ chatId: Id, messageId: Id });
const news = <Data extends z.ZodType>(kind: LiveEventKind | 'hello', data: Data) =>
  z.object({ event: z.literal(kind), id: z.number().int(), data });

/** What stands in the stream. Windows ask for the rest themselves. */
const LiveEventSchema = z
  .discriminatedUnion('event', [
    news('hello', z.object({})).describe('The first of a stream: names the number at which it begins'),
    news('clip', ClipNews),
    news('message', MessageNews),
    news('notification', z.object({}).loose()),
    news('wallet', z.object({})),
    news('settings', z.object({})),
  ])
  .openapi('LiveEvent');

/** News as they happen. */
export function eventEndpoints(parts: ServiceParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/events',
      tag: 'Events',
      scope: 'read',
      summary: 'My live events, as a stream of server-sent events',
      description:
        'Each event has a number as its id. With the header Last-Event-ID (or the query `after`) the stream goes on after that number, so nothing is missed and nothing comes twice.',
      query: z.object({ after: z.coerce.number().int().nonnegative().optional() }),
      contentType: 'text/event-stream',
      answer: LiveEventSchema,
      handle: async ({ request, person, principal, query }) => {
        const resumed = Number.parseInt(request.headers.get('last-event-id') ?? '', 10);
        const after = Number.isNaN(resumed) ? query.after : resumed;
        const isWindow = principal.via === 'session';
        const from = after ?? (await parts.world.stores.events.lastNumber(person.id));
        return eventStream(parts, { personId: person.id, after: from, isWindow });
      },
    }),
  ];
}

interface Listener {
  readonly personId: string;
  readonly after: number;
  /** A browser, not a program: who has it open is not pushed to. */
  readonly isWindow: boolean;
}

function eventStream({ liveEvents, world, leaving, onBroken }: ServiceParts, listener: Listener): Response {
  const { personId, after, isWindow } = listener;
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = (): void => {
          stop();
          controller.close();
        };
        const say = (text: string): void => {
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) <= 0) end();
        };
        const open = isWindow ? noteOpenWindow(world, personId, onBroken) : undefined;
        const heartbeat = setInterval(() => {
          open?.stillOpen();
          say(':\n\n');
        }, HEARTBEAT_MILLISECONDS);
        // the first event names the number one stands at, so that a window that hears nothing yet can come back to it
        say(`retry: ${RETRY_MILLISECONDS}\nevent: hello\nid: ${after}\ndata: {}\n\n`);
        const unfollow = liveEvents.follow(personId, after, (events) => say(events.map(asText).join('')));
        stop = () => {
          clearInterval(heartbeat);
          unfollow();
          leaving?.removeEventListener('abort', end);
          open?.close();
        };
        if (leaving?.aborted) end();
        leaving?.addEventListener('abort', end);
      },
      cancel: () => stop(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
  );
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
  return new Response(body, { headers });
}

function asText({ number, kind, body }: LiveEvent): string {
  return `id: ${number}\nevent: ${kind}\ndata: ${JSON.stringify(body)}\n\n`;
}

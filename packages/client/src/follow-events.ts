import { errorOf, NetworkError, ReverieError } from './errors.ts';
import { createEventStreamReader, type EventStreamReader, type StreamEvent } from './event-stream.ts';
import type { RequestOptions, Transport, TransportParts } from './transport.ts';
import type { LiveEvent } from './types.ts';

/** `open` once the service is heard; `waiting` before coming back to it. */
export type StreamState = 'connecting' | 'open' | 'waiting';

export interface FollowOptions extends RequestOptions {
  /** The id of the last event that was heard: the stream goes on after it. From now on, when left out. */
  readonly lastEventId?: number | undefined;
  readonly onEvent: (event: LiveEvent) => void;
  /** `lastEventId` is where the stream stands: keep it to go on there another time. */
  readonly onState?: (state: StreamState, lastEventId: number | undefined) => void;
}

/** The service says something every 15 seconds; a connection that is silent for longer is dead. */
const LONGEST_SILENCE_MILLISECONDS = 45_000;
const USUAL_RETRY_MILLISECONDS = 2000;
const LONGEST_RETRY_MILLISECONDS = 30_000;

/**
 * Hears what happens, for as long as `signal` lets it: comes back when the connection breaks or falls silent, misses nothing
 * meanwhile and hears nothing twice. Resolves once it is aborted; rejects when coming back makes no sense (nobody is signed in).
 */
export async function followEvents(
  transport: Transport,
  { sleep, random }: Pick<TransportParts, 'sleep' | 'random'>,
  { lastEventId, signal, onEvent, onState }: FollowOptions,
): Promise<void> {
  const stop = signal ?? new AbortController().signal;
  let last = lastEventId;
  let failures = 0;
  let retryMilliseconds = USUAL_RETRY_MILLISECONDS;
  const hear = ({ event, id, data }: StreamEvent): void => {
    last = Number(id);
    failures = 0;
    if (event === 'hello') onState?.('open', last);
    else onEvent({ event, id: last, data: JSON.parse(data) } as LiveEvent);
  };

  while (!stop.aborted) {
    onState?.('connecting', last);
    const reader = createEventStreamReader();
    const error = await listen(transport, sleep, last, stop, reader, hear).catch(onlyRetryable(stop));
    if (stop.aborted) return;
    onState?.('waiting', last);
    retryMilliseconds = reader.retryMilliseconds ?? retryMilliseconds;
    // half of it is chance, so that not all windows come back at once when a server starts again
    const backoff = Math.min(LONGEST_RETRY_MILLISECONDS, retryMilliseconds * 2 ** failures) * (0.5 + random() / 2);
    const asked = error?.retryAfterSeconds;
    failures++;
    await sleep(asked === undefined ? backoff : asked * 1000, stop).catch(() => undefined);
  }
}

/** Hears one connection until it ends or falls silent. */
async function listen(
  { attempt, urlOf }: Transport,
  sleep: TransportParts['sleep'],
  last: number | undefined,
  stop: AbortSignal,
  reader: EventStreamReader,
  hear: (event: StreamEvent) => void,
): Promise<undefined> {
  const headers = { accept: 'text/event-stream', ...(last !== undefined && { 'last-event-id': String(last) }) };
  const response = await attempt({ method: 'GET', url: urlOf('/events'), headers, signal: stop });
  const error = await errorOf(response);
  if (error !== undefined) throw error;
  if (response.body === null) return;
  const chunks = response.body.getReader();
  try {
    for (;;) {
      const heard = new AbortController();
      const silence = sleep(LONGEST_SILENCE_MILLISECONDS, AbortSignal.any([stop, heard.signal]));
      const chunk = await Promise.race([chunks.read(), silence]).catch(broken);
      heard.abort();
      if (chunk?.value === undefined) return;
      reader.read(chunk.value).forEach(hear);
    }
  } finally {
    await chunks.cancel().catch(() => undefined);
  }
}

function broken(cause: unknown): never {
  throw new NetworkError(cause);
}

const onlyRetryable =
  (stop: AbortSignal) =>
  (error: unknown): ReverieError | undefined => {
    if (stop.aborted) return undefined;
    if (error instanceof ReverieError && error.retryable) return error;
    throw error;
  };

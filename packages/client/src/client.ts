import { type ClipNews, clipHandle } from './clip-handle.ts';
import { type FollowOptions, followEvents } from './follow-events.ts';
import { adminResources, personalResources } from './resources.ts';
import { createTransport, type TransportParts } from './transport.ts';
import type { LiveEvent } from './types.ts';

interface Common {
  /** Where the service is, such as `https://motion.example.com`; in a browser, where the page came from when left out. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** Waits; rejects with the signal's reason as soon as it is aborted. */
  readonly sleep?: TransportParts['sleep'];
  /** From 0 to 1: spreads what is tried again over time. */
  readonly random?: () => number;
}

/** Who asks: a program with a key, a person of the platform with a token, or a browser with a session. */
type Who =
  | { readonly apiKey: string }
  /** Asked for before each request, when it is a function: tokens expire. */
  | { readonly token: string | (() => string | Promise<string>) }
  /** `include` when the page comes from another place than the service. */
  | { readonly cookies?: 'same-origin' | 'include' };

export type ReverieClientOptions = Common & Who;
export type ReverieClient = ReturnType<typeof createReverieClient>;

/**
 * The client of a Reverie Motion service. What fails on the way is tried again where that is safe: everything that creates
 * something has an Idempotency-Key. All methods throw `ReverieError`s.
 */
export function createReverieClient(options: ReverieClientOptions) {
  const { baseUrl = placeOfPage(), sleep = sleepFor, random = Math.random } = options;
  const parts: TransportParts = {
    ...{ baseUrl, sleep, random },
    // called as a plain function: browsers refuse `fetch` with another `this`
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    bearer: bearerOf(options),
    credentials: ('cookies' in options ? options.cookies : undefined) ?? 'same-origin',
  };
  const transport = createTransport(parts);
  const { news, tell } = clipNews();
  /** The address of a file as views name it (`clip.file.url`, `picture.url`). */
  const fileUrl = (path: string): string => new URL(path, baseUrl).href;
  const handleOf = (clip: Parameters<typeof clipHandle>[1]) => clipHandle({ transport, sleep, news, fileUrl }, clip);

  return {
    ...personalResources(transport, handleOf),
    admin: adminResources(transport),
    events: {
      /** Hears what happens until `signal` is aborted; whoever waits for a clip of this client hears of it at once, too. */
      follow: ({ onEvent, ...rest }: FollowOptions): Promise<void> =>
        followEvents(transport, parts, {
          ...rest,
          onEvent: (event) => {
            tell(event);
            onEvent(event);
          },
        }),
    },
    fileUrl,
  };
}

function placeOfPage(): string {
  const { location } = globalThis as { readonly location?: { readonly origin: string } };
  if (location === undefined) throw new TypeError('Outside of a browser the client needs a baseUrl.');
  return location.origin;
}

function bearerOf(options: ReverieClientOptions): TransportParts['bearer'] {
  if ('apiKey' in options) return () => options.apiKey;
  if (!('token' in options)) return () => undefined;
  const { token } = options;
  return typeof token === 'function' ? token : () => token;
}

/** Brings the events of the stream to those who wait for a clip. */
function clipNews(): { readonly news: ClipNews; readonly tell: (event: LiveEvent) => void } {
  const waiting = new Map<string, Set<() => void>>();
  return {
    news: {
      next: (clipId) => {
        const all = waiting.get(clipId) ?? new Set();
        waiting.set(clipId, all);
        let wake = (): void => undefined;
        const heard = new Promise<void>((resolve) => {
          wake = resolve;
        });
        all.add(wake);
        return {
          heard,
          forget: () => {
            all.delete(wake);
            if (all.size === 0) waiting.delete(clipId);
          },
        };
      },
    },
    tell: (event) => {
      if (event.event !== 'clip') return;
      for (const wake of waiting.get(event.data.clipId) ?? []) wake();
    },
  };
}

function sleepFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

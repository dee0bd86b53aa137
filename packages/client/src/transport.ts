import type { paths } from './api-types.ts';
import { errorOf, NetworkError } from './errors.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Operation<Path extends keyof paths, M extends Method> = NonNullable<paths[Path][M]>;
type ValuesOf<Op> = Op extends { parameters: { path: infer Values } } ? { path: Values } : { path?: never };
type QueryOf<Op> = Op extends { parameters: { query?: infer Query } } ? { query?: Query } : { query?: never };
type BodyOf<Op> = Op extends { requestBody: { content: { 'application/json': infer Body } } }
  ? { body: Body }
  : { body?: never };
/** What an operation takes. */
export type BodyAt<Path extends keyof paths, M extends Method> =
  BodyOf<Operation<Path, M>> extends { body: infer Body } ? Body : never;
/** What an operation says when it went well. */
type AnswerOf<Op> = Op extends { responses: { 200: { content: { 'application/json': infer Answer } } } }
  ? Answer
  : Op extends { responses: { 201: { content: { 'application/json': infer Answer } } } }
    ? Answer
    : undefined;
export type AnswerAt<Path extends keyof paths, M extends Method> = AnswerOf<Operation<Path, M>>;

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}
export interface CreateOptions extends RequestOptions {
  /** The same again when a request is repeated by hand; each call has a new one when it is left out. */
  readonly idempotencyKey?: string | undefined;
}

/** A request as it goes out. */
interface Sending extends RequestOptions {
  readonly method: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: RequestInit['body'] | undefined;
  /** Whether it may be sent again when nobody knows if it arrived. */
  readonly repeatable: boolean;
}

type Given<Path extends keyof paths, M extends Method> = ValuesOf<Operation<Path, M>> &
  QueryOf<Operation<Path, M>> &
  BodyOf<Operation<Path, M>> &
  RequestOptions & {
    /** For what creates something. */
    readonly idempotencyKey?: string | undefined;
  };

export interface Transport {
  /** Calls an operation; throws a `ReverieError` when the answer is no, or there is none. */
  call<Path extends keyof paths, M extends Method>(
    method: M,
    path: Path,
    given: Given<Path, M>,
  ): Promise<AnswerAt<Path, M>>;
  /** Sends, and sends again what may be; answers with a good response. */
  send(sending: Sending): Promise<Response>;
  /** One attempt, whatever comes of it; throws `NetworkError` when nothing does. */
  attempt(sending: Omit<Sending, 'repeatable'>): Promise<Response>;
  /** The address of an operation. */
  urlOf(path: string, values?: Readonly<Record<string, string>>, query?: Readonly<Record<string, unknown>>): string;
}

export interface TransportParts {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly bearer: () => string | undefined | Promise<string | undefined>;
  readonly credentials: 'same-origin' | 'include';
}

const MOST_ATTEMPTS = 4;
const FIRST_WAIT_MILLISECONDS = 400;
/** When the service asks for a longer wait, the caller is told instead. */
const LONGEST_WAIT_MILLISECONDS = 20_000;

export function createTransport({ baseUrl, fetch, sleep, random, bearer, credentials }: TransportParts): Transport {
  const root = `${baseUrl.replace(/\/+$/, '')}/v1`;

  const attempt: Transport['attempt'] = async ({ method, url, headers, body = null, signal = null }) => {
    // files may lie with somebody else, who must not learn who asks
    const isOurs = url.startsWith(root);
    const token = isOurs ? await bearer() : undefined;
    const init = {
      ...{ method, body, signal, duplex: 'half' as const },
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
      ...(isOurs && { credentials }),
    };
    try {
      return await fetch(url, init);
    } catch (cause) {
      signal?.throwIfAborted();
      throw new NetworkError(cause);
    }
  };

  const send: Transport['send'] = async (sending) => {
    for (let attempts = 1; ; attempts++) {
      const outcome = await attempt(sending).catch(onlyNetworkErrors);
      const error = outcome instanceof NetworkError ? outcome : await errorOf(outcome);
      if (error === undefined) return outcome as Response;
      // what came too often was not done at all
      const mayRepeat = error.retryable && (sending.repeatable || error.status === 429);
      const backoff = FIRST_WAIT_MILLISECONDS * 2 ** (attempts - 1) * (0.5 + random());
      const wait = error.retryAfterSeconds === undefined ? backoff : error.retryAfterSeconds * 1000;
      if (!mayRepeat || attempts === MOST_ATTEMPTS || wait > LONGEST_WAIT_MILLISECONDS) throw error;
      await sleep(wait, sending.signal);
    }
  };

  const urlOf: Transport['urlOf'] = (path, values = {}, query = {}) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''));
    const known = Object.entries(query).filter(([, value]) => value !== undefined);
    const text = new URLSearchParams(known.map(([name, value]): [string, string] => [name, String(value)])).toString();
    return `${root}${filled}${text && '?'}${text}`;
  };

  return {
    attempt,
    send,
    urlOf,
    call: async (method, path, { path: values, query, body, signal, idempotencyKey }) => {
      const response = await send({
        ...{ method: method.toUpperCase(), url: urlOf(path, values, query), signal },
        headers: {
          ...(body && { 'content-type': 'application/json' }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        },
        body: body && JSON.stringify(body),
        repeatable: method !== 'post' || idempotencyKey !== undefined,
      });
      return (response.status === 204 ? undefined : await response.json()) as never;
    },
  };
}

function onlyNetworkErrors(error: unknown): NetworkError {
  if (error instanceof NetworkError) return error;
  throw error;
}

/** Also where `crypto.randomUUID` is not: on pages that were not loaded over https. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

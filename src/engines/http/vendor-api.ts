import { withoutSecrets } from './without-secrets.ts';

export type Fetch = typeof fetch;

/** What became of one request. */
export type VendorAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The body, without the key and without pictures in it. */
      readonly text: string;
      /** `undefined` when the body is no JSON. */
      readonly json: unknown;
      readonly retryAfterSeconds: number | undefined;
    }
  /** The connection was never made: the vendor surely knows nothing of it. */
  | { readonly kind: 'not-sent'; readonly because: string }
  /** It may have arrived: a time-out, a broken connection, an answer that was cut off. */
  | { readonly kind: 'no-answer'; readonly because: string };

export interface VendorRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base address, or a whole address of the same host. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a form, with files. */
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface VendorApiOptions {
  readonly fetch: Fetch;
  /** With `/api/v3` or the like, without a slash at the end. */
  readonly baseUrl: string;
  /** What is sent with every request; where the key is. */
  readonly headers: Readonly<Record<string, string>>;
  /** Blacked out wherever a vendor repeats it. */
  readonly key: string;
}

/** Answers of APIs are small; what is larger is not one. */
const LARGEST_ANSWER_BYTES = 4 * 1024 * 1024;

/** Asks a vendor's API once: no retry, no redirect, no waiting of its own. Throws nothing but a programmer's mistake. */
export function createVendorApi({ fetch, baseUrl, headers, key }: VendorApiOptions) {
  return async ({ method, path, body, form, headers: more, signal }: VendorRequest): Promise<VendorAnswer> => {
    const url = sameHost(path, baseUrl);
    try {
      const response = await fetch(url, {
        method,
        signal,
        redirect: 'manual',
        headers: { ...headers, ...more, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(form !== undefined && { body: form }),
      });
      const text = withoutSecrets(await readText(response), key);
      const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
      return {
        kind: 'answered',
        status: response.status,
        text,
        json: parsedJson(text),
        retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
      };
    } catch (error) {
      const because = withoutSecrets(wordsOf(error), key);
      return { kind: wasNeverSent(error) ? 'not-sent' : 'no-answer', because };
    }
  };
}
export type VendorApi = ReturnType<typeof createVendorApi>;

/** Addresses out of a vendor's answer get our key: only when they are the vendor's own. */
function sameHost(path: string, baseUrl: string): string {
  if (path.startsWith('/')) return `${baseUrl}${path}`;
  if (new URL(path).origin !== new URL(baseUrl).origin) throw new TypeError('an address of another host gets no key');
  return path;
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > LARGEST_ANSWER_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `undefined` when it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at instanceof Error && causes.length < 5; at = at.cause) causes.push(at);
  return causes;
}

/** What is at the bottom of it: "connect ECONNREFUSED 127.0.0.1:1", and not "fetch failed". */
function wordsOf(error: unknown): string {
  const deepest = causesOf(error).at(-1) as NodeJS.ErrnoException | undefined;
  return deepest?.message || deepest?.code || String(error);
}

/** Errors of Node and undici that come before a byte of the request has left. */
const BEFORE_SENDING =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|.*SELF_SIGNED.*|UNABLE_TO_.*)$/;

function wasNeverSent(error: unknown): boolean {
  return causesOf(error).some((cause) => BEFORE_SENDING.test(String((cause as NodeJS.ErrnoException).code)));
}

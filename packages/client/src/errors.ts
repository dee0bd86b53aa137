import type { components } from './api-types.ts';
import type { Clip } from './types.ts';

/** What the service says when it says no. */
export type Problem = components['schemas']['Problem'];

export interface ErrorFacts {
  /** Decide on this: a code of the service (`not-enough-credits`), why a clip ended (`face-refused`), or `network`. */
  readonly code: string;
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** What happened, one sentence for the person. */
  readonly detail: string;
  /** What to do about it, for the person. */
  readonly nextStep: string;
  /** Whether the same request may succeed a little later. */
  readonly retryable: boolean;
  /** How long to wait before that, when the service says so. */
  readonly retryAfterSeconds?: number | undefined;
  /** Everything else that the answer says: `missingCredits`, `lengthsSeconds` … */
  readonly members: Readonly<Record<string, unknown>>;
}

/** Everything that this client throws. `message` is the detail. */
export class ReverieError extends Error implements ErrorFacts {
  override readonly name: string = 'ReverieError';
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly nextStep: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(facts: ErrorFacts, cause?: unknown) {
    super(facts.detail, { cause });
    this.code = facts.code;
    this.status = facts.status;
    this.detail = facts.detail;
    this.nextStep = facts.nextStep;
    this.retryable = facts.retryable;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.members = facts.members;
  }
}

/** Nobody is signed in, or the key or token is not valid any more (401). */
export class NotSignedInError extends ReverieError {
  override readonly name = 'NotSignedInError';
}

/** Too often (429), also after waiting as long as this client waits by itself. */
export class RateLimitedError extends ReverieError {
  override readonly name = 'RateLimitedError';
}

/** There was no answer: no connection, or it took too long. */
export class NetworkError extends ReverieError {
  override readonly name = 'NetworkError';

  constructor(cause: unknown) {
    const detail = 'The service could not be reached.';
    super({ code: 'network', status: 0, detail, nextStep: 'Try again.', retryable: true, members: {} }, cause);
  }
}

/** A clip ended without a file. Its credits are back. */
export class ClipEndedError extends ReverieError {
  override readonly name = 'ClipEndedError';
  readonly clip: Clip;
  readonly creditsReturned: number;

  constructor(clip: Clip) {
    const unexplained = { code: clip.state, detail: `The clip is ${clip.state}.`, nextStep: '', creditsReturned: 0 };
    const { code, detail, nextStep, creditsReturned } = clip.end ?? unexplained;
    super({ code, status: 200, detail, nextStep, retryable: false, members: { creditsReturned } });
    this.clip = clip;
    this.creditsReturned = creditsReturned;
  }
}

const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** The error that an answer of another status than 2xx is; `undefined` for a good one. */
export async function errorOf(response: Response): Promise<ReverieError | undefined> {
  const { ok, status } = response;
  if (ok) return undefined;
  // what stands in front of the service may answer with a page
  const { code, detail, nextStep, type: _type, title: _title, status: _status, ...members } = await problemIn(response);
  const retryable = RETRYABLE_STATUSES.has(status);
  const facts = { code, status, detail, nextStep, retryable, members, retryAfterSeconds: retryAfterSeconds(response) };
  if (status === 401) return new NotSignedInError(facts);
  if (status === 429) return new RateLimitedError(facts);
  return new ReverieError(facts);
}

async function problemIn(
  response: Response,
): Promise<Partial<Problem> & Pick<Problem, 'code' | 'detail' | 'nextStep'>> {
  const unnamed = { code: 'unexpected', detail: `The answer was ${response.status}.`, nextStep: 'Try again.' } as const;
  const said = await response.json().catch(() => undefined);
  return typeof said === 'object' && said !== null ? { ...unnamed, ...said } : unnamed;
}

/** What the header asks to wait, when it is there and says seconds. */
function retryAfterSeconds({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}

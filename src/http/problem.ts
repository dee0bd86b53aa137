import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PictureRefusalReason } from '../app/ports/picture-reader.ts';

/** Every way in which a request can go wrong, by the status it is answered with. Clients decide on the code alone. */
const STATUS_OF = {
  'invalid-request': 400,
  'host-not-allowed': 421,
  'other-site': 403,
  'not-found': 404,
  'picture-gone': 404,
  'clip-gone': 404,
  'clip-not-ready': 409,
  'queue-full': 503,
  stopping: 503,
  'engine-broke': 500,
  unexpected: 500,
  'custom-motion-not-understood': 422,
  missing: 422,
  'not-readable': 422,
  'not-a-picture': 415,
  'format-not-supported': 415,
  'vector-drawing': 415,
  animated: 422,
  'too-many-bytes': 413,
  'too-many-pixels': 422,
  'too-small': 422,
  broken: 422,
} as const satisfies Record<string, ContentfulStatusCode> & Record<PictureRefusalReason, ContentfulStatusCode>;

export type ProblemCode = keyof typeof STATUS_OF;

/** What went wrong, in words for the person at the page. */
export interface Problem {
  readonly code: ProblemCode;
  /** One clear sentence: what is wrong. */
  readonly detail: string;
  /** What to do now, as a sentence. */
  readonly nextStep: string;
}

/** Answers with problem details as RFC 9457 describes them, and `code` and `nextStep` beside its members. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const status = STATUS_OF[problem.code];
  const body = { type: `urn:reverie-motion:problem:${problem.code}`, title: titleOf(problem.code), status, ...problem };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

/** `queue-full` -> `Queue full`: the short human name that RFC 9457 asks for, the same for every occurrence. */
function titleOf(code: ProblemCode): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

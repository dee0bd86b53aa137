import type { AnswerClaim } from '../../app/ports/stores/answer-store.ts';
import type { JsonValue } from '../../app/ports/video-engine.ts';
import type { Stores } from '../../app/ports/world.ts';
import { problem } from './problems.ts';
import type { ServiceParts } from './service-parts.ts';

/** What a request that creates something says. A `Response` is a refusal: nothing is remembered of it. */
export type Outcome =
  | {
      readonly status: number;
      readonly body: JsonValue;
      /** Members that only the first answer has, in place of those of `body`: secrets, which are kept nowhere. */
      readonly shownOnce?: Readonly<Record<string, JsonValue>>;
    }
  | Response;

/** Under whom answers to people without an account are kept: their keys are new UUIDs, so nobody meets another's. */
const ANYBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Does something once for each `Idempotency-Key`: the same request with the same key gets the first answer again, another
 * request with it is refused. What is done and the answer are one transaction.
 */
export async function once(
  { world, sha256 }: Pick<ServiceParts, 'world' | 'sha256'>,
  request: {
    readonly personId: string | undefined;
    readonly route: string;
    readonly key: string;
    readonly body: unknown;
  },
  work: (stores: Stores) => Promise<Outcome>,
): Promise<Response> {
  const { personId = ANYBODY, route, key } = request;
  const requestHash = Buffer.from(sha256(JSON.stringify(request.body ?? null))).toString('hex');
  try {
    return await world.transaction(async (stores) => {
      const claim = await stores.answers.claim({ personId, route, key, requestHash });
      if (claim.kind !== 'first') return again(claim);
      const outcome = await work(stores);
      if (outcome instanceof Response) throw new Refused(outcome);
      const { status, body, shownOnce } = outcome;
      await stores.answers.keep({ personId, route, key }, { status, body });
      return jsonResponse(status, shownOnce === undefined ? body : { ...(body as object), ...shownOnce });
    });
  } catch (error) {
    if (error instanceof Refused) return error.response;
    throw error;
  }
}

/** Ends a transaction whose work was refused, so that the key stays free for a better request. */
class Refused extends Error {
  readonly response: Response;

  constructor(response: Response) {
    super('refused');
    this.response = response;
  }
}

function again(claim: Exclude<AnswerClaim, { kind: 'first' }>): Response {
  if (claim.kind === 'other-request') return problem('key-used-for-another-request');
  return jsonResponse(claim.answer.status, claim.answer.body);
}

function jsonResponse(status: number, body: JsonValue): Response {
  if (status === 204) return new Response(null, { status });
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

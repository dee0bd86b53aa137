import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { createVendorApi, type Fetch } from '../http/vendor-api.ts';
import { VendorError } from '../http/vendor-error.ts';

export interface ReplicateCallbackOptions {
  readonly fetch: Fetch;
  readonly baseUrl: string;
  readonly key: string;
  readonly now: () => Date;
}

/** A message that is older, or from later, is not Replicate's or not new; its own client does not look at that. */
const MOST_SECONDS_AWAY = 300;

const Secret = z.object({ key: z.string().startsWith('whsec_') });

/** Knows messages that Replicate signed: HMAC-SHA256 with our account's secret over its id, the time and the body as it came. */
export function createReplicateCallbackVerifier({ fetch, baseUrl, key, now }: ReplicateCallbackOptions) {
  const call = createVendorApi({ fetch, baseUrl, key, headers: { authorization: `Bearer ${key}` } });
  let secret: Buffer | undefined;
  const readSecret = async (): Promise<Buffer> => {
    const signal = AbortSignal.timeout(10_000);
    const answer = await call({ method: 'GET', path: '/v1/webhooks/default/secret', signal });
    const told = answer.kind === 'answered' ? Secret.safeParse(answer.json) : undefined;
    if (!told?.success)
      throw new VendorError('engine-unreachable', 'Replicate does not tell the secret of its callbacks');
    return Buffer.from(told.data.key.slice('whsec_'.length), 'base64');
  };
  return async (headers: Headers, rawBody: string): Promise<boolean> => {
    const told = (name: string): string => headers.get(`webhook-${name}`) ?? '';
    const timestamp = told('timestamp');
    const secondsAway = Math.abs(now().getTime() / 1000 - Number(timestamp));
    if (!/^\d+$/.test(timestamp) || secondsAway > MOST_SECONDS_AWAY) return false;
    secret ??= await readSecret();
    const wanted = createHmac('sha256', secret)
      .update(`${told('id')}.${timestamp}.${rawBody}`)
      .digest();
    return told('signature')
      .split(' ')
      .filter((signature) => signature.startsWith('v1,'))
      .map((signature) => Buffer.from(signature.slice('v1,'.length), 'base64'))
      .some((given) => given.length === wanted.length && timingSafeEqual(given, wanted));
  };
}

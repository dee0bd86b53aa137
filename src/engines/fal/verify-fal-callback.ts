import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import type { Fetch } from '../http/vendor-api.ts';

export interface FalCallbackOptions {
  readonly fetch: Fetch;
  /** fal's public keys: `https://rest.fal.ai/.well-known/jwks.json` */
  readonly jwksUrl: string;
  readonly now: () => Date;
}

/** A message that is older, or from later, is not fal's or not new. */
const MOST_SECONDS_AWAY = 300;
const KEYS_KEPT_SECONDS = 24 * 3600;
/** Keys that do not fit are asked for anew, but nobody can make us ask all the time. */
const ASKED_AGAIN_SECONDS = 60;

const Keys = z.object({ keys: z.array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })) });

/** Knows messages that fal signed: Ed25519 over its request, its user, the time and the hash of the body as it came. */
export function createFalCallbackVerifier({ fetch, jwksUrl, now }: FalCallbackOptions) {
  let kept: { readonly keys: readonly KeyObject[]; readonly at: number } | undefined;
  const secondsNow = (): number => now().getTime() / 1000;
  const readKeys = async (notOlderThanSeconds: number): Promise<readonly KeyObject[]> => {
    if (kept !== undefined && secondsNow() - kept.at < notOlderThanSeconds) return kept.keys;
    const response = await fetch(jwksUrl, { signal: AbortSignal.timeout(10_000), redirect: 'error' });
    const { keys } = Keys.parse(await response.json());
    kept = { keys: keys.map((key) => createPublicKey({ key, format: 'jwk' })), at: secondsNow() };
    return kept.keys;
  };
  return async (headers: Headers, rawBody: string): Promise<boolean> => {
    const told = (name: string): string => headers.get(`x-fal-webhook-${name}`) ?? '';
    const timestamp = told('timestamp');
    if (!/^\d+$/.test(timestamp) || Math.abs(secondsNow() - Number(timestamp)) > MOST_SECONDS_AWAY) return false;
    const signature = Buffer.from(told('signature'), 'hex');
    const bodyHash = createHash('sha256').update(rawBody).digest('hex');
    const message = Buffer.from([told('request-id'), told('user-id'), timestamp, bodyHash].join('\n'));
    const fits = (keys: readonly KeyObject[]): boolean => keys.some((key) => verify(null, message, key, signature));
    return fits(await readKeys(KEYS_KEPT_SECONDS)) || fits(await readKeys(ASKED_AGAIN_SECONDS));
  };
}

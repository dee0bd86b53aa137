import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { personOfHost } from '../app/people/person-of-host.ts';
import { SCOPES, type Scope } from '../app/ports/identity.ts';
import type { Person } from '../app/ports/stores/person-store.ts';
import type { World } from '../app/ports/world.ts';
import { PLANS } from '../domain/entitlement/plans.ts';

/** A place that signs tokens for the people of the platform. */
export interface HostIssuer {
  /** `iss` of its tokens, letter by letter. */
  readonly issuer: string;
  /** Where its public keys are; a token never says where. */
  readonly jwksUrl: string;
}

export interface HostTokenParts {
  /** All of them speak of the same people: a `sub` is the same person, whoever signed it. */
  readonly issuers: readonly HostIssuer[];
  /** `aud` of the tokens: the name of this service at the platform. */
  readonly audience: string;
  readonly world: World;
  readonly fetch: typeof fetch;
}

export interface HostSignIn {
  readonly person: Person;
  readonly scopes: ReadonlySet<Scope>;
}

/** Signatures that only the owner of a private key can make: with a shared secret, whoever checks could also sign. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'RS256', 'PS256'];
const OLDEST_TOKEN = '10 minutes';
/** Between the clocks of two machines. */
const CLOCK_DIFFERENCE_SECONDS = 10;
const ORDINARY_SCOPES: readonly Scope[] = ['read', 'write', 'generate'];

const Claims = z.object({
  sub: z.string().min(1).max(200),
  iat: z.number(),
  plan: z.enum(PLANS.map(({ id }) => id) as [string, ...string[]]).optional(),
  name: z.string().trim().min(1).max(80).optional(),
  scopes: z.array(z.enum(SCOPES)).optional(),
  /** `false`: the platform knows that this person is not of age, who then may look but not make clips. */
  adult: z.boolean().optional(),
});
type Claims = z.infer<typeof Claims>;

/** Takes the platform's signed tokens; `undefined` for every token that is not exactly as agreed. */
export function createHostTokens(parts: HostTokenParts): (token: string) => Promise<HostSignIn | undefined> {
  const keysOf = new Map(
    parts.issuers.map(({ issuer, jwksUrl }) => [
      issuer,
      createRemoteJWKSet(new URL(jwksUrl), { [customFetch]: parts.fetch }),
    ]),
  );
  return async (token) => {
    const keys = keysOf.get(issuerOf(token) ?? '');
    const claims = keys && (await readClaims(token, keys, parts));
    if (claims === undefined) return undefined;
    const person = await personOfHost(parts.world, parts.world.stores, claims.sub, claims.name);
    await takePlan(parts.world, person.id, claims);
    return { person, scopes: scopesOf(claims) };
  };
}

/** Who a token says it is from, which decides only whose keys are asked whether that is true. */
function issuerOf(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return (claims as { iss?: string } | null)?.iss;
  } catch {
    return undefined;
  }
}

async function readClaims(
  token: string,
  keys: ReturnType<typeof createRemoteJWKSet>,
  { issuers, audience, world }: HostTokenParts,
): Promise<Claims | undefined> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer: issuers.map(({ issuer }) => issuer),
      audience,
      requiredClaims: ['exp', 'sub', 'iat'],
      maxTokenAge: OLDEST_TOKEN,
      clockTolerance: CLOCK_DIFFERENCE_SECONDS,
      currentDate: world.now(),
    });
    const claims = Claims.safeParse(payload);
    return claims.success ? claims.data : undefined;
  } catch (error) {
    // keys that cannot be fetched are the platform's trouble, not a bad token
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
    return undefined;
  }
}

/** The plan of a token is news as of when it was signed; most tokens say what is known. */
async function takePlan({ stores }: World, personId: string, { plan, iat }: Claims): Promise<void> {
  if (plan === undefined) return;
  const known = await stores.entitlements.find(personId);
  if (known?.planId === plan && known.status === 'active') return;
  const news = { planId: plan, status: 'active', periodEnd: undefined, source: 'host' } as const;
  await stores.entitlements.put(personId, { ...news, sourceAt: new Date(iat * 1000) });
}

function scopesOf({ scopes = [...ORDINARY_SCOPES], adult }: Claims): ReadonlySet<Scope> {
  return new Set(scopes.filter((scope) => scope !== 'generate' || adult !== false));
}

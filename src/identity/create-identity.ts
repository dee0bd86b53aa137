import { createHash, timingSafeEqual } from 'node:crypto';
import type { Accounts, DemoPeople } from '../app/ports/accounts.ts';
import { type Identity, type Principal, SCOPES, type Scope } from '../app/ports/identity.ts';
import type { Database } from '../app/ports/sql.ts';
import type { Person } from '../app/ports/stores/person-store.ts';
import type { World } from '../app/ports/world.ts';
import { type AccountUser, openAccounts, personOf } from './accounts.ts';
import { createDemoPeople } from './demo-people.ts';
import { createHostTokens, type HostIssuer, type HostSignIn } from './host-tokens.ts';
import { isLocalRequest, isLoopbackHost } from './local-request.ts';
import { bearerOf, createSessionTokens } from './session-token.ts';

export interface IdentitySettings {
  /** Signs sessions; 32 random bytes as text (`readOrMakeSecret`, or a setting that all machines share). */
  readonly secret: string;
  /** Whether browsers reach the service by https. */
  readonly https: boolean;
  /** The address that the server listens on: people of the demo exist only where nobody else can reach it. */
  readonly listenHost: string;
  /** Whether there are people of a demo at all. */
  readonly demo: boolean;
  /** Issuers of the platform's tokens; none where no platform hosts the service. */
  readonly hostIssuers: readonly HostIssuer[];
  readonly hostAudience: string;
  /** A key with all scopes for the first operator, who makes the others; `undefined`: there is none. */
  readonly operatorKey: string | undefined;
}

export interface IdentityParts {
  readonly database: Database;
  readonly world: World;
  readonly settings: IdentitySettings;
  /** Fetches the public keys of the platform. */
  readonly fetch: typeof fetch;
}

export interface IdentityHouse {
  readonly identity: Identity;
  readonly accounts: Accounts;
  readonly demoPeople: DemoPeople | undefined;
  /** Forgets sessions that are over; tells how many. */
  readonly sweep: () => Promise<number>;
}

/** All ways of signing in, asked one after the other: our API keys, the platform's tokens, sessions. */
export async function createIdentity({ database, world, settings, fetch }: IdentityParts): Promise<IdentityHouse> {
  const { secret, https, demo, listenHost, hostIssuers, hostAudience, operatorKey } = settings;
  const tokens = createSessionTokens({ secret, https });
  const accounts = await openAccounts({ database, world, tokens, secret });
  const isDemo = demo && isLoopbackHost(listenHost);
  const belongsHere = async (person: Person, request: Request): Promise<boolean> =>
    (isDemo && isLocalRequest(request)) || !(await isOfDemo(database, person));
  const hostSignIn = createHostTokens({ issuers: hostIssuers, audience: hostAudience, world, fetch });
  const withSession = async (signed: string): Promise<Person | undefined> => {
    const token = tokens.open(signed);
    const user = token === undefined ? undefined : await userOfSession(database, token, world.now());
    return user && personOf(world, user);
  };
  const byBearer = async (bearer: string): Promise<Principal | undefined> => {
    if (bearer.startsWith('rvk_')) return isOperatorKey(bearer, operatorKey) ? operator(world) : byKey(world, bearer);
    if (bearer.split('.').length === 3) return byToken(await hostSignIn(bearer));
    return byPerson(await withSession(bearer), 'token');
  };
  const findOut = async (request: Request): Promise<Principal | 'none' | undefined> => {
    if (request.headers.has('authorization')) return byBearer(bearerOf(request) ?? '');
    const signed = tokens.inCookieOf(request);
    return signed === undefined ? 'none' : byPerson(await withSession(signed), 'session');
  };
  return {
    accounts,
    demoPeople: isDemo ? createDemoPeople({ world, accounts }) : undefined,
    identity: {
      authenticate: async (request) => {
        const who = (await findOut(request)) ?? 'invalid';
        return typeof who === 'string' || (await belongsHere(who.person, request)) ? who : 'invalid';
      },
    },
    sweep: async () => {
      const over = await database.query('delete from identity_session where expires_at < $1 returning 1', [
        world.now(),
      ]);
      return over.length;
    },
  };
}

/** Whatever they sign in with: a key that somebody of a demo made is worth as little elsewhere as their session. */
async function isOfDemo(database: Database, { id }: Person): Promise<boolean> {
  const logins = await database.query(`select from person_login where provider = 'demo' and person = $1`, [id]);
  return logins.length > 0;
}

async function userOfSession(database: Database, token: string, now: Date): Promise<AccountUser | undefined> {
  const [user] = await database.query<AccountUser>(
    `select u.id, u.name, u.email from identity_session s join identity_user u on u.id = s.user_id
     where s.token = $1 and s.expires_at > $2`,
    [token, now],
  );
  return user;
}

const mayUse = ({ role }: Person): readonly Scope[] =>
  SCOPES.filter((scope) => scope !== 'admin' || role === 'operator');

function byPerson(person: Person | undefined, via: Principal['via']): Principal | undefined {
  return person && { person, scopes: new Set(mayUse(person)), via };
}

const byToken = (signIn: HostSignIn | undefined): Principal | undefined => signIn && { ...signIn, via: 'token' };

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A key never does more than its owner may do today. */
async function byKey({ stores, now }: World, key: string): Promise<Principal | undefined> {
  const known = await stores.apiKeys.use(sha256(key), now());
  const person = known && (await stores.people.find(known.personId));
  if (person === undefined) return undefined;
  const scopes = mayUse(person).filter((scope) => known?.scopes.includes(scope));
  return { person, scopes: new Set(scopes), via: 'key' };
}

function isOperatorKey(key: string, operatorKey: string | undefined): boolean {
  return operatorKey !== undefined && timingSafeEqual(sha256(key), sha256(operatorKey));
}

async function operator(world: World): Promise<Principal | undefined> {
  const login = { provider: 'settings', subject: 'operator' };
  const newcomer = { id: world.newId(), name: 'Operator', role: 'operator' } as const;
  return byPerson(await world.stores.people.addWithLogin(newcomer, login), 'key');
}

import type { Accounts, SignedIn } from '../app/ports/accounts.ts';
import type { Database } from '../app/ports/sql.ts';
import type { Person } from '../app/ports/stores/person-store.ts';
import type { World } from '../app/ports/world.ts';
import { bearerOf, SESSION_SECONDS, type SessionTokens } from './session-token.ts';
import { createSqlPool } from './sql-pool.ts';

export interface AccountParts {
  readonly database: Database;
  readonly world: World;
  readonly tokens: SessionTokens;
  readonly secret: string;
}

/** An account as it is kept; its id is its person's. */
export interface AccountUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Accounts, with sessions for the people of a demo. */
export interface AccountHouse extends Accounts {
  /** Opens a session for a person without asking for a password. */
  openDemoSession(person: Person, name: string): Promise<SignedIn>;
}

/** A domain that cannot exist (RFC 2606); nobody else is given an address in it. */
const DEMO_DOMAIN = '@demo.invalid';

/** What better-auth answers to a password or an address that is not right; everything else it throws is broken. */
const REFUSALS = new Set(['UNAUTHORIZED', 'BAD_REQUEST', 'UNPROCESSABLE_ENTITY']);

/** better-auth's core behind our own door: passwords and sessions are its business, addresses and answers are ours. */
export async function openAccounts({ database, world, tokens, secret }: AccountParts): Promise<AccountHouse> {
  const auth = await openBetterAuth({ database, world, tokens, secret });
  const signedIn = (personId: string, token: string): SignedIn => {
    const signed = tokens.sign(token);
    return { personId, token: signed, cookie: tokens.setCookie(signed) };
  };
  const signIn: Accounts['signIn'] = async ({ email, password }) => {
    const session = await unlessRefused(auth.api.signInEmail({ body: { email, password } }));
    return session && signedIn(session.user.id, session.token);
  };
  return {
    signIn,
    signUp: async (account) => {
      if (account.email.toLowerCase().endsWith(DEMO_DOMAIN)) return undefined;
      const made = await unlessRefused(auth.api.signUpEmail({ body: account }));
      if (made?.token == null) return signIn(account);
      await personOf(world, made.user);
      return signedIn(made.user.id, made.token);
    },
    signOut: async (request) => {
      const token = tokens.open(bearerOf(request) ?? tokens.inCookieOf(request) ?? '');
      if (token !== undefined) await (await auth.$context).internalAdapter.deleteSession(token);
      return tokens.forgetCookie;
    },
    changePassword: async (request, change) => {
      const signed = bearerOf(request) ?? tokens.inCookieOf(request) ?? '';
      const headers = new Headers({ cookie: `${tokens.cookieName}=${encodeURIComponent(signed)}` });
      if ((await auth.api.getSession({ headers })) === null) return 'no-session';
      const body = { ...change, revokeOtherSessions: true };
      const changed = await unlessRefused(auth.api.changePassword({ headers, body }));
      return changed?.token == null ? 'wrong-password' : signedIn(changed.user.id, changed.token);
    },
    openDemoSession: async ({ id, name }, demoName) => {
      await database.query(
        `insert into identity_user (id, name, email, email_verified) values ($1, $2, $3, false) on conflict do nothing`,
        [id, name, `${demoName}${DEMO_DOMAIN}`],
      );
      return signedIn(id, (await (await auth.$context).internalAdapter.createSession(id)).token);
    },
  };
}

/** The person of an account; made here when a crash came between the two. */
export async function personOf(world: World, { id, name }: AccountUser): Promise<Person> {
  const { people } = world.stores;
  const login = { provider: 'password', subject: id };
  return (await people.find(id)) ?? people.addWithLogin({ id, name, role: 'member' }, login);
}

/** Loaded when it is needed: it takes most of a second. */
async function openBetterAuth({ database, world, tokens, secret }: AccountParts) {
  const { betterAuth } = await import('better-auth');
  return betterAuth({
    secret,
    // nothing of it is served at an address of its own
    baseURL: 'http://localhost',
    database: createSqlPool(database) as never,
    emailAndPassword: { enabled: true },
    session: {
      modelName: 'identity_session',
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      fields: columns('userId', 'expiresAt', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'),
    },
    user: { modelName: 'identity_user', fields: columns('emailVerified', 'createdAt', 'updatedAt') },
    account: {
      modelName: 'identity_account',
      fields: columns(
        ...(['userId', 'accountId', 'providerId', 'accessToken', 'refreshToken', 'idToken'] as const),
        ...(['accessTokenExpiresAt', 'refreshTokenExpiresAt', 'createdAt', 'updatedAt'] as const),
      ),
    },
    verification: { modelName: 'identity_verification', fields: columns('expiresAt', 'createdAt', 'updatedAt') },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const expiresAt = new Date(world.now().getTime() + SESSION_SECONDS * 1000);
            return { data: { ...session, expiresAt } };
          },
        },
      },
    },
    advanced: {
      database: { generateId: () => world.newId() },
      cookies: { session_token: { name: tokens.cookieName } },
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
    },
    // ours is the one that all machines share
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** Our columns are named as everywhere in SQL. */
function columns<Name extends string>(...names: readonly Name[]): Record<Name, string> {
  const named = names.map((name) => [name, name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]);
  return Object.fromEntries(named);
}

async function unlessRefused<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    const { name, status } = error as { name?: string; status?: string };
    if (name === 'APIError' && REFUSALS.has(status ?? '')) return undefined;
    throw error;
  }
}

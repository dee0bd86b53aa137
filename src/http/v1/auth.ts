import { z } from '@hono/zod-openapi';
import type { Accounts, DemoPeople, SignedIn } from '../../app/ports/accounts.ts';
import { answer, type Endpoint, nothing, openEndpoint } from './endpoint.ts';
import { problem } from './problems.ts';
import { Id } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const Email = z.email().max(200);
/** Not of a certain mix of characters: length is what counts. */
const Password = z.string().min(8).max(128);
const Keep = z
  .enum(['cookie', 'token'])
  .default('cookie')
  .describe(
    'Browsers are given a cookie that scripts cannot read; programs a token to send as "Authorization: Bearer …"',
  );

const SignUpRequest = z.strictObject({
  name: z.string().trim().min(1).max(80),
  email: Email,
  password: Password,
  keep: Keep,
});
const SignInRequest = z.strictObject({ email: Email, password: z.string().min(1).max(128), keep: Keep });
const PasswordRequest = z.strictObject({
  currentPassword: z.string().min(1).max(128),
  newPassword: Password,
  keep: Keep,
});
const SessionSchema = z.object({ personId: Id, token: z.string().nullable() }).openapi('Session');

const DEMO_ROLES = ['subscriber', 'free', 'operator'] as const;
const DemoSchema = z
  .object({ people: z.array(z.object({ as: z.enum(DEMO_ROLES), name: z.string(), description: z.string() })) })
  .openapi('Demo');
const DemoRequest = z.strictObject({ as: z.enum(DEMO_ROLES), keep: Keep });

/** Guesses at one account, from wherever they come: after twenty, one every half minute. */
const GUESSES = { everySeconds: 30, burst: 20 };

/** Ways to sign in that the service has itself. */
export function authEndpoints(parts: ServiceParts): Endpoint[] {
  const { accounts, demoPeople } = parts;
  return [...(accounts ? accountEndpoints(parts, accounts) : []), ...(demoPeople ? demoEndpoints(demoPeople) : [])];
}

function accountEndpoints({ rates, sha256 }: ServiceParts, accounts: Accounts): Endpoint[] {
  const mayGuess = async (email: string): Promise<boolean> => {
    const account = Buffer.from(sha256(email.toLowerCase())).toString('base64url');
    return (await rates.take(`guess:${account}`, GUESSES)) === undefined;
  };
  return [
    openEndpoint({
      method: 'post',
      path: '/auth/sign-up',
      tag: 'Sign-in',
      rate: 'signIn',
      takesStaleSignIn: true,
      status: 201,
      summary: 'Make an account, and sign in',
      body: SignUpRequest,
      answer: SessionSchema,
      handle: async ({ body: { keep, ...account } }) => {
        if (!(await mayGuess(account.email))) return problem('too-many-requests');
        return sessionAnswer(await accounts.signUp(account), keep, 201);
      },
    }),
    openEndpoint({
      method: 'post',
      path: '/auth/sign-in',
      tag: 'Sign-in',
      rate: 'signIn',
      takesStaleSignIn: true,
      summary: 'Sign in with an e-mail address and a password',
      body: SignInRequest,
      answer: SessionSchema,
      handle: async ({ body: { keep, ...account } }) => {
        if (!(await mayGuess(account.email))) return problem('too-many-requests');
        return sessionAnswer(await accounts.signIn(account), keep);
      },
    }),
    openEndpoint({
      method: 'post',
      path: '/auth/sign-out',
      tag: 'Sign-in',
      takesStaleSignIn: true,
      summary: 'End this session',
      handle: async ({ request }) => withCookie(nothing(), await accounts.signOut(request)),
    }),
    openEndpoint({
      method: 'post',
      path: '/auth/password',
      tag: 'Sign-in',
      rate: 'signIn',
      summary: 'Change the password; all other sessions end',
      body: PasswordRequest,
      answer: SessionSchema,
      handle: async ({ request, body: { keep, ...change } }) => {
        const changed = await accounts.changePassword(request, change);
        if (changed === 'no-session') return problem('not-signed-in');
        if (changed === 'wrong-password') return problem('password-wrong');
        return sessionAnswer(changed, keep);
      },
    }),
  ];
}

function demoEndpoints(demoPeople: DemoPeople): Endpoint[] {
  return [
    openEndpoint({
      method: 'get',
      path: '/demo',
      tag: 'Sign-in',
      takesStaleSignIn: true,
      summary: 'Whom one can be in the demo',
      description: 'Exists only where nobody but this machine can reach the server.',
      answer: DemoSchema,
      handle: async () => answer(DemoSchema, { people: [...demoPeople.people] }),
    }),
    openEndpoint({
      method: 'post',
      path: '/demo/sign-in',
      tag: 'Sign-in',
      rate: 'signIn',
      takesStaleSignIn: true,
      summary: 'Be somebody of the demo',
      body: DemoRequest,
      answer: SessionSchema,
      handle: async ({ request, body: { as, keep } }) => {
        const session = await demoPeople.signIn(request, as);
        return session === undefined ? problem('not-found') : sessionAnswer(session, keep);
      },
    }),
  ];
}

function sessionAnswer(session: SignedIn | undefined, keep: 'cookie' | 'token', status = 200): Response {
  if (session === undefined) return problem('sign-in-failed');
  const { personId, token, cookie } = session;
  if (keep === 'token') return answer(SessionSchema, { personId, token }, status);
  return withCookie(answer(SessionSchema, { personId, token: null }, status), cookie);
}

function withCookie(response: Response, cookie: string): Response {
  response.headers.append('set-cookie', cookie);
  return response;
}

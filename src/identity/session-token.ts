import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a sign-in lasts; after that the password is asked for again. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** How the token of a session travels: with a signature, so that a leaked table of sessions opens nothing. */
export interface SessionTokens {
  readonly cookieName: string;
  /** `token.signature` */
  sign(token: string): string;
  /** The token of what was signed; `undefined` when the signature is not ours. */
  open(signed: string): string | undefined;
  /** The signed token in the cookie of a request. */
  inCookieOf(request: Request): string | undefined;
  setCookie(signed: string): string;
  readonly forgetCookie: string;
}

/** @param options.https whether browsers reach the service by https: then the cookie is bound to exactly this host */
export function createSessionTokens({ secret, https }: { secret: string; https: boolean }): SessionTokens {
  const cookieName = https ? '__Host-reverie_session' : 'reverie_session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
  const signatureOf = (token: string): string => createHmac('sha256', secret).update(token).digest('base64');
  return {
    cookieName,
    sign: (token) => `${token}.${signatureOf(token)}`,
    open: (signed) => {
      const dot = signed.lastIndexOf('.');
      const token = signed.slice(0, Math.max(dot, 0));
      const given = Buffer.from(signed.slice(dot + 1));
      const right = Buffer.from(signatureOf(token));
      return token !== '' && given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
    },
    inCookieOf: ({ headers }) => cookieOf(headers.get('cookie') ?? '', cookieName),
    setCookie: (signed) => `${cookieName}=${encodeURIComponent(signed)}; Max-Age=${SESSION_SECONDS}; ${attributes}`,
    forgetCookie: `${cookieName}=; Max-Age=0; ${attributes}`,
  };
}

function cookieOf(header: string, name: string): string | undefined {
  const pair = header.split('; ').find((one) => one.startsWith(`${name}=`));
  const value = pair?.slice(name.length + 1);
  if (value === undefined || value === '') return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    // not written by us; its signature will be found wrong
    return value;
  }
}

/** What a program sends as `Authorization: Bearer …`; `undefined` when the header is missing or of another kind. */
export function bearerOf({ headers }: Request): string | undefined {
  return /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Links } from '../app/ports/links.ts';

const HOUR_MILLISECONDS = 3600 * 1000;
/** A link works for at least this long: a page that stays open plays its clips, a copied link soon tells nobody anything. */
const HOURS = 12;

/**
 * Addresses of files: bare for what everybody may see, signed (HMAC-SHA256 over path and expiry) for private ones. Expiries are
 * rounded to whole hours, so that the same file has the same address for an hour and caches know it.
 */
export function createSignedLinks({ secret }: { readonly secret: string }): Links {
  const signatureOf = (path: string, expires: string): Buffer =>
    createHmac('sha256', secret).update(`media\n${path}\n${expires}`).digest();
  return {
    of: (path, visibility, now) => {
      if (visibility === 'public') return path;
      const hour = Math.ceil(now.getTime() / HOUR_MILLISECONDS) + HOURS;
      const expires = String((hour * HOUR_MILLISECONDS) / 1000);
      return `${path}?expires=${expires}&signature=${signatureOf(path, expires).toString('base64url')}`;
    },
    isSigned: (path, { expires, signature }, now) => {
      const given = Buffer.from(signature, 'base64url');
      const wanted = signatureOf(path, expires);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
      return Number(expires) * 1000 > now.getTime();
    },
  };
}

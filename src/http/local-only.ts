import type { MiddlewareHandler } from 'hono';
import { problemResponse } from './problem.ts';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Keeps other web sites away from a server that has no sign-in. `Host` must be one of our own names, else a site whose
 * name was re-pointed to 127.0.0.1 (DNS rebinding) could read everything; and what changes something must not be sent
 * by a page of another origin. Programs without a browser send neither `Origin` nor `Sec-Fetch-Site` and are let in.
 */
export function localOnly(port: number, host: string): MiddlewareHandler {
  const names = LOOPBACK_NAMES.includes(host) ? LOOPBACK_NAMES : [...LOOPBACK_NAMES, host];
  const allowedHosts = new Set(names.map((name) => `${name}:${port}`));
  return async (context, next) => {
    const asked = context.req.header('host') ?? '';
    if (!allowedHosts.has(asked.toLowerCase())) return hostNotAllowed(port);
    if (!isRead(context.req.method) && isFromOtherSite(context.req.raw.headers, asked)) return otherSite();
    return next();
  };
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

function isFromOtherSite(headers: Headers, host: string): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin !== null && origin !== `http://${host}`) return true;
  return site !== null && site !== 'same-origin' && site !== 'none';
}

function hostNotAllowed(port: number): Response {
  return problemResponse({
    code: 'host-not-allowed',
    detail: 'This server answers only under its own local address.',
    nextStep: `Open http://127.0.0.1:${port} instead.`,
  });
}

function otherSite(): Response {
  return problemResponse({
    code: 'other-site',
    detail: 'Another web site tried to send something to this program.',
    nextStep: 'Use the page that this program serves itself.',
  });
}

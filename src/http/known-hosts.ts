import type { MiddlewareHandler } from 'hono';
import { problem } from './v1/problems.ts';

const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Answers only under names that are ours, where they are known: on loopback, and where a public origin is set. Else a site
 * whose name was re-pointed to 127.0.0.1 (DNS rebinding) could use a service that trusts whoever can reach it.
 */
export function knownHosts(host: string, publicOrigin: string | undefined): MiddlewareHandler {
  const isLoopback = LOOPBACK_NAMES.includes(host) || host === '::1';
  if (!isLoopback && publicOrigin === undefined) return (_, next) => next();
  const ours = publicOrigin === undefined ? [] : [new URL(publicOrigin).hostname];
  // health checks and neighbours ask by the address that is listened on
  const names = new Set([...LOOPBACK_NAMES, ...ours, host]);
  return async (context, next) => {
    const asked = nameOf(context.req.header('host') ?? '');
    if (asked !== undefined && names.has(asked)) return next();
    return problem('host-not-known', { nextStep: `Open ${publicOrigin ?? 'http://127.0.0.1'} instead.` });
  };
}

function nameOf(host: string): string | undefined {
  return /^(\[[\da-f:.]+\]|[^:]*)(?::\d+)?$/i.exec(host)?.[1]?.toLowerCase();
}

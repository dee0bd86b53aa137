import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

/** What every request of the service carries with it. */
export interface ClientAddressVariables {
  readonly clientAddress: string | undefined;
}

export interface ClientAddresses {
  /** Notes where a request comes from; before everything that asks for it. */
  readonly note: MiddlewareHandler;
  /** The address a request was noted with; `unknown` for one that came by no connection. */
  readonly of: (request: Request) => string;
}

/**
 * Where requests come from. Behind proxies the connection is the proxy's; each of them adds whom it heard to
 * `X-Forwarded-For`, so with so many of our own in front, the entry that many from the end is the one nobody else could write.
 *
 * @param proxies how many proxies of our own stand in front of the service
 */
export function clientAddresses(proxies: number): ClientAddresses {
  const known = new WeakMap<Request, string>();
  return {
    note: (context, next) => {
      const address = addressOf(context, proxies);
      known.set(context.req.raw, address);
      context.set('clientAddress', address);
      return next();
    },
    of: (request) => known.get(request) ?? 'unknown',
  };
}

function addressOf(context: Context, proxies: number): string {
  if (proxies === 0) return connectionOf(context);
  const heard = (context.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  return heard.at(-proxies) || connectionOf(context);
}

/** Requests that were made in process have no connection. */
function connectionOf(context: Context): string {
  return context.env?.incoming === undefined ? 'unknown' : (getConnInfo(context).remote.address ?? 'unknown');
}

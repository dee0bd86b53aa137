import { Hono, type MiddlewareHandler } from 'hono';
import { clientAddresses } from './client-address.ts';
import { docsRoutes } from './docs/docs-routes.ts';
import { knownHosts } from './known-hosts.ts';
import { type OpsParts, opsRoutes } from './ops-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { createApi } from './v1/api.ts';
import { problem } from './v1/problems.ts';
import type { ServiceParts } from './v1/service-parts.ts';

export interface WebParts {
  readonly service: ServiceParts;
  readonly ops: OpsParts;
  /** Address that is listened on. */
  readonly host: string;
  readonly publicOrigin: string | undefined;
  /** Proxies of our own in front of the service. */
  readonly proxies: number;
  /** Told of every answer. */
  readonly onAnswer: (method: string, status: number, seconds: number) => void;
  /** Routes beside the API: files, pages, the app in the browser. */
  readonly pages: readonly Hono[];
}

/** The whole web side of the service. Listens to nothing by itself. */
export function createServiceApp(parts: WebParts): Hono {
  const { service } = parts;
  const app = new Hono();
  const addresses = clientAddresses(parts.proxies);
  app.use(timed(parts.onAnswer));
  app.use(securityHeaders());
  app.use(knownHosts(parts.host, parts.publicOrigin));
  app.use(addresses.note);
  app.route('/', opsRoutes(parts.ops));
  const api = createApi(service, addresses.of);
  app.route('/', docsRoutes(api.openApiDocument));
  app.route('/v1', api.app);
  for (const routes of parts.pages) app.route('/', routes);
  app.notFound(() => problem('not-found'));
  app.onError((error) => {
    service.onBroken(error);
    return problem('unexpected');
  });
  return app;
}

function timed(onAnswer: WebParts['onAnswer']): MiddlewareHandler {
  return async (context, next) => {
    const startedAt = performance.now();
    await next();
    onAnswer(context.req.method, context.res.status, (performance.now() - startedAt) / 1000);
  };
}

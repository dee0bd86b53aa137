import { Hono } from 'hono';
import { clipRoutes } from './clip-routes.ts';
import { demoRoutes } from './demo-routes.ts';
import type { HttpParts } from './http-parts.ts';
import { localOnly } from './local-only.ts';
import { motionRoutes } from './motion-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { pictureRoutes } from './picture-routes.ts';
import { problemResponse } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

/** The whole web side: the page, and the small API behind it. Mounts nothing and listens to nothing by itself. */
export function createHttpApp(parts: HttpParts): Hono {
  const app = new Hono();
  app.use(securityHeaders());
  app.use(localOnly(parts.port, parts.host));
  app.get('/healthz', (context) => context.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }));
  app.route('/', pageRoutes(parts));
  app.route('/v1', motionRoutes());
  app.route('/v1', demoRoutes(parts));
  app.route('/v1', pictureRoutes(parts));
  app.route('/v1', clipRoutes(parts));
  app.notFound(() =>
    problemResponse({
      code: 'not-found',
      detail: 'There is nothing at this address.',
      nextStep: 'Open the page at /.',
    }),
  );
  app.onError((error) => {
    parts.onBroken(error);
    return problemResponse({
      code: 'unexpected',
      detail: 'Something broke on our side.',
      nextStep: 'Try again. If it happens again, the window in which the program runs says why.',
    });
  });
  return app;
}

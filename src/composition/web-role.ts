import { setMaxListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { hearOfAttempt } from '../app/clips/hear-of-attempt.ts';
import { engineHook } from '../http/hooks/engine-hook.ts';
import { stripeHook } from '../http/hooks/stripe-hook.ts';
import { mediaRoutes } from '../http/media-routes.ts';
import { type RunningServer, startServer } from '../http/server.ts';
import { createServiceApp } from '../http/service-app.ts';
import { shareRoutes } from '../http/share/share-routes.ts';
import { webAppRoutes } from '../http/web-app-routes.ts';
import { createRequestCounter, metricsText } from '../ops/metrics.ts';
import { callbackVerifiers } from './hosted-engines.ts';
import type { Service } from './open-service.ts';

/** The app in the browser, as the build left it. */
const APP_FOLDER = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Makes the service reachable. Throws `CannotListen`. */
export async function startWeb(service: Service): Promise<RunningServer> {
  const leaving = new AbortController();
  // every open window listens to it
  setMaxListeners(0, leaving.signal);
  const parts = { ...service.parts, leaving: leaving.signal };
  const server = await startServer(await createWebSide({ ...service, parts }, APP_FOLDER), service.config);
  return {
    ...server,
    stop: (graceSeconds) => {
      leaving.abort();
      return server.stop(graceSeconds);
    },
  };
}

/** Everything that is served. Listens to nothing by itself. */
export async function createWebSide(
  service: Pick<Service, 'config' | 'parts' | 'log' | 'database' | 'safetyStandings' | 'callbackTokens'>,
  appFolder: string,
): Promise<Hono> {
  const { config, parts, log, database } = service;
  const requests = createRequestCounter();
  return createServiceApp({
    service: parts,
    ops: {
      checks: [
        { name: 'database', probe: async () => void (await database.query('select 1')) },
        { name: 'storage', probe: () => parts.storage.probe() },
      ],
      safetyStandings: service.safetyStandings,
      metricsText: () =>
        metricsText(parts.world.stores, parts.engines, requests, process.memoryUsage(), parts.world.now()),
      mayReadMetrics: async (request) => {
        const who = await parts.identity.authenticate(request);
        return typeof who === 'object' && who.scopes.has('admin');
      },
      onBroken: log.broken,
    },
    ...{ host: config.host, publicOrigin: config.publicOrigin, proxies: config.proxies },
    onAnswer: requests.count,
    pages: [
      mediaRoutes(parts),
      engineHook({
        ...{ tokens: service.callbackTokens, onBroken: log.broken },
        hear: (attemptId, signedMessage) => hearOfAttempt(parts, attemptId, signedMessage),
        verifiers: callbackVerifiers(config, { fetch, now: parts.world.now }),
      }),
      shareRoutes({ ...parts, publicOrigin: config.publicOrigin }),
      ...(parts.billing ? [stripeHook(parts.billing, log.broken)] : []),
      // it answers at whatever address is left, so it comes last
      await webAppRoutes(appFolder),
    ],
  });
}

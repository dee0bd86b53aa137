import { Hono } from 'hono';
import { problem } from './v1/problems.ts';

/** One thing that has to work for the service to work. */
export interface HealthCheck {
  readonly name: string;
  /** Throws, saying why, when it does not work. */
  readonly probe: () => Promise<void>;
}

export interface OpsParts {
  readonly checks: readonly HealthCheck[];
  /** What the safety layer rests on, in plain sentences: whoever looks after the service has to know. */
  readonly safetyStandings: () => readonly {
    readonly gate: string;
    readonly isModelChecked: boolean;
    readonly sentence: string;
  }[];
  readonly metricsText: () => Promise<string>;
  /** Whether this request may read metrics. */
  readonly mayReadMetrics: (request: Request) => Promise<boolean>;
  readonly onBroken: (error: unknown) => void;
}

/** A check that takes longer has failed: whoever asks has a limit of their own. */
const PROBE_SECONDS = 5;
const NO_STORE = { 'cache-control': 'no-store' };

/** `/healthz`: this process runs. `/readyz`: it can do its work. `/metrics`: how it does. */
export function opsRoutes(parts: OpsParts): Hono {
  const routes = new Hono();
  routes.get('/healthz', (context) => context.json({ status: 'ok' }, 200, NO_STORE));
  routes.get('/readyz', async (context) => {
    const checks = await Promise.all(parts.checks.map((check) => look(check, parts.onBroken)));
    const isReady = checks.every(({ ok }) => ok);
    const body = { status: isReady ? 'ready' : 'not-ready', checks, safety: parts.safetyStandings() };
    return context.json(body, isReady ? 200 : 503, NO_STORE);
  });
  routes.get('/metrics', async (context) => {
    if (!(await parts.mayReadMetrics(context.req.raw))) return problem('not-allowed');
    const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', ...NO_STORE };
    return context.body(await parts.metricsText(), 200, headers);
  });
  return routes;
}

/** Outside, nobody needs to know why; the log says it. */
async function look({ name, probe }: HealthCheck, onBroken: OpsParts['onBroken']) {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not answer in ${PROBE_SECONDS} s`)), PROBE_SECONDS * 1000);
  });
  try {
    await Promise.race([probe(), tooLate]);
    return { name, ok: true };
  } catch (error) {
    onBroken(error);
    return { name, ok: false };
  } finally {
    clearTimeout(timer);
  }
}

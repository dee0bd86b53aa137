import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../../test/support/test-service.ts';
import type { HealthCheck } from './ops-routes.ts';
import { createServiceApp, type WebParts } from './service-app.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const SPEED_BUMP = { gate: 'text', isModelChecked: false, sentence: 'A speed bump.' };

function appWith({ checks = [], ...parts }: Partial<WebParts> & { checks?: HealthCheck[] } = {}) {
  const answers: string[] = [];
  const app = createServiceApp({
    service: service.parts,
    ops: {
      checks,
      safetyStandings: () => [SPEED_BUMP],
      metricsText: async () => 'reverie_clips_living 0\n',
      mayReadMetrics: async ({ headers }) => headers.has('authorization'),
      onBroken: () => undefined,
    },
    ...{ host: '127.0.0.1', publicOrigin: undefined, proxies: 0, pages: [] },
    onAnswer: (method, status) => answers.push(`${method} ${status}`),
    ...parts,
  });
  const ask = async (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`http://127.0.0.1:4600${path}`, { headers: { host: '127.0.0.1:4600', ...headers } }));
  return { ask, answers };
}

describe('the web side', () => {
  it('says that it runs, that it can work, and that only speed bumps stand in the way of harm', async () => {
    const { ask } = appWith({ checks: [{ name: 'database', probe: async () => {} }] });
    expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await ask('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready', checks: [{ name: 'database', ok: true }], safety: [SPEED_BUMP] });
  });

  it('is not ready when something it needs is broken, and tells strangers no more than that', async () => {
    const broken = { name: 'storage', probe: () => Promise.reject(new Error('no space in /srv/secret')) };
    const answer = await appWith({ checks: [broken] }).ask('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('secret');
  });

  it('shows metrics to those who may see them', async () => {
    const { ask } = appWith();
    expect((await ask('/metrics')).status).toBe(403);
    expect(await (await ask('/metrics', { authorization: 'Bearer x' })).text()).toContain('reverie_clips_living');
  });

  it.each([
    ['another name on loopback', '127.0.0.1', undefined, 'evil.example', 403],
    ['its own public name', '0.0.0.0', 'https://clips.example', 'clips.example', 200],
    ['another name than its public one', '0.0.0.0', 'https://clips.example', 'evil.example', 403],
    ['any name where none is known', '0.0.0.0', undefined, 'whatever.example', 200],
    ['localhost with any port', '127.0.0.1', undefined, 'localhost:1234', 200],
  ])('asked for under %s', async (_, host, publicOrigin, asked, status) => {
    expect((await appWith({ host, publicOrigin }).ask('/healthz', { host: asked })).status).toBe(status);
  });

  it('keeps the same strict headers on everything, errors included, and tells of every answer', async () => {
    const { ask, answers } = appWith();
    const answer = await ask('/nowhere');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.json()).toMatchObject({ code: 'not-found', status: 404 });
    expect(answers).toEqual(['GET 404']);
  });

  it('publishes its OpenAPI document', async () => {
    expect(await (await appWith().ask('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
  });
});

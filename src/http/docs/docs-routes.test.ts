import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, TEST_ORIGIN, type TestService } from '../../../test/support/test-service.ts';
import { describeApi } from '../v1/api.ts';
import type { ApiDocument } from './api-document.ts';
import { curlExample } from './curl-example.ts';
import { docsRoutes } from './docs-routes.ts';

const document = describeApi() as ApiDocument;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
);

describe('the page about the API', () => {
  let page: string;
  beforeAll(async () => {
    page = await (await docsRoutes(() => document).request('/docs')).text();
  });

  it('shows every operation, every thing and every problem, with links that lead somewhere', () => {
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    const links = Array.from(page.matchAll(/ href="#([^"]+)"/g), ([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(operations.map(({ operation }) => operation.operationId)));
    expect(ids).toEqual(expect.arrayContaining(Object.keys(document.components.schemas).map((name) => `schema-${name}`)));
    expect(page).toContain('<code>not-<wbr>enough-<wbr>credits</code>');
  });

  it('needs no script, no inline style and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|style=|<style|src=|href="https?:/);
  });

  it('shows text as text', async () => {
    const hostile = { ...document, info: { ...document.info, title: '<img onerror=alert(1)>' } };
    expect(await (await docsRoutes(() => hostile).request('/docs')).text()).not.toContain('<img');
  });
});

describe('the examples', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await openTestService();
  });
  afterAll(() => service.close());

  it.each(operations)('$method $path is a request that the service understands', async ({ method, path, operation }) => {
    const command = curlExample(document, method, path, operation);
    const operator = await service.world.addPerson({ role: 'operator' });
    const response = await run(command, service.signIn(operator));
    // the ids of examples lead nowhere, and accounts are not part of this service
    const { code } = response.ok ? { code: 'done' } : ((await response.json()) as { code: string });
    if (response.ok) await response.body?.cancel();
    expect(code).not.toMatch(/^(invalid-request|idempotency-key-missing|method-not-allowed|not-signed-in|unexpected)$/);
  });

  /** Does what curl would do. */
  function run(command: string, key: string): Promise<Response> {
    const address = /"\$REVERIE(\/[^"]+)"/.exec(command)?.[1] ?? '';
    const headers = new Headers(
      Array.from(command.matchAll(/--header "([^:]+): ([^"]+)"/g), ([, name = '', value = '']): [string, string] => [
        name,
        value.replace('$REVERIE_API_KEY', key).replace('$(uuidgen)', crypto.randomUUID()),
      ]),
    );
    const json = /--json '(.+)'/.exec(command)?.[1];
    if (json !== undefined) headers.set('content-type', 'application/json');
    const body = json ?? (command.includes('--data-binary') ? new Uint8Array([1]) : null);
    const method = /--request (\w+)/.exec(command)?.[1] ?? 'GET';
    return service.fetch(`${TEST_ORIGIN}${address}`, { method, headers, body });
  }
});

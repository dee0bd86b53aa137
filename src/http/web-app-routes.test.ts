import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webAppRoutes } from './web-app-routes.ts';

const SCRIPT = 'console.log("the app")';

describe('the app in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reverie-web-'));
  let ask: (path: string, headers?: Record<string, string>) => Promise<Response>;

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Reverie</title>');
    writeFileSync(join(folder, 'assets', 'index-a1.js'), SCRIPT);
    writeFileSync(join(folder, 'assets', 'index-a1.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(folder, 'secret.txt'), 'no');
    const routes = await webAppRoutes(folder);
    ask = async (path, headers = {}) => routes.request(path, { headers });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['/', '/chat/01930000-0000-7000-8000-000000000000', '/wallet?from=animate'])(
    'answers %s with its page, under a strict policy',
    async (path) => {
      const response = await ask(path);
      expect(await response.text()).toContain('<title>Reverie</title>');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('sends the smaller form to who takes it, for ever, and says that there is more than one', async () => {
    const small = await ask('/assets/index-a1.js', { 'accept-encoding': 'gzip, br' });
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(new Uint8Array(await small.arrayBuffer())).toString()).toBe(SCRIPT);
    const plain = await ask('/assets/index-a1.js', { 'accept-encoding': 'br;q=0' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
    expect(plain.headers.get('cache-control')).toContain('immutable');
    expect(plain.headers.get('vary')).toBe('accept-encoding');
    expect(plain.headers.get('etag')).not.toBe(small.headers.get('etag'));
  });

  it('does not send again what is known', async () => {
    const etag = (await ask('/')).headers.get('etag') ?? '';
    const again = await ask('/', { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each(['/assets/index-b2.js', '/v1/nothing', '/media/clips/x', '/secret.txt', '/favicon.ico', '/assets/../secret.txt'])(
    'has no page in place of %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );
});

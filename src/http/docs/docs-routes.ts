import { Hono } from 'hono';
import type { ApiDocument } from './api-document.ts';
import { docsPage } from './docs-page.ts';
import { DOCS_STYLE } from './docs-style.ts';

/** An hour: a new release may describe something else at the same address. */
const CACHED = { 'cache-control': 'public, max-age=3600' };

/** `/docs` for people, `/openapi.json` for programs. */
export function docsRoutes(openApiDocument: () => object): Hono {
  let page: Promise<string> | undefined;
  const routes = new Hono();
  routes.get('/openapi.json', (context) => context.json(openApiDocument(), 200, CACHED));
  routes.get('/docs', async (context) => {
    page ??= Promise.resolve(docsPage(openApiDocument() as ApiDocument)).then(String);
    return context.html(await page, 200, CACHED);
  });
  routes.get('/docs/style.css', (context) =>
    context.body(DOCS_STYLE, 200, { 'content-type': 'text/css; charset=utf-8', ...CACHED }),
  );
  return routes;
}

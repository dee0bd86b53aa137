import { Hono } from 'hono';
import type { HttpParts } from './http-parts.ts';
import type { PageFile } from './page-files.ts';

/** `/` and the page's own files. */
export function pageRoutes({ pageFiles }: Pick<HttpParts, 'pageFiles'>): Hono {
  const routes = new Hono();
  for (const [name, file] of pageFiles) {
    routes.get(name === 'index.html' ? '/' : `/${name}`, ({ req }) => answer(req.header('if-none-match'), file));
  }
  return routes;
}

/** The names carry no version, so the browser asks each time and mostly hears 304. */
function answer(knownTag: string | undefined, { body, contentType, etag }: PageFile): Response {
  const headers = { 'content-type': contentType, etag, 'cache-control': 'no-cache' };
  return knownTag === etag ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Smaller forms that the build made of a file, the smallest first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** Nothing from elsewhere, nothing inline. What plays and what is shown comes from here, or was made in the page itself. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The names of hashed files say what is in them, so they never change. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

interface Served {
  readonly contentType: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly smaller: readonly { readonly name: string; readonly body: Uint8Array<ArrayBuffer> }[];
}

/**
 * The app in the browser, as the build left it in `folder` (`dist/web`): its files, and `index.html` at every other address
 * that a person may open. The files are read once; only their names are ever served. Mount it last.
 */
export async function webAppRoutes(folder: string): Promise<Hono> {
  const files = await readFiles(folder);
  const page = files.get('/index.html');
  if (page === undefined) throw new Error(`the web app is not built: there is no index.html in ${folder}`);
  const routes = new Hono();
  routes.get('*', ({ req }) => {
    const path = new URL(req.url).pathname;
    const file = files.get(path);
    if (file !== undefined && file !== page) return answer(req.raw, file, {});
    if (!isPage(path, req.raw)) return new Response('There is nothing at this address.', { status: 404 });
    return answer(req.raw, page, { 'content-security-policy': PAGE_POLICY });
  });
  return routes;
}

/** Whether a person opens it: a missing file or an address of the API is not answered with a page. */
function isPage(path: string, { headers }: Request): boolean {
  const isOurs = !/^\/(?:assets|v1|media)\//.test(path) && extname(path) === '';
  return isOurs && (headers.get('accept') ?? '*/*').match(/text\/html|\*\/\*/) !== null;
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, Served>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile() && extname(entry.name) in CONTENT_TYPES)
    .map((entry) => join(entry.parentPath, entry.name));
  const entries = paths.map(async (path): Promise<[string, Served]> => {
    const address = path.slice(folder.length).replaceAll('\\', '/');
    return [address.startsWith('/') ? address : `/${address}`, await readServed(path, address)];
  });
  return new Map(await Promise.all(entries));
}

async function readServed(path: string, address: string): Promise<Served> {
  const body = await readFile(path);
  const found = ENCODINGS.filter(({ ending }) => existsSync(path + ending));
  return {
    body,
    contentType: CONTENT_TYPES[extname(path)] as string,
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    cacheControl: address.includes('assets/') ? FOR_EVER : ASK_EACH_TIME,
    smaller: await Promise.all(
      found.map(async ({ name, ending }) => ({ name, body: Uint8Array.from(await readFile(path + ending)) })),
    ),
  };
}

function answer(request: Request, file: Served, also: Record<string, string>): Response {
  const accepted = request.headers.get('accept-encoding') ?? '';
  const smaller = file.smaller.find(({ name }) => accepts(accepted, name));
  // each form is another sequence of bytes, so it has a tag of its own
  const etag = `"${file.etag}${smaller === undefined ? '' : `-${smaller.name}`}"`;
  const headers = {
    'content-type': file.contentType,
    'cache-control': file.cacheControl,
    vary: 'accept-encoding',
    etag,
    ...(smaller !== undefined && { 'content-encoding': smaller.name }),
    ...also,
  };
  if (knows(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(smaller?.body ?? file.body, { headers });
}

const accepts = (header: string, name: string): boolean =>
  header.split(',').some((part) => {
    const [coding, weight] = part.trim().split(/\s*;\s*q=/);
    return coding === name && weight !== '0';
  });

const knows = (header: string | null, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;

import { type Context, Hono } from 'hono';
import type { FileStorage } from '../../app/ports/file-storage.ts';
import type { RateLimiter } from '../../app/ports/rate-limiter.ts';
import type { World } from '../../app/ports/world.ts';
import { openShare, type SharedClip } from '../../app/share/share-clip.ts';
import { fileAnswer } from '../file-answer.ts';
import { fileNameSlug } from '../file-name-slug.ts';
import { reportFormRoutes } from './report-form.ts';
import { SLUG_PATTERN, sendAbsent, sendPage } from './send-page.ts';
import { embedPage, embedPath, pagePath, posterPath, type SharePageView, sharePage } from './share-page.ts';

export interface ShareRouteParts {
  readonly world: World;
  readonly storage: FileStorage;
  readonly rates: RateLimiter;
  /** Where people reach the service from elsewhere; `undefined`: under whatever name it was asked. */
  readonly publicOrigin: string | undefined;
}

/** Caches of others may go on showing a clip so long after its link was turned off. */
const CACHE_SECONDS = 300;
const CACHE = `public, max-age=${CACHE_SECONDS}`;

/** What everybody may open who was given a link: the page, the player alone, what crawlers ask for, the files. No cookies, no scripts. */
export function shareRoutes(parts: ShareRouteParts): Hono {
  const routes = new Hono();
  const opened = (context: Context): Promise<SharedClip | 'gone' | 'unknown'> =>
    openShare(parts.world.stores, context.req.param('slug') ?? '');
  routes.get(`/v/:slug{${SLUG_PATTERN}}`, async (context) => {
    const shared = await opened(context);
    if (typeof shared === 'string') return sendAbsent(shared);
    return sendPage(sharePage(viewOf(parts, context.req.raw, shared)), 200, CACHE);
  });
  routes.get(`/embed/:slug{${SLUG_PATTERN}}`, async (context) => {
    const shared = await opened(context);
    if (typeof shared === 'string') return sendAbsent(shared);
    return sendPage(embedPage(viewOf(parts, context.req.raw, shared)), 200, CACHE);
  });
  routes.get(`/v/:slug{${SLUG_PATTERN}}/:file{clip\\.mp4|poster\\.jpg}`, async (context) => {
    const shared = await opened(context);
    if (typeof shared === 'string') return sendAbsent(shared);
    const isClip = context.req.param('file') === 'clip.mp4';
    const isDownload = isClip && context.req.query('download') !== undefined;
    const sent = await sendShared(parts, context.req.raw, shared, { isClip, isDownload });
    return sent ?? sendAbsent('gone');
  });
  routes.get('/oembed', async (context) => {
    const { url, format, maxwidth, maxheight } = context.req.query();
    if (format !== undefined && format !== 'json') return new Response('Only format=json is spoken.', { status: 501 });
    const slug = slugOf(url ?? '', originOf(parts, context.req.raw));
    const shared = slug === undefined ? 'unknown' : await openShare(parts.world.stores, slug);
    if (typeof shared === 'string') return new Response(null, { status: shared === 'gone' ? 410 : 404 });
    const limits = { width: Number(maxwidth) || undefined, height: Number(maxheight) || undefined };
    return Response.json(oembed(viewOf(parts, context.req.raw, shared), shared.character.name, limits), {
      headers: { 'cache-control': CACHE, 'access-control-allow-origin': '*' },
    });
  });
  routes.route('/', reportFormRoutes(parts));
  // what no link looks like is answered as an unknown one
  for (const path of ['/v/*', '/embed/*']) routes.get(path, () => sendAbsent('unknown'));
  return routes;
}

const originOf = ({ publicOrigin }: ShareRouteParts, { url }: Request): string => publicOrigin ?? new URL(url).origin;

function viewOf(
  parts: ShareRouteParts,
  request: Request,
  { link, clip, character, picture }: SharedClip,
): SharePageView {
  const { widthPixels, heightPixels } = clip.file;
  const seconds = `${clip.lengthSeconds} ${clip.lengthSeconds === 1 ? 'second' : 'seconds'}`;
  const isOpen = character.visibility === 'public';
  return {
    ...{ origin: originOf(parts, request), slug: link.slug, title: link.title, isIndexed: link.isIndexed },
    description: `A ${clip.hasSound ? 'spoken' : 'silent'} clip of ${seconds}, made with AI from a picture.`,
    alt: picture.description === '' ? `A picture of ${character.name}` : picture.description,
    meet: isOpen ? { name: character.name, path: `/c/${character.id}` } : undefined,
    ...{ widthPixels, heightPixels, lengthSeconds: clip.lengthSeconds, createdAt: clip.endedAt ?? clip.createdAt },
  };
}

async function sendShared(
  { storage }: ShareRouteParts,
  request: Request,
  { clip, link }: SharedClip,
  { isClip, isDownload }: { readonly isClip: boolean; readonly isDownload: boolean },
): Promise<Response | undefined> {
  const { clipKey, posterKey, sizeBytes, sha256 } = clip.file;
  const file = isClip ? { key: clipKey, sizeBytes, sha256, contentType: 'video/mp4' } : await storage.find(posterKey);
  const sent = await (file &&
    fileAnswer(request, {
      ...{ ...file, cacheControl: CACHE, downloadName: isDownload ? `${fileNameSlug(link.title)}.mp4` : undefined },
      open: (firstByte, lastByte) => storage.open(file.key, { firstByte, lastByte }),
    }));
  sent?.headers.set('cross-origin-resource-policy', 'cross-origin');
  return sent;
}

/** The slug of an address of ours, as other platforms hand it back to us. */
function slugOf(url: string, origin: string): string | undefined {
  if (!url.startsWith(`${origin}/`)) return undefined;
  const [, slug] = new RegExp(`^/(?:v|embed)/(${SLUG_PATTERN})$`).exec(url.slice(origin.length)) ?? [];
  return slug;
}

interface Limits {
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** oEmbed 1.0, section 2.3.4.2: a video is an HTML fragment of a size, which may not pass what the consumer has room for. */
function oembed(
  view: SharePageView,
  author: string,
  { width = Number.POSITIVE_INFINITY, height = Number.POSITIVE_INFINITY }: Limits,
): object {
  const { origin, slug, title, widthPixels, heightPixels } = view;
  const scale = Math.min(1, width / widthPixels, height / heightPixels);
  const [w, h] = [Math.max(1, Math.floor(widthPixels * scale)), Math.max(1, Math.floor(heightPixels * scale))];
  return {
    ...{ version: '1.0', type: 'video', title, author_name: author },
    ...{ provider_name: 'Reverie', provider_url: origin, cache_age: CACHE_SECONDS },
    ...{ thumbnail_url: origin + posterPath(slug), thumbnail_width: widthPixels, thumbnail_height: heightPixels },
    html: `<iframe src="${origin}${embedPath(slug)}" width="${w}" height="${h}" frameborder="0" allowfullscreen></iframe>`,
    ...{ width: w, height: h, url: origin + pagePath(slug) },
  };
}

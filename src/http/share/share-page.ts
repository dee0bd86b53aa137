import { createHash } from 'node:crypto';
import { attributes, escapeHtml, jsonInHtml } from './html.ts';

/** What a shared clip's page says. Addresses begin with `origin`: crawlers take no others. */
export interface SharePageView {
  /** `https://clips.example.com` */
  readonly origin: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** What the picture shows. */
  readonly alt: string;
  /** Whom to meet, and where; `undefined` when the character is private. */
  readonly meet: { readonly name: string; readonly path: string } | undefined;
  readonly lengthSeconds: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly createdAt: Date;
  readonly isIndexed: boolean;
}

const STYLE = `:root{color-scheme:light dark;--paper:light-dark(#f7f4ee,#14191d);--ink:light-dark(#23201b,#ede8de);--soft:light-dark(#5f574b,#b7b1a6);--lamp:light-dark(#9c4611,#f0b26a);--on:light-dark(#fff,#24170a);--line:light-dark(#8a8173,#75818a)}
*{box-sizing:border-box}body{margin:0;min-height:100dvh;display:grid;place-content:center;padding:16px;background:var(--paper);color:var(--ink);font:400 17px/1.5 system-ui,sans-serif}
video{display:block;height:auto;border-radius:14px;background:#0e1012;margin-bottom:8px}
h1{margin:4px 0 0;font:560 clamp(21px,6vw,27px)/1.2 Literata,Georgia,serif;text-wrap:balance;overflow-wrap:anywhere}p{margin:0;color:var(--soft);font-size:15px;text-wrap:balance}main{display:grid;gap:8px;justify-items:center;text-align:center;max-width:40rem}
nav{display:flex;flex-wrap:wrap;gap:12px;justify-content:center;margin-top:12px}a{color:var(--lamp);border:1px solid var(--line);border-radius:22px;padding:10px 20px;min-height:44px;text-decoration:none;font-weight:560}a:first-child{background:var(--lamp);color:var(--on);border-color:var(--lamp)}a:focus-visible{outline:3px solid var(--lamp);outline-offset:3px}`;
const EMBED_STYLE =
  'html,body{margin:0;height:100%;background:#0e1012}video{width:100%;height:100%;object-fit:contain}';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing but our own style, picture and clip; no script at all. */
const policyOf = (style: string, ancestors: string): string =>
  `default-src 'none'; style-src ${hashOf(style)}; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`;

/** A page, and what it may load. */
export interface ServedPage {
  readonly html: string;
  readonly policy: string;
}

/** As large as the window lets it be, in its own shape before a byte of it is there. */
const sizeOf = ({ widthPixels, heightPixels }: SharePageView): string =>
  `video{aspect-ratio:${widthPixels}/${heightPixels};width:min(100%,${widthPixels}px,${((62 * widthPixels) / heightPixels).toFixed(1)}dvh)}`;

const clipPath = (slug: string): string => `/v/${slug}/clip.mp4`;
export const posterPath = (slug: string): string => `/v/${slug}/poster.jpg`;
export const pagePath = (slug: string): string => `/v/${slug}`;
export const embedPath = (slug: string): string => `/embed/${slug}`;

/** The page of a shared clip, as strangers and the crawlers of other platforms read it. */
export function sharePage(view: SharePageView): ServedPage {
  const { title, description, meet, slug, lengthSeconds } = view;
  const links = [
    ...(meet === undefined ? [] : [`<a href="${escapeHtml(meet.path)}">Meet ${escapeHtml(meet.name)}</a>`]),
    `<a href="${clipPath(slug)}?download">Download MP4</a>`,
  ];
  const style = STYLE + sizeOf(view);
  const body = `<main>${player(view)}
<h1>${escapeHtml(title)}</h1><p>Made with AI from a picture. Silent, ${lengthSeconds} seconds.</p><nav>${links.join('')}</nav></main>`;
  const head = `<meta name="description" content="${escapeHtml(description)}">\n${headOf(view)}`;
  return { html: page(title, head, style, body), policy: policyOf(style, "'none'") };
}

/** The clip alone, for other pages to show in a frame. */
export function embedPage(view: SharePageView): ServedPage {
  const robots = '<meta name="robots" content="noindex">';
  return { html: page(view.title, robots, EMBED_STYLE, player(view)), policy: policyOf(EMBED_STYLE, '*') };
}

/** Where a clip was, or never was. Names no media. */
export function absentPage(kind: 'gone' | 'unknown'): ServedPage {
  const [title, words] =
    kind === 'gone'
      ? ['This link was turned off', 'The clip behind it is not shared any more.']
      : ['Nothing is here', 'Check the link: a letter may be missing at its end.'];
  const body = `<main><h1>${title}</h1><p>${words}</p><nav><a href="/">Go to Reverie</a></nav></main>`;
  const html = page(title, '<meta name="robots" content="noindex">', STYLE, body);
  return { html, policy: policyOf(STYLE, "'none'") };
}

function page(title: string, head: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} · Reverie</title><link rel="icon" href="/icon.svg">
${head}
<style>${style}</style></head>
<body>
${body}
</body></html>
`;
}

function player({ slug, title, alt, widthPixels, heightPixels }: SharePageView): string {
  const label = escapeHtml(`${title}: ${alt}`);
  return `<video src="${clipPath(slug)}" poster="${posterPath(slug)}" width="${widthPixels}" height="${heightPixels}" controls loop muted playsinline preload="metadata" aria-label="${label}"></video>`;
}

/**
 * What other platforms read: Discord and WhatsApp want OpenGraph (the MP4 itself, and a picture, or there is no video at all), X
 * the player card, blogs oEmbed, search engines JSON-LD.
 */
function headOf(view: SharePageView): string {
  const { origin, slug, title, description, alt, isIndexed, lengthSeconds } = view;
  const at = (path: string): string => origin + path;
  const [pageUrl, clipUrl, posterUrl, embedUrl] = [pagePath, clipPath, posterPath, embedPath].map((path) =>
    at(path(slug)),
  );
  const [width, height] = [String(view.widthPixels), String(view.heightPixels)];
  const open: Record<string, string> = {
    'og:site_name': 'Reverie',
    'og:type': 'video.other',
    'og:url': pageUrl!,
    'og:title': title,
    'og:description': description,
    'og:image': posterUrl!,
    'og:image:type': 'image/jpeg',
    'og:image:width': width,
    'og:image:height': height,
    'og:image:alt': alt,
    'og:video': clipUrl!,
    ...(clipUrl!.startsWith('https:') && { 'og:video:secure_url': clipUrl! }),
    'og:video:type': 'video/mp4',
    'og:video:width': width,
    'og:video:height': height,
    'video:duration': String(lengthSeconds),
  };
  const named: Record<string, string> = {
    'theme-color': '#9C4611',
    ...(!isIndexed && { robots: 'noindex' }),
    'twitter:card': 'player',
    'twitter:title': title,
    'twitter:description': description,
    'twitter:image': posterUrl!,
    'twitter:image:alt': alt,
    'twitter:player': embedUrl!,
    'twitter:player:width': width,
    'twitter:player:height': height,
    'twitter:player:stream': clipUrl!,
    'twitter:player:stream:content_type': 'video/mp4',
  };
  const metas = [
    ...Object.entries(open).map(([property, content]) => `<meta ${attributes({ property, content })}>`),
    ...Object.entries(named).map(([name, content]) => `<meta ${attributes({ name, content })}>`),
  ];
  const href = `${at('/oembed')}?format=json&url=${encodeURIComponent(pageUrl!)}`;
  return [
    `<link ${attributes({ rel: 'canonical', href: pageUrl! })}>`,
    ...metas,
    '<link rel="apple-touch-icon" href="/icon-180.png">',
    `<link ${attributes({ rel: 'alternate', type: 'application/json+oembed', href, title })}>`,
    `<script type="application/ld+json">${jsonInHtml(videoObject(view, { clipUrl, posterUrl, embedUrl }))}</script>`,
  ].join('\n');
}

function videoObject(
  { title, description, createdAt, lengthSeconds, widthPixels, heightPixels }: SharePageView,
  { clipUrl, posterUrl, embedUrl }: { readonly [Name in 'clipUrl' | 'posterUrl' | 'embedUrl']: string | undefined },
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: title,
    description,
    thumbnailUrl: [posterUrl],
    uploadDate: createdAt.toISOString(),
    duration: `PT${lengthSeconds}S`,
    contentUrl: clipUrl,
    embedUrl,
    width: widthPixels,
    height: heightPixels,
    isFamilyFriendly: true,
  };
}

import { attributes, escapeHtml, jsonInHtml } from './html.ts';
import { NOT_LISTED, type ServedPage, STYLE, servedPage } from './served-page.ts';

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

const EMBED_STYLE =
  'html,body{margin:0;height:100%;background:#0e1012}video{width:100%;height:100%;object-fit:contain}';

/** As large as the window lets it be, in its own shape before a byte of it is there. */
const sizeOf = ({ widthPixels, heightPixels }: SharePageView): string =>
  `video{aspect-ratio:${widthPixels}/${heightPixels};width:min(100%,${widthPixels}px,${((62 * widthPixels) / heightPixels).toFixed(1)}dvh)}`;

const clipPath = (slug: string): string => `/v/${slug}/clip.mp4`;
export const posterPath = (slug: string): string => `/v/${slug}/poster.jpg`;
export const pagePath = (slug: string): string => `/v/${slug}`;
export const reportPath = (slug: string): string => `/v/${slug}/report`;
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
<h1>${escapeHtml(title)}</h1><p>Made with AI from a picture. Silent, ${lengthSeconds} seconds.</p><nav>${links.join('')}</nav>
<p><a href="${reportPath(slug)}">Report</a></p></main>`;
  const head = `<meta name="description" content="${escapeHtml(description)}">\n${headOf(view)}`;
  return servedPage({ title, head, style, body });
}

/** The clip alone, for other pages to show in a frame. */
export function embedPage(view: SharePageView): ServedPage {
  return servedPage({ title: view.title, head: NOT_LISTED, style: EMBED_STYLE, body: player(view), ancestors: '*' });
}

/** Where a clip was, or never was. Names no media. */
export function absentPage(kind: 'gone' | 'unknown'): ServedPage {
  const [title, words] =
    kind === 'gone'
      ? ['This link was turned off', 'The clip behind it is not shared any more.']
      : ['Nothing is here', 'Check the link: a letter may be missing at its end.'];
  const body = `<main><h1>${title}</h1><p>${words}</p><nav><a href="/">Go to Reverie</a></nav></main>`;
  return servedPage({ title, head: NOT_LISTED, style: STYLE, body });
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

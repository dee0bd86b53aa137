import { createHash } from 'node:crypto';
import { escapeHtml } from './html.ts';

/** What all pages for strangers look like: one small style sheet, in the page itself. */
export const STYLE = `:root{color-scheme:light dark;--paper:light-dark(#f7f4ee,#14191d);--ink:light-dark(#23201b,#ede8de);--soft:light-dark(#5f574b,#b7b1a6);--lamp:light-dark(#9c4611,#f0b26a);--on:light-dark(#fff,#24170a);--line:light-dark(#8a8173,#75818a)}
*{box-sizing:border-box}body{margin:0;min-height:100dvh;display:grid;place-content:center;padding:16px;background:var(--paper);color:var(--ink);font:400 17px/1.5 system-ui,sans-serif}
video{display:block;height:auto;border-radius:14px;background:#0e1012}
h1{margin:0;font:560 clamp(21px,6vw,27px)/1.2 Georgia,serif;text-wrap:balance;overflow-wrap:anywhere}p{margin:0;color:var(--soft);font-size:15px}main{display:grid;gap:8px;justify-items:center;text-align:center;max-width:40rem}
nav{display:flex;flex-wrap:wrap;gap:12px;justify-content:center}nav a{color:var(--lamp);border:1px solid var(--line);border-radius:22px;padding:10px 20px;text-decoration:none;font-weight:560}nav a:first-child{background:var(--lamp);color:var(--on);border-color:var(--lamp)}:focus-visible{outline:3px solid var(--lamp)}p a{color:inherit;padding:10px}`;

/** For pages that search engines leave alone. */
export const NOT_LISTED = '<meta name="robots" content="noindex">';

/** A page, and what it may load. */
export interface ServedPage {
  readonly html: string;
  readonly policy: string;
}

interface PageParts {
  readonly title: string;
  readonly head: string;
  readonly style: string;
  readonly body: string;
  /** Who may show it in a frame; nobody when left out. */
  readonly ancestors?: '*';
  /** Whether it has a form, which goes to us. */
  readonly hasForm?: boolean;
}

/** A whole page without scripts. It loads nothing but its own style, pictures and clips. */
export function servedPage({ title, head, style, body, ancestors, hasForm = false }: PageParts): ServedPage {
  const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const policy = `default-src 'none'; style-src ${hash}; img-src 'self'; media-src 'self'; base-uri 'none'; form-action ${hasForm ? "'self'" : "'none'"}; frame-ancestors ${ancestors ?? "'none'"}`;
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} · Reverie</title><link rel="icon" href="/icon.svg">
${head}
<style>${style}</style></head>
<body>
${body}
</body></html>
`;
  return { html, policy };
}

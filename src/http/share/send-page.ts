import type { ServedPage } from './served-page.ts';
import { absentPage } from './share-page.ts';

/** 128 random bits as letters. */
export const SLUG_PATTERN = '[\\w-]{22}';

/** A page as an answer. `cacheControl`: nobody keeps it when left out. */
export function sendPage(page: ServedPage, status = 200, cacheControl = 'no-store'): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.policy,
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': cacheControl,
  };
  return new Response(page.html, { status, headers });
}

/** The answer for a link that leads nowhere any more, or never did. */
export const sendAbsent = (kind: 'gone' | 'unknown'): Response =>
  sendPage(absentPage(kind), kind === 'gone' ? 410 : 404);

import { TAKEDOWN_WITHIN_HOURS } from '../../domain/safety/record-rules.ts';
import { escapeHtml } from './html.ts';
import { NOT_LISTED, type ServedPage, STYLE, servedPage } from './served-page.ts';
import { pagePath, reportPath } from './share-page.ts';

/** What somebody has filled in, and what is still missing. */
export interface ReportFormView {
  readonly kind: 'report' | 'takedown';
  readonly words: string;
  readonly contact: string;
  /** Said above the form when it was sent before. */
  readonly complaint?: string;
}

const FORM_STYLE = `${STYLE}
form{display:grid;gap:16px;width:min(100%,30rem);text-align:start;margin-top:12px}fieldset{border:0;margin:0;padding:0;display:grid;gap:4px}label{display:grid;gap:4px}.pick{grid-template-columns:auto 1fr;gap:12px;align-items:center;min-height:44px}.pick input{width:20px;height:20px;accent-color:var(--lamp)}textarea,.line{font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:14px;padding:10px 14px;width:100%;min-height:44px}[role=alert]{color:var(--ink);font-weight:560}button{font:560 17px/1.4 system-ui,sans-serif;min-height:44px;padding:10px 20px;border:0;border-radius:22px;background:var(--lamp);color:var(--on);cursor:pointer}`;

/** The form with which anybody reports a shared clip. It works without scripts. */
export function reportPage(
  { slug, title }: { readonly slug: string; readonly title: string },
  { kind, words, contact, complaint }: ReportFormView,
): ServedPage {
  const choice = (value: ReportFormView['kind'], label: string): string =>
    `<label class="pick"><input type="radio" name="kind" value="${value}"${value === kind ? ' checked' : ''}>${label}</label>`;
  const alert = complaint === undefined ? '' : `<p role="alert">${escapeHtml(complaint)}</p>`;
  const body = `<main><h1>Report this clip</h1><p>${escapeHtml(title)}</p>
<form method="post" action="${reportPath(slug)}">${alert}
<fieldset><legend>What is it about?</legend>${choice('report', 'It breaks the rules')}${choice('takedown', 'It shows me, or it is mine')}</fieldset>
<label>What is wrong<textarea name="words" rows="4" maxlength="2000" required>${escapeHtml(words)}</textarea></label>
<label>How to reach you<input class="line" name="contact" maxlength="300" required autocomplete="email" value="${escapeHtml(contact)}"></label>
<button>Send the report</button></form>
<p><a href="${pagePath(slug)}">Back to the clip</a></p></main>`;
  return servedPage({ title: 'Report this clip', head: NOT_LISTED, style: FORM_STYLE, body, hasForm: true });
}

/** What somebody reads who has reported something. */
export function reportedPage(slug: string, kind: ReportFormView['kind']): ServedPage {
  const words =
    kind === 'takedown'
      ? `A person will look at it and answer within ${TAKEDOWN_WITHIN_HOURS} hours.`
      : 'A person will look at it.';
  const body = `<main><h1>Thank you</h1><p>${words}</p><nav><a href="${pagePath(slug)}">Back to the clip</a></nav></main>`;
  return servedPage({ title: 'Thank you', head: NOT_LISTED, style: STYLE, body });
}

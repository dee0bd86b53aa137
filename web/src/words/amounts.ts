import { LANGUAGE, t } from './words.ts';

/** "120,000 credits" */
export const creditsInWords = (count: number): string => t('credits.amount', { count });

/** "120,000 credits", or "Free": what something costs. */
export const priceInWords = (count: number): string => (count === 0 ? t('credits.free') : creditsInWords(count));

/** "about 40 seconds", "about 2 minutes": rounded, since it is an estimate. */
export function aboutInWords(seconds: number): string {
  if (seconds >= 90) return t('time.about-minutes', { count: Math.round(seconds / 60) });
  const step = seconds > 20 ? 10 : 5;
  return t('time.about-seconds', { count: Math.max(step, Math.round(seconds / step) * step) });
}

/** "14:05", as clocks show it where the reader is. */
export const clockInWords = (iso: string): string =>
  new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(new Date(iso));

const relative = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });
const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** "just now", "5 minutes ago", "yesterday"; a date once it is more than a week ago. */
export function agoInWords(iso: string, now: Date): string {
  const seconds = (now.getTime() - new Date(iso).getTime()) / 1000;
  if (seconds > 7 * 86_400) return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(iso));
  const step = STEPS.find(([, size]) => seconds >= size);
  return step === undefined ? t('time.now') : relative.format(-Math.floor(seconds / step[1]), step[0]);
}

import type { Clip } from '@reverie-motion/client';
import { aboutInWords, clockInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

/** A wait in words: what happens, and how long it likely still takes. Nothing is said that nobody measured. */
export function waitInWords({ state, wait }: Pick<Clip, 'state' | 'wait'>): { what: string; left: string } {
  const until = wait?.engineAwayUntil ?? null;
  if (until !== null) return { what: t('wait.away', { time: clockInWords(until) }), left: '' };
  // the service counts down to one second and stays there: by then nine of ten were done
  if (wait?.atMostSeconds !== null && wait?.atMostSeconds !== undefined && wait.atMostSeconds <= 1) {
    return { what: t('wait.slow'), left: '' };
  }
  const likely = wait?.likelySeconds ?? null;
  return { what: whatHappens(state, wait?.clipsAhead ?? null), left: likely === null ? '' : aboutInWords(likely) };
}

function whatHappens(state: Clip['state'], clipsAhead: number | null): string {
  if (state === 'storing') return t('wait.storing');
  if (state !== 'queued') return t('wait.rendering');
  return clipsAhead === null || clipsAhead === 0 ? t('wait.next') : t('wait.queued', { count: clipsAhead });
}

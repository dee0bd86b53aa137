import '../words/later-words.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PagedList } from '../parts/paged-list.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { agoInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import { refusalsQuery } from './refusals.ts';
import { ReviewOf } from './review.tsx';

/** Everything the safety check refused to the person: why, what to change, and what became of a review. */
export function RefusalsPage() {
  usePageTitle(t('refusals.title'));
  const refusals = useInfiniteQuery(refusalsQuery);
  return (
    <div className="mx-auto grid max-w-180 gap-6 px-4 py-8 rail:px-10 rail:py-12">
      <header className="grid gap-3">
        <h1 className="text-display rail:text-hero">{t('refusals.title')}</h1>
        <p className="max-w-140 text-ink2">{t('refusals.about')}</p>
      </header>
      <PagedList query={refusals} notLoaded="refusals.not-loaded" none="refusals.none">
        {(items) => (
          <ul className="card divide-y divide-line">
            {items.map((refusal) => (
              <li key={refusal.id} className="grid justify-items-start gap-2 p-4">
                <p className="font-medium">{refusal.sentence}</p>
                <p className="text-ink2">{refusal.nextStep}</p>
                <time className="text-ink2 text-small" dateTime={refusal.at}>
                  {agoInWords(refusal.at, new Date())}
                </time>
                <ReviewOf refusal={refusal} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}

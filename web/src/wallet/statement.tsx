import type { WalletEntry } from '@reverie-motion/client';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { reverie } from '../data/service.ts';
import { PagedList } from '../parts/paged-list.tsx';
import { t } from '../words/words.ts';

interface EntriesPage {
  readonly items: readonly WalletEntry[];
  readonly nextCursor: string | null;
}

const entriesQuery = infiniteQueryOptions({
  queryKey: ['wallet', 'entries'],
  queryFn: ({ pageParam, signal }): Promise<EntriesPage> =>
    reverie.wallet.entries({ limit: 30 }, { signal }).page(pageParam),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

/** Every movement of credits, with the clip it was for, newest first. */
export function Statement() {
  const entries = useInfiniteQuery(entriesQuery);
  return (
    <section className="grid gap-3" aria-labelledby="statement-title">
      <h2 id="statement-title" className="text-title">
        {t('wallet.statement')}
      </h2>
      <PagedList query={entries} notLoaded="wallet.not-loaded" none="wallet.nothing-yet">
        {(items) => (
          <ul className="card divide-y divide-line">
            {items.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const signed = new Intl.NumberFormat(undefined, { signDisplay: 'exceptZero' });

/** What was reserved before and is spent now moves nothing in the wallet: its line says so without a number. */
function EntryRow({ entry: { at, sentence, walletCredits } }: { entry: WalletEntry }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 p-4">
      <span className="grid gap-0.5">
        <span>{sentence}</span>
        <time className="text-ink2 text-small" dateTime={at}>
          {when.format(new Date(at))}
        </time>
      </span>
      {walletCredits !== 0 && (
        <span className={`whitespace-nowrap font-medium tabular-nums ${walletCredits > 0 ? 'text-good' : ''}`}>
          {signed.format(walletCredits)}
        </span>
      )}
    </li>
  );
}

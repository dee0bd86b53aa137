import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t, type WordKey } from '../words/words.ts';
import { LoadError } from './load-error.tsx';

interface Page<Item> {
  readonly items: readonly Item[];
}

/** A list that comes page by page: while it loads, when it does not, when it is empty, and what leads on. */
export function PagedList<Item>({
  query: { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage },
  notLoaded,
  none,
  children,
}: {
  query: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
  notLoaded: WordKey;
  none: WordKey;
  children: (items: readonly Item[]) => ReactNode;
}) {
  const items = data?.pages.flatMap((page) => page.items);
  if (items === undefined) {
    return isError ? (
      <LoadError sentence={t(notLoaded)} onTryAgain={() => void refetch()} />
    ) : (
      <div className="skeleton h-60" role="status" aria-label={t('app.loading')} />
    );
  }
  if (items.length === 0) return <p className="py-16 text-center font-voice text-ink2 text-voice">{t(none)}</p>;
  return (
    <>
      {children(items)}
      {hasNextPage && (
        <button
          type="button"
          className="button button-plain justify-self-center"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('app.more')}
        </button>
      )}
    </>
  );
}

import type { paths } from './api-types.ts';
import type { AnswerAt, RequestOptions, Transport } from './transport.ts';

interface AnyPage {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

/** The addresses that answer with pages. */
export type ListPath = {
  [Path in keyof paths]: AnswerAt<Path, 'get'> extends AnyPage ? Path : never;
}[keyof paths];
type PageAt<Path extends ListPath> = AnswerAt<Path, 'get'> & AnyPage;

/** How many on a page, where to begin, what to show. */
export type ListQuery<Path extends ListPath> = NonNullable<
  paths[Path]['get'] extends { parameters: { query?: infer Query } } ? Query : never
>;

/** A list: `for await` goes through all of it, newest first; `page` asks for one page. */
export interface Pages<Page extends AnyPage> extends AsyncIterable<Page['items'][number]> {
  /** The page at a `nextCursor`; the first one when left out. */
  page(cursor?: string | null): Promise<Page>;
}

export type PagesAt<Path extends ListPath> = Pages<PageAt<Path>>;

export function pages<Path extends ListPath>(
  { send, urlOf }: Transport,
  path: Path,
  query: ListQuery<Path> | undefined,
  { signal }: RequestOptions,
  values?: Readonly<Record<string, string>>,
): PagesAt<Path> {
  const page = async (cursor?: string | null): Promise<PageAt<Path>> => {
    const url = urlOf(path, values, cursor ? { ...query, cursor } : query);
    const response = await send({ method: 'GET', url, signal, repeatable: true });
    return (await response.json()) as PageAt<Path>;
  };
  return {
    page,
    async *[Symbol.asyncIterator]() {
      let cursor: string | null | undefined;
      do {
        const { items, nextCursor } = await page(cursor);
        yield* items;
        cursor = nextCursor;
      } while (cursor !== null);
    },
  };
}

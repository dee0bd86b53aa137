import { queryOptions } from '@tanstack/react-query';
import { reverie } from '../data/service.ts';

export const sheetQuery = queryOptions({
  queryKey: ['motion-sheet'],
  queryFn: ({ signal }) => reverie.motions.list({ signal }),
  staleTime: 300_000,
});

export const pictureQuery = (id: string) =>
  queryOptions({
    queryKey: ['picture', id],
    queryFn: ({ signal }) => reverie.pictures.get(id, { signal }),
    staleTime: 300_000,
  });

export const adviceQuery = (pictureId: string) =>
  queryOptions({
    queryKey: ['advice', pictureId],
    queryFn: ({ signal }) => reverie.pictures.advice(pictureId, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What the service says to a text: it is asked while one writes. */
export const readingQuery = (text: string) =>
  queryOptions({
    queryKey: ['reading', text],
    queryFn: ({ signal }) => reverie.motions.read(text, { signal }),
    staleTime: 600_000,
    enabled: text !== '',
  });

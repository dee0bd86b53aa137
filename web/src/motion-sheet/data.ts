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

/** What the safety rules say to a text for a picture while one writes: free, and nothing is held against anybody. */
export const safetyAdviceQuery = (customText: string, pictureId: string, engine: string) =>
  queryOptions({
    queryKey: ['safety-advice', customText, pictureId, engine],
    queryFn: ({ signal }) => reverie.motions.advise({ customText, pictureId, engine }, { signal }),
    staleTime: 600_000,
    enabled: customText !== '',
  });

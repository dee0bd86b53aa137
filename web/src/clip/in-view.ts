import { useEffect, useState } from 'react';

/** Places of clips that are in view in this window now: what is told there needs no message elsewhere. */
const inView = new Map<string, Set<Element>>();

export const isClipInView = (clipId: string): boolean => !document.hidden && (inView.get(clipId)?.size ?? 0) > 0;

const listeners = new Set<(clipId: string) => void>();

/** Hears of clips that come into view. */
export function onClipInView(listener: (clipId: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Marks an element as the place of a clip, as long as half of it can be seen. */
export function usePlaceOfClip(element: Element | null, clipId: string | undefined): void {
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => setIsSeen((entry?.intersectionRatio ?? 0) >= 0.5), {
      threshold: [0, 0.5],
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  useEffect(() => {
    if (element === null || clipId === undefined || !isSeen) return;
    const places = inView.get(clipId) ?? new Set();
    inView.set(clipId, places.add(element));
    for (const listener of listeners) listener(clipId);
    return () => {
      places.delete(element);
    };
  }, [element, clipId, isSeen]);
}

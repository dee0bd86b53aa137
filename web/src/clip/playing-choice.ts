import { useEffect, useState } from 'react';

/** So much of a clip has to be in view before it plays. */
const SHARE_IN_VIEW = 0.6;

interface Candidate {
  readonly choose: (chosen: boolean) => void;
  shareInView: number;
}

/** Clips on the page that would play if they were the one in the middle: one moves at a time. */
const candidates = new Map<Element, Candidate>();
let observer: IntersectionObserver | undefined;
let choiceIsDue = false;

function choose(): void {
  choiceIsDue = false;
  const middle = window.innerHeight / 2;
  let best: Element | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [element, { shareInView }] of candidates) {
    if (document.hidden || shareInView < SHARE_IN_VIEW) continue;
    const { top, bottom } = element.getBoundingClientRect();
    const distance = Math.abs((top + bottom) / 2 - middle);
    if (distance >= bestDistance) continue;
    best = element;
    bestDistance = distance;
  }
  for (const [element, candidate] of candidates) candidate.choose(element === best);
}

function chooseSoon(): void {
  if (choiceIsDue) return;
  choiceIsDue = true;
  // also where no frame is drawn, as in a tab that was just hidden
  setTimeout(choose, 50);
}

function see(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, intersectionRatio } of entries) {
    const candidate = candidates.get(target);
    if (candidate) candidate.shareInView = intersectionRatio;
  }
  chooseSoon();
}

function add(element: Element, candidate: Candidate): () => void {
  if (observer === undefined) {
    observer = new IntersectionObserver(see, { threshold: [0, SHARE_IN_VIEW, 1] });
    document.addEventListener('visibilitychange', chooseSoon);
    document.addEventListener('scroll', chooseSoon, { passive: true, capture: true });
  }
  candidates.set(element, candidate);
  observer.observe(element);
  return () => {
    candidates.delete(element);
    observer?.unobserve(element);
    chooseSoon();
  };
}

/** Whether this clip is the one to play: in view, nearest to the middle of the window, in a window that is looked at. */
export function useIsPlayingChoice(element: Element | null, takesPart: boolean): boolean {
  const [chosen, setChosen] = useState(false);
  useEffect(() => {
    if (element === null || !takesPart) {
      setChosen(false);
      return;
    }
    return add(element, { choose: setChosen, shareInView: 0 });
  }, [element, takesPart]);
  return chosen;
}

import { useSyncExternalStore } from 'react';
import { useMe } from '../data/me.ts';

const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');
const reducedData = window.matchMedia('(prefers-reduced-data: reduce)');

interface Connection extends EventTarget {
  readonly saveData?: boolean;
}
const network = (navigator as Navigator & { readonly connection?: Connection }).connection;

/** What the system of the person asks for, whatever is set here. */
function systemAllows(): boolean {
  return !reducedMotion.matches && !reducedData.matches && network?.saveData !== true;
}

function subscribe(listener: () => void): () => void {
  const sources = [reducedMotion, reducedData, network].filter((source) => source !== undefined);
  for (const source of sources) source.addEventListener('change', listener);
  return () => {
    for (const source of sources) source.removeEventListener('change', listener);
  };
}

/** Whether clips may play by themselves: only if nothing speaks against it. A tap plays them always. */
export function useMayAutoplay(): boolean {
  const me = useMe();
  const allowed = useSyncExternalStore(subscribe, systemAllows);
  return allowed && (me?.settings.autoplay ?? false) && me?.settings.dataSaver !== true;
}

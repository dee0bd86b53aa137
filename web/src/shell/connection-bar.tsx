import { useSyncExternalStore } from 'react';
import { serverIsReached } from '../data/queries.ts';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../parts/store.ts';
import { t } from '../words/words.ts';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** Whether the browser believes to be on a network. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

/** Says that there is no connection. A live stream that is down for a moment is no news: pages ask by themselves then. */
export function ConnectionBar() {
  const online = useOnline();
  const isReached = useStore(serverIsReached);
  if (online && isReached) return null;
  return (
    <div role="status" className="flex items-center justify-center gap-2 bg-glow px-4 py-2 text-center text-small">
      <Icon name="warning" sizePixels={16} />
      {t(online ? 'app.cut-off' : 'app.offline')}
    </div>
  );
}

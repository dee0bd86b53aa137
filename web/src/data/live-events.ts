import type { LiveEvent } from '@reverie-motion/client';
import { createStore } from '../parts/store.ts';
import { reverie } from './service.ts';

/** Whether news come by themselves; while they do not, pages ask every few seconds. */
export const streamIsOpen = createStore(false);

/** What the windows of one browser say to each other. */
type Said =
  | { readonly kind: 'event'; readonly event: LiveEvent }
  | { readonly kind: 'stream'; readonly isOpen: boolean }
  | { readonly kind: 'how-is-the-stream' };

/**
 * Follows the person's events until the signal ends. Browsers allow six connections to a host over HTTP/1.1, so all windows
 * share one stream: the window that holds the lock reads it and tells the others; when it closes, another takes over where
 * it was.
 */
export function followLiveEvents(personId: string, onEvent: (event: LiveEvent) => void, signal: AbortSignal): void {
  const name = `reverie-events-${personId}`;
  const channel = new BroadcastChannel(name);
  let lastEventId: number | undefined;
  let leads = false;

  const hear = (event: LiveEvent): void => {
    lastEventId = event.id;
    onEvent(event);
  };
  const tell = (said: Said): void => channel.postMessage(said);
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.kind === 'event') hear(data.event);
    if (data.kind === 'stream') streamIsOpen.set(data.isOpen);
    if (data.kind === 'how-is-the-stream' && leads) tell({ kind: 'stream', isOpen: streamIsOpen.get() });
  };
  tell({ kind: 'how-is-the-stream' });

  const lead = async (): Promise<void> => {
    leads = true;
    await reverie.events.follow({
      lastEventId,
      signal,
      onEvent: (event) => {
        tell({ kind: 'event', event });
        hear(event);
      },
      onState: (state) => {
        const isOpen = state === 'open';
        streamIsOpen.set(isOpen);
        tell({ kind: 'stream', isOpen });
      },
    });
  };
  navigator.locks
    .request(name, { signal }, lead)
    .catch(() => undefined)
    .finally(() => {
      streamIsOpen.set(false);
      channel.close();
    });
}

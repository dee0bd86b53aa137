import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { type ClipQueue, isFinal } from './clip-queue.ts';
import { clipView } from './clip-view.ts';

/** Proxies and browsers drop connections on which nothing is said for about a minute. */
const SAY_AGAIN_MILLISECONDS = 15_000;

/**
 * The life of a clip as server-sent events, each named `clip` with the whole state, until it is final. A reader that is
 * slower than the engine skips states instead of lagging behind; one that connects again starts from the present.
 */
export function clipEvents(context: Context, queue: ClipQueue, id: string): Response {
  return streamSSE(context, async (stream) => {
    let wake = () => {};
    const unwatch = queue.watch(id, () => wake());
    stream.onAbort(() => wake());
    for (let clip = queue.find(id); clip !== undefined && !stream.aborted; clip = queue.find(id)) {
      const moved = moveOrTime((resolve) => {
        wake = resolve;
      });
      await stream.writeSSE({ event: 'clip', data: JSON.stringify(clipView(clip, queue.clipsAhead(id))) });
      if (isFinal(clip.stage)) {
        wake();
        break;
      }
      await moved;
    }
    unwatch();
  });
}

function moveOrTime(handOver: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, SAY_AGAIN_MILLISECONDS);
    handOver(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

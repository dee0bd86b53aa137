import { ask, type Clip, Refused } from './api.ts';
import { serverIsGone } from './server-watch.ts';

const CONNECT_AGAIN_MILLISECONDS = 1000;

/** Follows a clip until it is finished; `onGone` when the program does not know it, for example after a restart. */
export function watchClip(id: string, onClip: (clip: Clip) => void, onGone: () => void): void {
  const events = new EventSource(`/v1/clips/${id}/events`);
  const hear = (clip: Clip) => {
    if (isFinished(clip)) events.close();
    onClip(clip);
  };
  events.addEventListener('clip', (event) => hear(JSON.parse(event.data)));
  // a broken stream does not tell why it broke: ask, and only then connect again
  events.addEventListener('error', async () => {
    events.close();
    const again = () => watchClip(id, onClip, onGone);
    try {
      const clip = await ask<Clip>(`/v1/clips/${id}`);
      hear(clip);
      if (!isFinished(clip)) setTimeout(again, CONNECT_AGAIN_MILLISECONDS);
    } catch (error) {
      if (error instanceof Refused) onGone();
      else serverIsGone(again);
    }
  });
}

/** Whether a clip stays as it is. */
export function isFinished(clip: Clip): boolean {
  return clip.state !== 'queued' && clip.state !== 'drawing';
}

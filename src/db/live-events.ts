import type { LiveEvents } from '../app/ports/live-events.ts';
import type { Database } from '../app/ports/sql.ts';
import type { LiveEvent, LiveEventStore } from '../app/ports/stores/live-event-store.ts';
import { LIVE_EVENTS_CHANNEL } from './stores/live-event-store.ts';

/** Rows per question; whoever has more waiting asks again. */
const MOST_AT_ONCE = 500;

interface Follower {
  after: number;
  readonly hear: (events: readonly LiveEvent[]) => void;
}

/** The followers of one person here, and whether their news are being read. */
interface Audience {
  readonly followers: Set<Follower>;
  state: 'idle' | 'reading' | 'read-again';
}

export interface LiveEventHub extends LiveEvents {
  close(): Promise<void>;
}

/**
 * Hears on one connection for whom there is news, on whatever machine it was made, and reads each person's news once for all
 * windows that are open here. What counts is the numbered rows: a notification that was lost delays news, it loses none.
 */
export async function openLiveEvents({
  database,
  events,
  onBroken,
}: {
  readonly database: Database;
  readonly events: LiveEventStore;
  readonly onBroken: (error: unknown) => void;
}): Promise<LiveEventHub> {
  const audiences = new Map<string, Audience>();

  const read = async (personId: string, audience: Audience): Promise<void> => {
    do {
      audience.state = 'reading';
      while (await deliver(events, personId, audience));
    } while (isToReadAgain(audience));
    audience.state = 'idle';
  };
  const tell = (personId: string): void => {
    const audience = audiences.get(personId);
    if (audience === undefined) return;
    if (audience.state !== 'idle') {
      audience.state = 'read-again';
      return;
    }
    read(personId, audience).catch((error) => {
      audience.state = 'idle';
      onBroken(error);
    });
  };
  const tellAll = (): void => {
    for (const personId of audiences.keys()) tell(personId);
  };

  const stopListening = await database.listen(LIVE_EVENTS_CHANNEL, tell, tellAll);
  return {
    follow: (personId, after, hear) => {
      const audience = audiences.get(personId) ?? { followers: new Set(), state: 'idle' };
      audiences.set(personId, audience);
      const follower: Follower = { after, hear };
      audience.followers.add(follower);
      tell(personId);
      return () => {
        audience.followers.delete(follower);
        if (audience.followers.size === 0) audiences.delete(personId);
      };
    },
    close: stopListening,
  };
}

// its state changes while news are awaited, which the compiler cannot see
const isToReadAgain = ({ state }: Audience): boolean => state === 'read-again';

/** Reads from where the follower stands who has heard least; `true` when there may be more. */
async function deliver(events: LiveEventStore, personId: string, { followers }: Audience): Promise<boolean> {
  const least = Math.min(...[...followers].map(({ after }) => after));
  if (least === Number.POSITIVE_INFINITY) return false;
  const news = await events.since(personId, least, MOST_AT_ONCE);
  for (const follower of followers) {
    const fresh = news.filter(({ number }) => number > follower.after);
    const last = fresh.at(-1);
    if (last === undefined) continue;
    follower.after = last.number;
    follower.hear(fresh);
  }
  return news.length === MOST_AT_ONCE;
}

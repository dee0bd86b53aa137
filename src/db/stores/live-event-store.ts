import type { Sql } from '../../app/ports/sql.ts';
import type { LiveEvent, LiveEventStore } from '../../app/ports/stores/live-event-store.ts';

/** The channel on which every machine hears for whom there is news; the payload is the person's id. */
export const LIVE_EVENTS_CHANNEL = 'reverie_live_events';

/** Live events as rows: the row lock on the person numbers them in the order of their commits. */
export function createLiveEventStore(sql: Sql): LiveEventStore {
  return {
    tell: async (personId, kind, body, at) => {
      await sql.query(
        `with number as (update person set last_event = last_event + 1 where id = $1 returning last_event)
         insert into live_event (person, number, kind, body, at) select $1, last_event, $2, $3::jsonb, $4 from number`,
        [personId, kind, JSON.stringify(body), at],
      );
      await sql.query(`select pg_notify('${LIVE_EVENTS_CHANNEL}', $1)`, [personId]);
    },
    since: (personId, number, most) =>
      sql.query<LiveEvent>(
        'select number, kind, body from live_event where person = $1 and number > $2 order by number limit $3',
        [personId, number, most],
      ),
    lastNumber: async (personId) => {
      const [row] = await sql.query<{ last_event: number }>('select last_event from person where id = $1', [personId]);
      return row?.last_event ?? 0;
    },
    forgetBefore: async (at) => {
      await sql.query('delete from live_event where at < $1', [at]);
    },
  };
}

import type { RateLimiter } from '../app/ports/rate-limiter.ts';
import type { Sql } from '../app/ports/sql.ts';

/** A limiter whose memory is swept now and then. */
export interface SweptRateLimiter extends RateLimiter {
  /** Forgets keys that are as free as if they had never been used; tells how many. */
  sweep(): Promise<number>;
}

/**
 * Limits in the database, for all machines (GCRA). A key has one number: when it is free again. Each use moves it on by one
 * interval, and a burst is how far ahead of the clock it may be.
 */
export function createRateLimiter(sql: Sql, now: () => Date): SweptRateLimiter {
  return {
    take: async (key, { everySeconds, burst }) => {
      const [answer] = await sql.query<{ wait_seconds: number | null }>(
        `with taken as (
           insert into rate_limit as r (key, next_free_at) values ($1, $2::timestamptz + $3 * interval '1 second')
           on conflict (key) do update
             set next_free_at = greatest(r.next_free_at, $2) + $3 * interval '1 second'
             where r.next_free_at <= $2::timestamptz + $4 * interval '1 second'
           returning 1)
         select case when not exists (select from taken) then
           -- of uses at the same time, one that is refused may read what was true before them: the wait is too short then
           greatest(extract(epoch from (select next_free_at from rate_limit where key = $1) - $2)::float8 - $4, 0.001)
         end as wait_seconds`,
        [key, now(), everySeconds, everySeconds * (burst - 1)],
      );
      return answer?.wait_seconds ?? undefined;
    },
    sweep: async () => (await sql.query('delete from rate_limit where next_free_at < $1 returning 1', [now()])).length,
  };
}

import type { Sql } from '../../app/ports/sql.ts';
import type { EngineStore } from '../../app/ports/stores/engine-store.ts';
import { CIRCUIT_OPENS_AT } from '../../domain/engine/circuit-breaker.ts';

/** The order that finds out whether an engine is well again has so long to be taken or refused. */
const PROBE_SECONDS = 90;

/** Limits and fairness as rows. Each answer is one statement, so it is strict whoever else asks at the same time. */
export function createEngineStore(sql: Sql): EngineStore {
  return {
    setSlots: async (engine, limit) => {
      await sql.query('insert into engine_account (engine) values ($1) on conflict do nothing', [engine]);
      await sql.query(
        `insert into engine_slot (engine, number) select $1, n from generate_series(1, $2::int) n
         on conflict (engine, number) do update set retired = false`,
        [engine, limit],
      );
      await sql.query('update engine_slot set retired = true where engine = $1 and number > $2', [engine, limit]);
    },
    takeSlot: async (engine, attemptId) => {
      const taken = await sql.query(
        `update engine_slot set attempt = $2 where (engine, number) = (
           select engine, number from engine_slot where engine = $1 and attempt is null and not retired
           order by number limit 1 for update skip locked) returning number`,
        [engine, attemptId],
      );
      return taken.length > 0;
    },
    freeSlot: async (attemptId) => {
      await sql.query('update engine_slot set attempt = null where attempt = $1', [attemptId]);
    },
    takeRate: async (engine, { everySeconds, burst }, now) => {
      const [row] = await sql.query<{ taken: boolean; come_back_at: Date }>(
        `with account as (
           select engine, greatest(next_free_at, $2::timestamptz) as free_at, paused_until, troubles
           from engine_account where engine = $1 for update),
         taken as (
           update engine_account e set next_free_at = account.free_at + make_interval(secs => $3::float8),
             -- an open circuit lets one order through to find out, and the others wait for what becomes of it
             paused_until = case when account.troubles >= ${CIRCUIT_OPENS_AT}
               then $2::timestamptz + interval '${PROBE_SECONDS} seconds' else account.paused_until end
           from account where e.engine = account.engine and account.paused_until <= $2
             and account.free_at <= $2::timestamptz + make_interval(secs => $3::float8 * ($4::int - 1))
           returning true)
         select exists (select from taken) as taken,
           greatest(paused_until, free_at - make_interval(secs => $3::float8 * ($4::int - 1))) as come_back_at from account`,
        [engine, now, everySeconds, burst],
      );
      if (row === undefined) throw new Error(`the engine '${engine}' has no account`);
      return row.taken ? undefined : row.come_back_at;
    },
    troubles: async (engine) => {
      const [row] = await sql.query<{ troubles: number }>(
        'select troubles from engine_account where engine = $1 for update',
        [engine],
      );
      return row?.troubles ?? 0;
    },
    noteTroubles: async (engine, troubles, pausedUntil) => {
      await sql.query(
        'update engine_account set troubles = $2, paused_until = greatest(paused_until, $3) where engine = $1',
        [engine, troubles, pausedUntil],
      );
    },
    recover: async (engine) => {
      const [row] = await sql.query<{ troubles: number }>(
        `update engine_account e set troubles = 0,
           paused_until = case when was.troubles >= ${CIRCUIT_OPENS_AT} then '-infinity' else e.paused_until end
         from (select engine, troubles from engine_account where engine = $1 and troubles > 0 for update) was
         where e.engine = was.engine returning was.troubles`,
        [engine],
      );
      return (row?.troubles ?? 0) >= CIRCUIT_OPENS_AT;
    },
    isAway: async (engine, now) => {
      const away = await sql.query(
        `select from engine_account where engine = $1 and troubles >= ${CIRCUIT_OPENS_AT} and paused_until > $2`,
        [engine, now],
      );
      return away.length > 0;
    },
    takeTurn: async (engine, personId) => {
      const [row] = await sql.query<{ turn: number }>(
        `insert into fair_share (engine, person, turn)
         select $1, $2, fair_clock + 1 from engine_account where engine = $1
         on conflict (engine, person) do update
           set turn = greatest(fair_share.turn, (select fair_clock from engine_account where engine = $1)) + 1
         returning turn`,
        [engine, personId],
      );
      if (row === undefined) throw new Error(`the engine '${engine}' has no account`);
      return row.turn;
    },
    servedTurn: async (engine, turn) => {
      await sql.query('update engine_account set fair_clock = $2 where engine = $1 and fair_clock < $2', [
        engine,
        turn,
      ]);
    },
    busySlots: async (engine) => {
      const [row] = await sql.query<{ count: number }>(
        'select count(*) from engine_slot where engine = $1 and attempt is not null',
        [engine],
      );
      return row?.count ?? 0;
    },
  };
}

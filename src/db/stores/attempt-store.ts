import type { Sql } from '../../app/ports/sql.ts';
import type { Attempt, AttemptChange, AttemptState, AttemptStore } from '../../app/ports/stores/attempt-store.ts';
import type { EngineResult, JsonObject } from '../../app/ports/video-engine.ts';
import { assignments } from './assignments.ts';

/** Attempts as rows. */
export function createAttemptStore(sql: Sql): AttemptStore {
  return {
    add: async ({ id, clipId, number, engine, model, seed }, now, nextAt) => {
      await sql.query(
        `insert into attempt (id, clip, number, engine, model, seed, state, created_at, next_at)
         values ($1, $2, $3, $4, $5, $6, 'intent', $7, $8)`,
        [id, clipId, number, engine, model, seed, now, nextAt],
      );
    },
    find: async (id) => one(await sql.query<AttemptRow>('select * from attempt where id = $1', [id])),
    latestOf: async (clipId) =>
      one(await sql.query<AttemptRow>('select * from attempt where clip = $1 order by number desc limit 1', [clipId])),
    move: async (id, from, change) => {
      const { list, values } = assignments(columnsOf(change), 3);
      return one(
        await sql.query<AttemptRow>(
          `update attempt set ${list} where id = $1 and state = any($2::text[]) returning *`,
          [id, from, ...values],
        ),
      );
    },
    takeDue: async (now, again, most) =>
      (
        await sql.query<{ id: string }>(
          `update attempt set next_at = $2 where id in (
             select id from attempt where next_at is not null and next_at <= $1 order by next_at limit $3 for update skip locked)
           returning id`,
          [now, again, most],
        )
      ).map(({ id }) => id),
    costs: async () =>
      (
        await sql.query<{ engine: string; cost: string; unknown: string }>(
          `select engine, coalesce(sum(cost_micro_dollars), 0)::text as cost,
             (count(*) filter (where cost_micro_dollars is null))::text as unknown
           from attempt where state = 'finished' group by engine order by engine`,
        )
      ).map(({ engine, cost, unknown }) => ({ engine, microDollars: Number(cost), unknownCount: Number(unknown) })),
  };
}

interface AttemptRow {
  readonly id: string;
  readonly clip: string;
  readonly number: number;
  readonly engine: string;
  readonly model: string;
  readonly seed: number;
  readonly state: AttemptState;
  readonly ticket: JsonObject | null;
  readonly result: EngineResult | null;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly ended_at: Date | null;
  readonly next_at: Date | null;
  readonly cancel_tried_at: Date | null;
}

const one = ([row]: AttemptRow[]): Attempt | undefined =>
  row && {
    id: row.id,
    clipId: row.clip,
    number: row.number,
    engine: row.engine,
    model: row.model,
    seed: row.seed,
    state: row.state,
    ticket: row.ticket ?? undefined,
    result: row.result ?? undefined,
    createdAt: row.created_at,
    sentAt: row.sent_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    nextAt: row.next_at ?? undefined,
    cancelTriedAt: row.cancel_tried_at ?? undefined,
  };

function columnsOf(change: AttemptChange): Record<string, unknown> {
  return {
    state: change.state,
    ticket: change.ticket && JSON.stringify(change.ticket),
    result: change.result && JSON.stringify(change.result),
    next_at: change.nextAt,
    sent_at: change.sentAt,
    cancel_tried_at: change.cancelTriedAt,
    ended_at: change.endedAt,
    cost_micro_dollars: change.costMicroDollars,
    trouble: change.trouble,
    vendor_code: change.vendorCode,
    vendor_message: change.vendorMessage?.slice(0, 1000),
  };
}

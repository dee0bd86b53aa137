import type { Sql } from '../../app/ports/sql.ts';
import type { EntitlementStore } from '../../app/ports/stores/entitlement-store.ts';
import type { Entitlement } from '../../domain/entitlement/plans.ts';

interface EntitlementRow {
  readonly plan: string;
  readonly status: Entitlement['status'];
  readonly period_end: Date | null;
}

/** Who has which plan. */
export function createEntitlementStore(sql: Sql): EntitlementStore {
  return {
    find: async (personId) => {
      const [row] = await sql.query<EntitlementRow>(
        'select plan, status, period_end from entitlement where person = $1',
        [personId],
      );
      return row && { planId: row.plan, status: row.status, periodEnd: row.period_end ?? undefined };
    },
    put: async (personId, { planId, status, periodEnd, source, sourceAt }) => {
      const taken = await sql.query(
        `insert into entitlement (person, plan, status, period_end, source, source_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (person) do update set plan = excluded.plan, status = excluded.status, period_end = excluded.period_end,
           source = excluded.source, source_at = excluded.source_at, updated_at = now()
         where entitlement.source_at <= excluded.source_at returning person`,
        [personId, planId, status, periodEnd ?? null, source, sourceAt],
      );
      return taken.length > 0;
    },
  };
}

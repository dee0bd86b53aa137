import type { Sql } from '../../app/ports/sql.ts';
import type { BillingStore, Subscription } from '../../app/ports/stores/billing-store.ts';

interface SubscriptionRow {
  readonly id: string;
  readonly person: string;
  readonly plan: string;
  readonly status: Subscription['status'];
  readonly period_end: Date | null;
  readonly source_at: Date;
}

/** What the payment service told, and who its customers are. */
export function createBillingStore(sql: Sql): BillingStore {
  return {
    takeMessage: async ({ id, type, createdAt, news }) => {
      const taken = await sql.query(
        `insert into billing_event (id, type, created_at, payload, outcome) values ($1, $2, $3, $4::jsonb, '')
         on conflict (id) do nothing returning id`,
        [id, type, createdAt, news],
      );
      return taken.length > 0;
    },
    noteOutcome: async (id, outcome) => {
      await sql.query('update billing_event set outcome = $2 where id = $1', [id, outcome]);
    },
    linkCustomer: async (customer, personId) => {
      await sql.query(
        `insert into billing_customer (customer, person) values ($1, $2)
         on conflict (customer) do update set person = excluded.person`,
        [customer, personId],
      );
    },
    personOf: async (customer) => {
      const [row] = await sql.query<{ person: string }>('select person from billing_customer where customer = $1', [
        customer,
      ]);
      return row?.person;
    },
    customerOf: async (personId) => {
      const [row] = await sql.query<{ customer: string }>(
        'select customer from billing_customer where person = $1 order by customer limit 1',
        [personId],
      );
      return row?.customer;
    },
    putSubscription: async ({ id, personId, planId, status, periodEnd, sourceAt }) => {
      const taken = await sql.query(
        `insert into billing_subscription (id, person, plan, status, period_end, source_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set person = excluded.person, plan = excluded.plan, status = excluded.status,
           period_end = excluded.period_end, source_at = excluded.source_at
         where billing_subscription.source_at <= excluded.source_at returning id`,
        [id, personId, planId, status, periodEnd ?? null, sourceAt],
      );
      return taken.length > 0;
    },
    subscriptionsOf: async (personId) => {
      const rows = await sql.query<SubscriptionRow>('select * from billing_subscription where person = $1', [personId]);
      return rows.map(({ id, person, plan, status, period_end, source_at }) => ({
        ...{ id, personId: person, planId: plan, status },
        ...{ periodEnd: period_end ?? undefined, sourceAt: source_at },
      }));
    },
  };
}

import type { Sql } from '../../app/ports/sql.ts';
import type { Notification } from '../../app/ports/stores/notification-store.ts';
import type { PushStore, PushSubscription, WindowStore } from '../../app/ports/stores/push-store.ts';

interface SubscriptionRow {
  readonly endpoint: string;
  readonly person: string;
  readonly p256dh: string;
  readonly auth: string;
}

const asSubscription = ({ endpoint, person, p256dh, auth }: SubscriptionRow): PushSubscription => {
  return { endpoint, personId: person, p256dh, auth };
};

interface NoticeRow {
  readonly id: string;
  readonly person: string;
  readonly kind: Notification['kind'];
  readonly clip: string | null;
  readonly sentence: string;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

const asNotice = (row: NoticeRow): Notification => ({
  id: row.id,
  personId: row.person,
  kind: row.kind,
  clipId: row.clip ?? undefined,
  sentence: row.sentence,
  createdAt: row.created_at,
  readAt: row.read_at ?? undefined,
});

/** Push subscriptions, and which notifications were pushed, as rows. */
export function createPushStore(sql: Sql): PushStore {
  return {
    put: async ({ endpoint, personId, p256dh, auth }, most, at) => {
      await sql.query(
        `insert into push_subscription (endpoint, person, p256dh, auth, created_at) values ($1, $2, $3, $4, $5)
         on conflict (endpoint) do update set person = $2, p256dh = $3, auth = $4, created_at = $5`,
        [endpoint, personId, p256dh, auth, at],
      );
      await sql.query(
        `delete from push_subscription where endpoint in
           (select endpoint from push_subscription where person = $1 order by created_at desc, endpoint offset $2)`,
        [personId, most],
      );
    },
    listOf: async (personId) =>
      (await sql.query<SubscriptionRow>('select * from push_subscription where person = $1', [personId])).map(
        asSubscription,
      ),
    remove: async (endpoint, personId) => {
      await sql.query('delete from push_subscription where endpoint = $1 and ($2::uuid is null or person = $2)', [
        endpoint,
        personId ?? null,
      ]);
    },
    claimNotices: async (since, most, at) =>
      (
        await sql.query<NoticeRow>(
          `update notification set pushed_at = $3 where id in
             (select id from notification where pushed_at is null and created_at > $1 order by created_at limit $2
              for update skip locked)
           returning *`,
          [since, most, at],
        )
      ).map(asNotice),
  };
}

/** Open windows as rows. */
export function createWindowStore(sql: Sql): WindowStore {
  return {
    seen: async (windowId, personId, at) => {
      await sql.query(
        'insert into open_window (id, person, seen_at) values ($1, $2, $3) on conflict (id) do update set seen_at = $3',
        [windowId, personId, at],
      );
    },
    closed: async (windowId) => {
      await sql.query('delete from open_window where id = $1', [windowId]);
    },
    isAnyOpen: async (personId, since) =>
      (await sql.query('select from open_window where person = $1 and seen_at > $2 limit 1', [personId, since]))
        .length > 0,
    forgetBefore: async (at) => {
      await sql.query('delete from open_window where seen_at < $1', [at]);
    },
  };
}

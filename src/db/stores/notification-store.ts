import type { Sql } from '../../app/ports/sql.ts';
import type { Notification, NotificationKind, NotificationStore } from '../../app/ports/stores/notification-store.ts';

interface NotificationRow {
  readonly id: string;
  readonly person: string;
  readonly kind: NotificationKind;
  readonly clip: string | null;
  readonly sentence: string;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

/** Notifications as rows; what is said once stays said once. */
export function createNotificationStore(sql: Sql): NotificationStore {
  return {
    add: async ({ id, personId, kind, clipId, sentence, createdAt }) => {
      const added = await sql.query(
        `insert into notification (id, person, kind, clip, sentence, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (person, kind, clip) do nothing returning id`,
        [id, personId, kind, clipId ?? null, sentence, createdAt],
      );
      return added.length > 0;
    },
    list: async (personId, { beforeId, most }) =>
      (
        await sql.query<NotificationRow>(
          'select * from notification where person = $1 and ($2::uuid is null or id < $2) order by id desc limit $3',
          [personId, beforeId ?? null, most],
        )
      ).map(asNotification),
    countUnread: async (personId) => {
      const [row] = await sql.query<{ count: number }>(
        'select count(*) from notification where person = $1 and read_at is null',
        [personId],
      );
      return row?.count ?? 0;
    },
    markRead: async (personId, id, at) => {
      await sql.query(
        'update notification set read_at = $3 where person = $1 and ($2::uuid is null or id = $2) and read_at is null',
        [personId, id ?? null, at],
      );
    },
  };
}

function asNotification(row: NotificationRow): Notification {
  return {
    id: row.id,
    personId: row.person,
    kind: row.kind,
    clipId: row.clip ?? undefined,
    sentence: row.sentence,
    createdAt: row.created_at,
    readAt: row.read_at ?? undefined,
  };
}

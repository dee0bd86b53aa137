import type { Sql } from '../../app/ports/sql.ts';
import type { AdminAction, AdminActionStore } from '../../app/ports/stores/admin-action-store.ts';

interface AdminActionRow extends Omit<AdminAction, 'actor'> {
  readonly actor: string;
  readonly actor_name: string;
}

/** What operators did, as rows that only ever become more. */
export function createAdminActionStore(sql: Sql): AdminActionStore {
  return {
    note: async ({ id, actorId, via, action, subject, detail, at }) => {
      await sql.query(
        `insert into admin_action (id, actor, via, action, subject, detail, at) values ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
        [id, actorId, via, action, subject, JSON.stringify(detail), at],
      );
    },
    list: async ({ beforeId, most }) => {
      const rows = await sql.query<AdminActionRow>(
        `select a.*, p.name as actor_name from admin_action a join person p on p.id = a.actor
         where $1::uuid is null or a.id < $1 order by a.id desc limit $2`,
        [beforeId ?? null, most],
      );
      return rows.map(({ actor, actor_name, ...row }) => ({ ...row, actor: { id: actor, name: actor_name } }));
    },
  };
}

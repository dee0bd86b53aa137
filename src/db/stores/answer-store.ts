import type { Sql } from '../../app/ports/sql.ts';
import type { AnswerStore } from '../../app/ports/stores/answer-store.ts';
import type { JsonValue } from '../../app/ports/video-engine.ts';

interface AnswerRow {
  readonly request_hash: string;
  readonly status: number | null;
  readonly body: JsonValue;
}

/** Kept answers as rows. The insert of a key waits for a transaction that has inserted it and not committed yet. */
export function createAnswerStore(sql: Sql): AnswerStore {
  return {
    claim: async ({ personId, route, key, requestHash }) => {
      const claimed = await sql.query(
        `insert into idempotent_answer (person, route, key, request_hash) values ($1, $2, $3, $4)
         on conflict do nothing returning key`,
        [personId, route, key, requestHash],
      );
      if (claimed.length > 0) return { kind: 'first' };
      const [row] = await sql.query<AnswerRow>(
        'select request_hash, status, body from idempotent_answer where person = $1 and route = $2 and key = $3',
        [personId, route, key],
      );
      if (row === undefined || row.status === null || row.request_hash !== requestHash)
        return { kind: 'other-request' };
      return { kind: 'again', answer: { status: row.status, body: row.body } };
    },
    keep: async ({ personId, route, key }, { status, body }) => {
      await sql.query(
        'update idempotent_answer set status = $4, body = $5::jsonb where person = $1 and route = $2 and key = $3',
        [personId, route, key, status, JSON.stringify(body)],
      );
    },
    forgetBefore: async (at) => {
      await sql.query('delete from idempotent_answer where created_at < $1', [at]);
    },
  };
}

import type { LocalRender, LocalRenderBoard } from '../../app/ports/local-render-board.ts';
import type { Sql } from '../../app/ports/sql.ts';
import type { ClipFile } from '../../app/ports/stores/clip-store.ts';

interface LocalRenderRow {
  readonly attempt: string;
  readonly machine: string;
  readonly state: LocalRender['state'];
  readonly frames_done: number;
  readonly frame_count: number;
  readonly result: ClipFile | null;
  readonly trouble: string | null;
  readonly message: string | null;
  readonly beat_at: Date;
}

/** What is being drawn, as rows. */
export function createLocalRenderBoard(sql: Sql): LocalRenderBoard {
  return {
    begin: async (attemptId, machine, at) => {
      const begun = await sql.query(
        `insert into local_render (attempt, machine, state, beat_at) values ($1, $2, 'drawing', $3)
         on conflict do nothing returning attempt`,
        [attemptId, machine, at],
      );
      return begun.length > 0;
    },
    beat: async (attemptId, { framesDone, frameCount }, at) => {
      const alive = await sql.query(
        `update local_render set frames_done = $2, frame_count = $3, beat_at = $4
         where attempt = $1 and state = 'drawing' returning attempt`,
        [attemptId, framesDone, frameCount, at],
      );
      return alive.length > 0;
    },
    finish: async (attemptId, end) => {
      const [state, result, trouble, message] =
        'file' in end ? ['finished', JSON.stringify(end.file), null, null] : ['failed', null, end.trouble, end.message];
      await sql.query(
        `update local_render set state = $2, result = $3::jsonb, trouble = $4, message = $5 where attempt = $1 and state = 'drawing'`,
        [attemptId, state, result, trouble, message],
      );
    },
    cancel: async (attemptId) => {
      const cancelled = await sql.query(
        `update local_render set state = 'cancelled' where attempt = $1 and state in ('drawing', 'cancelled') returning attempt`,
        [attemptId],
      );
      return cancelled.length > 0;
    },
    find: async (attemptId) => {
      const [row] = await sql.query<LocalRenderRow>('select * from local_render where attempt = $1', [attemptId]);
      return row && asRender(row);
    },
  };
}

function asRender(row: LocalRenderRow): LocalRender {
  return {
    attemptId: row.attempt,
    machine: row.machine,
    state: row.state,
    framesDone: row.frames_done,
    frameCount: row.frame_count,
    file: row.result ?? undefined,
    trouble: row.trouble ?? undefined,
    message: row.message ?? undefined,
    beatAt: row.beat_at,
  };
}

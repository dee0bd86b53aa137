import type { Sql } from '../../app/ports/sql.ts';
import type { RetentionStore } from '../../app/ports/stores/retention-store.ts';

export function createRetentionStore(sql: Sql): RetentionStore {
  return {
    forgetClips: async (deletedBefore, at, most) => {
      const gone = await sql.query<{ id: string; clip_key: string | null; poster_key: string | null }>(
        `update clip set forgotten_at = $2, custom_text = '' where id in (
           select id from clip where deleted_at < $1 and forgotten_at is null and ended_at is not null
           order by deleted_at limit $3 for update skip locked)
         returning id, clip_key, poster_key`,
        [deletedBefore, at, most],
      );
      await hide(sql, 'clip', gone);
      await sql.query('delete from notification where clip = any($1)', [gone.map(({ id }) => id)]);
      return gone.map(({ id, clip_key, poster_key }) => ({
        id,
        keys: [clip_key, poster_key].filter((key) => key !== null),
      }));
    },
    forgetPictures: async (deletedBefore, at, most) => {
      const gone = await sql.query<{ id: string; storage_key: string }>(
        `update picture set forgotten_at = $2, description = '', facts = null, face_points = null where id in (
           select id from picture where deleted_at < $1 and forgotten_at is null
           order by deleted_at limit $3 for update skip locked)
         returning id, storage_key`,
        [deletedBefore, at, most],
      );
      await hide(sql, 'picture', gone);
      return gone.map(({ id, storage_key }) => ({ id, keys: [storage_key] }));
    },
    forgetVoices: async (deletedBefore, at, most) => {
      const gone = await sql.query<{ id: string; storage_key: string }>(
        `update voice set forgotten_at = $2 where id in (
           select id from voice where deleted_at < $1 and forgotten_at is null
           order by deleted_at limit $3 for update skip locked)
         returning id, storage_key`,
        [deletedBefore, at, most],
      );
      return gone.map(({ id, storage_key }) => ({ id, keys: [storage_key] }));
    },
    doomFiles: async (keys, from) => {
      await sql.query('insert into doomed_file (key, since) select unnest($1::text[]), $2 on conflict do nothing', [
        keys,
        from,
      ]);
    },
    listDoomedFiles: async (at, most) => {
      const doomed = 'select key from doomed_file where since <= $1 order by since limit $2';
      return (await sql.query<{ key: string }>(doomed, [at, most])).map(({ key }) => key);
    },
    strikeDoomed: async (keys) => {
      await sql.query('delete from doomed_file where key = any($1)', [keys]);
    },
    forgetQuotes: async (expiredBefore) => {
      await sql.query('delete from quote where expires_at < $1', [expiredBefore]);
    },
    forgetRenders: async (before) => {
      await sql.query('delete from local_render where beat_at < $1', [before]);
    },
  };
}

/** Takes something from wherever it was shown. */
async function hide(sql: Sql, kind: 'clip' | 'picture', gone: readonly { readonly id: string }[]): Promise<void> {
  const ids = [gone.map(({ id }) => id)];
  await sql.query(`update character set avatar_${kind} = null where avatar_${kind} = any($1)`, ids);
  await sql.query(`delete from attachment where ${kind} = any($1)`, ids);
  await sql.query(`delete from favourite where item in (select id from gallery_item where ${kind} = any($1))`, ids);
  await sql.query(`delete from gallery_item where ${kind} = any($1)`, ids);
}

import type { Sql } from '../../app/ports/sql.ts';
import type { KeptVoice, VoiceStore } from '../../app/ports/stores/voice-store.ts';

/** Recordings as rows; their bytes are in the storage. */
export function createVoiceStore(sql: Sql): VoiceStore {
  return {
    add: async (voice) => {
      await sql.query(
        `insert into voice (id, owner, storage_key, content_type, length_seconds, size_bytes, sha256, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[voice.id, voice.ownerId, voice.storageKey, voice.contentType],
          ...[voice.lengthSeconds, voice.sizeBytes, voice.sha256, voice.createdAt],
        ],
      );
    },
    find: async (id) => {
      const [row] = await sql.query<VoiceRow>('select * from voice where id = $1 and forgotten_at is null', [id]);
      return row && asVoice(row);
    },
    listOfOwner: async (ownerId, { beforeId, most }) =>
      (
        await sql.query<VoiceRow>(
          `select * from voice where owner = $1 and deleted_at is null and ($2::uuid is null or id < $2)
           order by id desc limit $3`,
          [ownerId, beforeId ?? null, most],
        )
      ).map(asVoice),
    countOfOwner: async (ownerId) => {
      const kept = 'select count(*) from voice where owner = $1 and deleted_at is null';
      return Number((await sql.query<{ count: number }>(kept, [ownerId]))[0]?.count);
    },
    setDeleted: async (id, at) => {
      const known = 'update voice set deleted_at = $2 where id = $1 and forgotten_at is null returning id';
      return (await sql.query(known, [id, at])).length > 0;
    },
  };
}

interface VoiceRow {
  readonly id: string;
  readonly owner: string;
  readonly storage_key: string;
  readonly content_type: string;
  readonly length_seconds: number;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly created_at: Date;
  readonly deleted_at: Date | null;
}

const asVoice = (row: VoiceRow): KeptVoice => ({
  id: row.id,
  ownerId: row.owner,
  storageKey: row.storage_key,
  contentType: row.content_type,
  lengthSeconds: row.length_seconds,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  createdAt: row.created_at,
  deletedAt: row.deleted_at ?? undefined,
});

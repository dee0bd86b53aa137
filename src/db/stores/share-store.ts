import type { Sql } from '../../app/ports/sql.ts';
import type { ShareLink, ShareStore } from '../../app/ports/stores/share-store.ts';

interface ShareRow {
  readonly slug: string;
  readonly clip: string | null;
  readonly owner: string;
  readonly title: string;
  readonly is_indexed: boolean;
  readonly created_at: Date;
  readonly revoked_at: Date | null;
}

const one = ([row]: ShareRow[]): ShareLink | undefined =>
  row && {
    slug: row.slug,
    clipId: row.clip ?? undefined,
    ownerId: row.owner,
    title: row.title,
    isIndexed: row.is_indexed,
    createdAt: row.created_at,
    revokedAt: row.revoked_at ?? undefined,
  };

/** Share links as rows. */
export function createShareStore(sql: Sql): ShareStore {
  return {
    add: async ({ slug, clipId, ownerId, title, isIndexed, createdAt }) => {
      await sql.query(
        `insert into share_link (slug, clip, owner, title, is_indexed, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (clip) where revoked_at is null do nothing`,
        [slug, clipId, ownerId, title, isIndexed, createdAt],
      );
    },
    find: async (slug) => one(await sql.query<ShareRow>('select * from share_link where slug = $1', [slug])),
    findOfClip: async (clipId) =>
      one(await sql.query<ShareRow>('select * from share_link where clip = $1 and revoked_at is null', [clipId])),
    change: async (slug, { title, isIndexed }) => {
      await sql.query('update share_link set title = $2, is_indexed = $3 where slug = $1', [slug, title, isIndexed]);
    },
    revoke: async (slug, at) => {
      await sql.query('update share_link set revoked_at = $2 where slug = $1 and revoked_at is null', [slug, at]);
    },
  };
}

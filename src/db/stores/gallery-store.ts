import type { Sql } from '../../app/ports/sql.ts';
import type { GalleryItem, GalleryPlace, GalleryQuery, GalleryStore } from '../../app/ports/stores/gallery-store.ts';

interface GalleryRow {
  readonly id: string;
  readonly character: string;
  readonly owner: string;
  readonly visibility: 'public' | 'private';
  readonly kind: GalleryItem['kind'];
  readonly picture: string | null;
  readonly clip: string | null;
  readonly is_favourite: boolean;
}

const asItem = (row: GalleryRow) => ({
  id: row.id,
  characterId: row.character,
  ownerId: row.owner,
  visibility: row.visibility,
  kind: row.kind,
  pictureId: row.picture ?? undefined,
  clipId: row.clip ?? undefined,
  isFavourite: row.is_favourite,
});

/** Only these come after `and`, so that each list runs on an index of its own. */
const KIND_CONDITION = { all: '', pictures: `and g.kind = 'picture'`, clips: `and g.kind = 'clip'` } as const;

/**
 * The gallery as rows. Public items and the viewer's private ones come from two index ranges, each read to one page, so a
 * page costs the same in a gallery of a million.
 */
export function createGalleryStore(sql: Sql): GalleryStore {
  return {
    add: async ({ id, characterId, ownerId, visibility, kind, pictureId, clipId }) => {
      await sql.query(
        `insert into gallery_item (id, character, owner, visibility, kind, picture, clip) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing`,
        [id, characterId, ownerId, visibility, kind, pictureId ?? null, clipId ?? null],
      );
    },
    list: async (query) => {
      const rows = await sql.query<GalleryRow>(textOf(query), valuesOf(query));
      return rows.map(asItem);
    },
    count: async (query) => {
      const text = `select count(*)::int as count from (${textOf(query)}) counted`;
      const [row] = await sql.query<{ count: number }>(text, valuesOf(query));
      return row?.count ?? 0;
    },
    findOf: async ({ characterId, viewerId }, pictureOrClipId) => {
      const [row] = await sql.query<GalleryRow>(ITEM_OF, [characterId, viewerId ?? null, pictureOrClipId]);
      return row && asItem(row);
    },
    find: async (id) => {
      const [row] = await sql.query<GalleryRow>(
        'select g.*, false as is_favourite from gallery_item g where id = $1 and deleted_at is null',
        [id],
      );
      return row && asItem(row);
    },
    setFavourite: async (personId, { id, characterId }, isFavourite) => {
      const text = isFavourite
        ? 'insert into favourite (person, character, item) values ($1, $2, $3) on conflict do nothing'
        : 'delete from favourite where person = $1 and character = $2 and item = $3';
      await sql.query(text, [personId, characterId, id]);
    },
  };
}

function valuesOf({ characterId, viewerId, beforeId, skip = 0, most }: GalleryQuery & GalleryPlace): unknown[] {
  return [characterId, viewerId ?? null, beforeId ?? null, most, skip];
}

const textOf = ({ show }: GalleryQuery): string => (show === 'favourites' ? FAVOURITES : pageOf(KIND_CONDITION[show]));

const pageOf = (kindCondition: string): string => `
  select g.*, exists (select from favourite f where f.person = $2 and f.item = g.id) as is_favourite from (
    (select g.* from gallery_item g where g.character = $1 and g.visibility = 'public' and g.deleted_at is null
       ${kindCondition} and ($3::uuid is null or g.id < $3) order by g.id desc limit $4::bigint + $5::bigint)
    union all
    (select g.* from gallery_item g where g.character = $1 and g.owner = $2 and g.visibility = 'private' and g.deleted_at is null
       ${kindCondition} and ($3::uuid is null or g.id < $3) order by g.id desc limit $4::bigint + $5::bigint)
    order by id desc limit $4::bigint offset $5::bigint) g order by g.id desc`;

const FAVOURITES = `
  select g.*, true as is_favourite from favourite f join gallery_item g on g.id = f.item
  where f.person = $2 and f.character = $1 and g.deleted_at is null and (g.visibility = 'public' or g.owner = $2)
    and ($3::uuid is null or f.item < $3) order by f.item desc limit $4::bigint offset $5::bigint`;

const ITEM_OF = `
  select g.*, exists (select from favourite f where f.person = $2 and f.item = g.id) as is_favourite from gallery_item g
  where (g.picture = $3 or g.clip = $3) and g.character = $1 and g.deleted_at is null
    and (g.visibility = 'public' or g.owner = $2)`;

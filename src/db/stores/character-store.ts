import type { Sql } from '../../app/ports/sql.ts';
import type { Character, CharacterStore, Picture, PictureStore } from '../../app/ports/stores/character-store.ts';
import type { FacePoints } from '../../domain/picture/face-points.ts';
import { assignments } from './assignments.ts';

interface CharacterRow {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly tagline: string;
  readonly persona: string;
  readonly greeting: string;
  readonly declared_age: Character['declaredAge'];
  readonly visibility: Character['visibility'];
  readonly avatar_picture: string | null;
  readonly avatar_clip: string | null;
  readonly created_at: Date;
  readonly deleted_at: Date | null;
}

const asCharacter = (row: CharacterRow): Character => ({
  id: row.id,
  ownerId: row.owner,
  name: row.name,
  tagline: row.tagline,
  persona: row.persona,
  greeting: row.greeting,
  declaredAge: row.declared_age,
  visibility: row.visibility,
  avatarPictureId: row.avatar_picture ?? undefined,
  avatarClipId: row.avatar_clip ?? undefined,
  createdAt: row.created_at,
  deletedAt: row.deleted_at ?? undefined,
});
const oneCharacter = ([row]: CharacterRow[]): Character | undefined => row && asCharacter(row);

const TAKEN_DOWN = 'select from picture p join taken_down_file t on t.sha256 = p.sha256 where p.id = $1';

/** Characters as rows. */
export function createCharacterStore(sql: Sql): CharacterStore {
  return {
    add: async ({ id, ownerId, name, tagline, persona, greeting, declaredAge, visibility }) => {
      await sql.query(
        `insert into character (id, owner, name, tagline, persona, greeting, declared_age, visibility)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, ownerId, name, tagline, persona, greeting, declaredAge, visibility],
      );
    },
    find: async (id) => oneCharacter(await sql.query<CharacterRow>('select * from character where id = $1', [id])),
    change: async (id, change) => {
      const { list, values } = assignments(
        {
          name: change.name,
          tagline: change.tagline,
          persona: change.persona,
          greeting: change.greeting,
          declared_age: change.declaredAge,
          visibility: change.visibility,
          avatar_picture: change.avatarPictureId,
          avatar_clip: change.avatarClipId,
        },
        2,
      );
      if (values.length === 0)
        return oneCharacter(await sql.query<CharacterRow>('select * from character where id = $1', [id]));
      return oneCharacter(
        await sql.query<CharacterRow>(`update character set ${list} where id = $1 returning *`, [id, ...values]),
      );
    },
    listFor: async (viewerId, { beforeId, most }) => {
      const rows = await sql.query<CharacterRow>(
        `(select * from character where visibility = 'public' and deleted_at is null and ($2::uuid is null or id < $2)
          order by id desc limit $3)
         union all
         (select * from character where owner = $1 and visibility = 'private' and deleted_at is null and ($2::uuid is null or id < $2)
          order by id desc limit $3)
         order by id desc limit $3`,
        [viewerId ?? null, beforeId ?? null, most],
      );
      return rows.map(asCharacter);
    },
  };
}

interface PictureRow {
  readonly id: string;
  readonly owner: string;
  readonly character: string;
  readonly visibility: Picture['visibility'];
  readonly origin: Picture['origin'];
  readonly made_by: string;
  readonly rating: Picture['rating'];
  readonly description: string;
  readonly storage_key: string;
  readonly content_type: string;
  readonly width_pixels: number;
  readonly height_pixels: number;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly face_points: FacePoints | null;
  readonly created_at: Date;
  readonly deleted_at: Date | null;
}

const asPicture = (row: PictureRow): Picture => ({
  id: row.id,
  ownerId: row.owner,
  characterId: row.character,
  visibility: row.visibility,
  origin: row.origin,
  madeBy: row.made_by,
  rating: row.rating,
  description: row.description,
  storageKey: row.storage_key,
  contentType: row.content_type,
  widthPixels: row.width_pixels,
  heightPixels: row.height_pixels,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  facePoints: row.face_points ?? undefined,
  createdAt: row.created_at,
  deletedAt: row.deleted_at ?? undefined,
});
const onePicture = ([row]: PictureRow[]): Picture | undefined => row && asPicture(row);

/** Pictures as rows; their bytes are in the storage. */
export function createPictureStore(sql: Sql): PictureStore {
  return {
    add: async (picture) => {
      await sql.query(
        `insert into picture (id, owner, character, visibility, origin, made_by, rating, description, storage_key, content_type,
           width_pixels, height_pixels, size_bytes, sha256, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          ...[picture.id, picture.ownerId, picture.characterId, picture.visibility, picture.origin, picture.madeBy],
          ...[picture.rating, picture.description, picture.storageKey, picture.contentType, picture.widthPixels],
          ...[picture.heightPixels, picture.sizeBytes, picture.sha256, picture.createdAt],
        ],
      );
    },
    find: async (id) =>
      onePicture(await sql.query<PictureRow>('select * from picture where id = $1 and forgotten_at is null', [id])),
    setDeleted: async (id, at) => {
      // what was taken down does not come back, whoever asks
      if (at === null && (await sql.query(TAKEN_DOWN, [id])).length > 0) return false;
      const known = 'update picture set deleted_at = $2 where id = $1 and forgotten_at is null returning id';
      if ((await sql.query(known, [id, at])).length === 0) return false;
      await sql.query('update gallery_item set deleted_at = $2 where picture = $1', [id, at]);
      return true;
    },
    readFacts: async (id) => {
      const [row] = await sql.query<{ facts: unknown }>('select facts from picture where id = $1', [id]);
      return row?.facts ?? undefined;
    },
    keepFacts: async (id, facts) => {
      await sql.query('update picture set facts = $2::jsonb where id = $1', [id, JSON.stringify(facts)]);
    },
    placeFace: async (id, points) => {
      const json = points && JSON.stringify(points);
      await sql.query('update picture set face_points = $2::jsonb, facts = null where id = $1', [id, json]);
    },
    fromPool: async (characterId, turn) =>
      onePicture(
        await sql.query<PictureRow>(
          `with pool as (
             select p.*, row_number() over (order by p.id) - 1 as place, count(*) over () as size from picture p
             where p.character = $1 and p.visibility = 'public' and p.origin = 'ai_generated' and p.deleted_at is null)
           select * from pool where place = $2::bigint % size`,
          [characterId, turn],
        ),
      ),
  };
}

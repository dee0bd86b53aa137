import type { Sql } from '../../app/ports/sql.ts';
import type { ApiKey, ApiKeyStore, Person, PersonSettings, PersonStore } from '../../app/ports/stores/person-store.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: Person['role'];
  readonly settings: PersonSettings;
  readonly created_at: Date;
}

const asPerson = ({ id, name, role, settings, created_at }: PersonRow): Person => {
  return { id, name, role, settings, createdAt: created_at };
};
const one = ([row]: PersonRow[]): Person | undefined => row && asPerson(row);

/** People as rows. */
export function createPersonStore(sql: Sql): PersonStore {
  const findByLogin: PersonStore['findByLogin'] = async ({ provider, subject }) =>
    one(
      await sql.query<PersonRow>(
        'select p.* from person_login l join person p on p.id = l.person where l.provider = $1 and l.subject = $2',
        [provider, subject],
      ),
    );
  return {
    find: async (id) => one(await sql.query<PersonRow>('select * from person where id = $1', [id])),
    findByLogin,
    addWithLogin: async ({ id, name, role }, login) => {
      // one statement: of two requests of a person one after the other, the second finds the login of the first
      await sql.query(
        `with newcomer as (
           insert into person (id, name, role)
           select $1, $2, $3 where not exists (select from person_login where provider = $4 and subject = $5) returning id)
         insert into person_login (provider, subject, person) select $4, $5, id from newcomer on conflict do nothing`,
        [id, name.slice(0, 80), role, login.provider, login.subject],
      );
      const person = await findByLogin(login);
      if (person === undefined)
        throw new Error(`the login ${login.provider}/${login.subject} vanished while it was made`);
      // of two at the same time, the one that came second has made a person whom nobody is
      if (person.id !== id) await sql.query('delete from person where id = $1', [id]);
      return person;
    },
    rename: async (id, name) =>
      one(await sql.query<PersonRow>('update person set name = $2 where id = $1 returning *', [id, name.slice(0, 80)])),
    changeSettings: async (id, change) =>
      one(
        await sql.query<PersonRow>('update person set settings = settings || $2::jsonb where id = $1 returning *', [
          id,
          JSON.stringify(change),
        ]),
      ),
    list: async ({ beforeId, most }) =>
      (
        await sql.query<PersonRow>('select * from person where $1::uuid is null or id < $1 order by id desc limit $2', [
          beforeId ?? null,
          most,
        ])
      ).map(asPerson),
  };
}

interface ApiKeyRow {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
}

const asApiKey = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  personId: row.person,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  createdAt: row.created_at,
  expiresAt: row.expires_at ?? undefined,
  revokedAt: row.revoked_at ?? undefined,
  lastUsedAt: row.last_used_at ?? undefined,
});

/** API keys as rows; only their hashes are kept. */
export function createApiKeyStore(sql: Sql): ApiKeyStore {
  return {
    add: async ({ id, personId, name, prefix, hash, scopes, createdAt, expiresAt }) => {
      await sql.query(
        `insert into api_key (id, person, name, prefix, hash, scopes, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, personId, name, prefix, hash, scopes, createdAt, expiresAt ?? null],
      );
    },
    use: async (hash, now) => {
      const [row] = await sql.query<ApiKeyRow>(
        'select * from api_key where hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)',
        [hash, now],
      );
      if (row === undefined) return undefined;
      // to the minute: a key in heavy use is not a row in heavy use
      if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > 60_000) {
        await sql.query('update api_key set last_used_at = $2 where id = $1', [row.id, now]);
      }
      return asApiKey(row);
    },
    listOf: async (personId) =>
      (
        await sql.query<ApiKeyRow>('select * from api_key where person = $1 and revoked_at is null order by id desc', [
          personId,
        ])
      ).map(asApiKey),
    revoke: async (personId, id, now) => {
      const revoked = await sql.query(
        'update api_key set revoked_at = $3 where person = $1 and id = $2 and revoked_at is null returning id',
        [personId, id, now],
      );
      return revoked.length > 0;
    },
  };
}

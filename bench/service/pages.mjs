import { randomUUID } from 'node:crypto';

const READS = 41;
const FEW_ROWS = 1000;

/** Median milliseconds of a page of a gallery and of a wallet, in the middle of few rows and of many. */
export async function measurePages({ database, world }, rows) {
  const few = await fill(database, world, FEW_ROWS);
  const many = await fill(database, world, rows);
  const gallery = ({ characterId, middleItem }) =>
    world.stores.gallery.list({ characterId, viewerId: undefined, show: 'all', beforeId: middleItem, most: 61 });
  const wallet = ({ personId, middleEntry }) =>
    world.stores.ledger.statement(personId, { beforeId: middleEntry, most: 31 });
  return [
    { name: 'a page of a gallery', ...(await compare(gallery, few, many)) },
    { name: 'a page of a wallet', ...(await compare(wallet, few, many)) },
  ];
}

/** A person with a character whose gallery has so many pictures, and so many movements in the wallet. */
async function fill(database, world, rows) {
  const login = { provider: 'bench', subject: randomUUID() };
  const person = await world.stores.people.addWithLogin({ id: world.newId(), name: 'Bench', role: 'member' }, login);
  const character = { id: world.newId(), ownerId: person.id, name: 'Mira', tagline: '', persona: '', greeting: '' };
  await world.stores.characters.add({ ...character, declaredAge: 'adult', visibility: 'public' });
  await world.stores.ledger.openWallet(person.id);
  await database.query(
    `with many as (
       insert into picture (id, owner, character, visibility, origin, storage_key, content_type, width_pixels, height_pixels, size_bytes, sha256)
       select gen_random_uuid(), $1, $2, 'public', 'ai_generated', 'bench', 'image/webp', 720, 960, 1, '00' from generate_series(1, $3::integer) returning id)
     insert into gallery_item (id, character, owner, visibility, kind, picture) select id, $2, $1, 'public', 'picture', id from many`,
    [person.id, character.id, rows],
  );
  // the triggers that hold every entry to its sum are measured by the clips above
  await database.transaction(async (sql) => {
    await sql.query(`set local session_replication_role = replica`);
    await sql.query(
      `with many as (
         insert into ledger_entry (id, idempotency_key, kind, person, note, at)
         select gen_random_uuid(), gen_random_uuid()::text, 'grant', $1, 'Bench', now() from generate_series(1, $2::integer) returning id)
       insert into ledger_posting (entry, account, amount)
       select id, account, amount from many, (values ('wallet:' || $1::text, 1), ('mint', -1)) as sides (account, amount)`,
      [person.id, rows],
    );
  });
  for (const table of ['picture', 'gallery_item', 'ledger_entry', 'ledger_posting'])
    await database.query(`analyze ${table}`);
  const middle = async (table, column, value) => {
    const [row] = await database.query(`select id from ${table} where ${column} = $1 order by id offset $2 limit 1`, [
      value,
      Math.floor(rows / 2),
    ]);
    return row.id;
  };
  return {
    ...{ personId: person.id, characterId: character.id },
    middleItem: await middle('gallery_item', 'character', character.id),
    middleEntry: await middle('ledger_entry', 'person', person.id),
  };
}

/** Both in turn, so that whatever else the machine does is shared. */
async function compare(read, few, many) {
  const times = { few: [], many: [] };
  for (let turn = 0; turn < READS; turn++) {
    for (const [name, where] of [
      ['few', few],
      ['many', many],
    ]) {
      const startedAt = performance.now();
      const page = await read(where);
      if (page.length < 30) throw new Error(`a page of ${page.length} is no page`);
      times[name].push(performance.now() - startedAt);
    }
  }
  return { few: medianOf(times.few), many: medianOf(times.many) };
}

export function medianOf(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

import type { Person } from '../ports/stores/person-store.ts';
import type { Stores, World } from '../ports/world.ts';

/** Of somebody whose name the platform has not told. */
const NAMELESS = 'Someone';

/**
 * The person whom the hosting platform calls `subject`, made when they are heard of for the first time: by their own token, or
 * because the platform tells something about them before they come. The platform's name for them is the one that counts.
 */
export async function personOfHost(
  { newId }: Pick<World, 'newId'>,
  { people }: Stores,
  subject: string,
  name?: string,
): Promise<Person> {
  const login = { provider: 'host', subject };
  const known = await people.findByLogin(login);
  if (known === undefined) return people.addWithLogin({ id: newId(), name: name ?? NAMELESS, role: 'member' }, login);
  if (name === undefined || name === known.name) return known;
  return (await people.rename(known.id, name)) ?? known;
}

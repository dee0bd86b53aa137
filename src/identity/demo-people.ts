import { giveCredits } from '../app/credits/give-credits.ts';
import type { DemoPeople, DemoPerson } from '../app/ports/accounts.ts';
import type { Person } from '../app/ports/stores/person-store.ts';
import type { World } from '../app/ports/world.ts';
import { credits } from '../domain/credits/credits.ts';
import type { AccountHouse } from './accounts.ts';
import { isLocalRequest } from './local-request.ts';

/** Ten clips. */
const DEMO_CREDITS = credits(1_200_000);

interface DemoRole extends DemoPerson {
  readonly role: Person['role'];
  readonly plan?: string;
}

const DEMO_PEOPLE: readonly DemoRole[] = [
  {
    as: 'subscriber',
    name: 'Robin',
    role: 'member',
    plan: 'premium',
    description: 'A subscriber with credits for ten clips',
  },
  { as: 'free', name: 'Kim', role: 'member', description: 'Somebody without a plan, who watches' },
  { as: 'operator', name: 'Olive', role: 'operator', description: 'The operator of the service' },
];

/** The people of a demo, made when the first of them signs in. */
export function createDemoPeople({ world, accounts }: { world: World; accounts: AccountHouse }): DemoPeople {
  return {
    people: DEMO_PEOPLE.map(({ as, name, description }) => ({ as, name, description })),
    signIn: async (request, as) => {
      if (!isLocalRequest(request)) return undefined;
      const person = await demoPerson(world, as);
      return accounts.openDemoSession(person, as);
    },
  };
}

/** A person of the demo, with their plan and credits; the same one every time. */
export async function demoPerson(world: World, as: DemoPerson['as']): Promise<Person> {
  const { name, role, plan } = DEMO_PEOPLE.find((one) => one.as === as) as DemoRole;
  const login = { provider: 'demo', subject: as };
  const person = await world.stores.people.addWithLogin({ id: world.newId(), name, role }, login);
  if (plan === undefined) return person;
  await world.transaction(async (stores) => {
    const about = { personId: person.id, source: 'promo', businessKey: `demo:${as}` } as const;
    const gift = { ...about, amount: DEMO_CREDITS, expiresAt: undefined, note: 'Welcome to the demo' };
    if ((await giveCredits(world, stores, gift)) === 'already-given') return;
    const news = { planId: plan, status: 'active', periodEnd: undefined, source: 'demo' } as const;
    await stores.entitlements.put(person.id, { ...news, sourceAt: world.now() });
  });
  return person;
}

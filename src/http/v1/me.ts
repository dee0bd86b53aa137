import { z } from '@hono/zod-openapi';
import type { Person } from '../../app/ports/stores/person-store.ts';
import { planAt } from '../../domain/entitlement/plans.ts';
import { isFeatureOn, playsByItself } from '../../domain/entitlement/stage.ts';
import { answer, type Endpoint, endpoint } from './endpoint.ts';
import { Credits, Id, Time } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const SettingsSchema = z
  .object({
    imageToVideo: z.boolean().describe('The Labs toggle; always on once the feature has graduated, unless turned off'),
    autoplay: z.boolean(),
    dataSaver: z.boolean(),
    notifyWhenReady: z.boolean(),
  })
  .openapi('Settings');

const MeSchema = z
  .object({
    id: Id,
    name: z.string(),
    role: z.enum(['member', 'operator']),
    settings: SettingsSchema,
    stage: z.enum(['labs', 'general']),
    plan: z.object({ id: z.string(), title: z.string(), mayGenerate: z.boolean(), periodEnd: Time.nullable() }),
    wallet: z.object({ credits: Credits, heldCredits: Credits }),
    unreadNotifications: z.number().int(),
  })
  .openapi('Me');

const SettingsChange = SettingsSchema.partial().strict();

/** Who one is, and what one decided. */
export function meEndpoints(parts: ServiceParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/me',
      tag: 'Me',
      scope: 'read',
      summary: 'Who I am, my plan, my credits, my settings',
      answer: MeSchema,
      handle: async ({ person }) => answer(MeSchema, await meView(parts, person)),
    }),
    endpoint({
      method: 'patch',
      path: '/settings',
      tag: 'Me',
      scope: 'write',
      summary: 'Change settings',
      body: SettingsChange,
      answer: SettingsSchema,
      handle: async ({ person, body }) => {
        const { world } = parts;
        const changed = await world.transaction(async (stores) => {
          const after = await stores.people.changeSettings(person.id, body);
          await stores.events.tell(person.id, 'settings', {}, world.now());
          return after;
        });
        return answer(SettingsSchema, await settingsView(parts, changed ?? person));
      },
    }),
  ];
}

async function meView(parts: ServiceParts, person: Person): Promise<z.infer<typeof MeSchema>> {
  const { stores, now } = parts.world;
  const entitlement = await stores.entitlements.find(person.id);
  const { id, title, mayGenerate } = planAt(entitlement, now());
  const { walletCredits, heldCredits } = await stores.ledger.balance(person.id);
  return {
    ...{ id: person.id, name: person.name, role: person.role },
    settings: await settingsView(parts, person),
    stage: await stores.settings.readStage(),
    plan: { id, title, mayGenerate, periodEnd: entitlement?.periodEnd?.toISOString() ?? null },
    wallet: { credits: walletCredits, heldCredits },
    unreadNotifications: await stores.notifications.countUnread(person.id),
  };
}

async function settingsView({ world }: ServiceParts, { settings }: Person): Promise<z.infer<typeof SettingsSchema>> {
  const stage = await world.stores.settings.readStage();
  return {
    imageToVideo: isFeatureOn(stage, settings.imageToVideo),
    autoplay: playsByItself(stage, settings),
    dataSaver: settings.dataSaver ?? false,
    notifyWhenReady: settings.notifyWhenReady ?? true,
  };
}

import { z } from '@hono/zod-openapi';
import { secondsAfter } from '../../app/clips/clip-worker.ts';
import { tryAgain } from '../../app/clips/try-again.ts';
import { seenClip } from '../../app/permissions.ts';
import type { AdminAction } from '../../app/ports/stores/admin-action-store.ts';
import { adminMoneyEndpoints } from './admin-money.ts';
import { answer, type Endpoint, endpoint } from './endpoint.ts';
import { noteAction } from './note-action.ts';
import { once } from './once.ts';
import { problem } from './problems.ts';
import { Credits, Id, IdParams, iso, PageQuery, pageArguments, pageOf, Time, toPage } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';
import { ClipSchema, clipView } from './views/clip-view.ts';

const PersonSchema = z
  .object({
    id: Id,
    name: z.string(),
    role: z.enum(['member', 'operator']),
    plan: z.string(),
    credits: Credits,
    createdAt: Time,
  })
  .openapi('Person');
/** A clip that is being made for longer has got stuck somewhere; its state's own deadline ends it later. */
const SLOW_SECONDS = 15 * 60;

const Stage = z.strictObject({ stage: z.enum(['labs', 'general']) });
const ActionSchema = z
  .object({
    id: Id,
    at: Time,
    actor: z.object({ id: Id, name: z.string() }),
    via: z.enum(['session', 'key', 'token']),
    action: z.string(),
    subject: z.string().describe('Whom or what it was done to'),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi('AdminAction');

const EngineSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    slots: z.number().int().describe('Clips that it makes at a time'),
    busySlots: z.number().int(),
    isAway: z.boolean().describe('It had so many troubles that it gets no orders for a while'),
  })
  .openapi('EngineHealth');
const EnginesSchema = z.object({ items: z.array(EngineSchema) });

/** For operators, and for host platforms that say who has which plan. */
export function adminEndpoints(parts: ServiceParts): Endpoint[] {
  return [...adminMoneyEndpoints(parts), ...serviceEndpoints(parts)];
}

function serviceEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  return [
    endpoint({
      method: 'put',
      path: '/admin/stage',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Let the feature graduate, or take it back into Labs',
      body: Stage,
      answer: Stage,
      handle: async ({ person, principal, body }) => {
        await world.transaction(async (stores) => {
          await stores.settings.setStage(body.stage, person.id);
          await noteAction(world, stores, principal, { action: 'stage', subject: body.stage, detail: {} });
        });
        return answer(Stage, body);
      },
    }),
    endpoint({
      method: 'get',
      path: '/admin/people',
      tag: 'Admin',
      scope: 'admin',
      summary: 'People, newest first',
      query: PageQuery,
      answer: pageOf(PersonSchema),
      handle: async ({ query }) => {
        const people = await world.stores.people.list(pageArguments(query));
        const page = toPage(
          people,
          query.limit,
          async ({ id, name, role, createdAt }) => {
            const plan = (await world.stores.entitlements.find(id))?.planId ?? 'free';
            const { walletCredits } = await world.stores.ledger.balance(id);
            return { id, name, role, plan, credits: walletCredits, createdAt: iso(createdAt) };
          },
          ({ id }) => id,
        );
        return answer(pageOf(PersonSchema), { ...page, items: await Promise.all(page.items) });
      },
    }),
    endpoint({
      method: 'get',
      path: '/admin/engines',
      tag: 'Admin',
      scope: 'admin',
      summary: 'How the engines do',
      answer: EnginesSchema,
      handle: async () => {
        const { engines } = world.stores;
        const items = [...parts.engines].map(async ([id, { engine, policy }]) => {
          const isAway = await engines.isAway(id, world.now());
          return { id, title: engine.title, slots: policy.slots, busySlots: await engines.busySlots(id), isAway };
        });
        return answer(EnginesSchema, { items: await Promise.all(items) });
      },
    }),
    endpoint({
      method: 'get',
      path: '/admin/clips',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Clips that failed, were refused, or take longer than a quarter of an hour, newest first',
      query: PageQuery,
      answer: pageOf(ClipSchema),
      handle: async ({ person, query }) => {
        const clips = await world.stores.clips.listTroubled(
          pageArguments(query),
          secondsAfter(world.now(), -SLOW_SECONDS),
        );
        const seen = clips.map((clip) => seenClip(person, clip)).filter((clip) => clip !== undefined);
        const page = toPage(
          seen,
          query.limit,
          (clip) => clipView(parts, person, clip),
          ({ id }) => id,
        );
        return answer(pageOf(ClipSchema), { ...page, items: await Promise.all(page.items) });
      },
    }),
    endpoint({
      method: 'post',
      path: '/admin/clips/{id}/try-again',
      tag: 'Admin',
      scope: 'admin',
      once: true,
      summary: 'Make a failed clip once more, as a gift of the house',
      params: IdParams,
      handle: ({ person, principal, params, key }) =>
        once(parts, { personId: person.id, route: `try-again of ${params.id}`, key, body: {} }, async (stores) => {
          if (!(await tryAgain(world, stores, params.id)))
            return problem('not-found', { detail: 'There is no failed clip with this id.' });
          await noteAction(world, stores, principal, { action: 'try-again', subject: params.id, detail: {} });
          return { status: 204, body: null };
        }),
    }),
    endpoint({
      method: 'get',
      path: '/admin/actions',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Who did what here, newest first',
      query: PageQuery,
      answer: pageOf(ActionSchema),
      handle: async ({ query }) => {
        const actions = await world.stores.adminActions.list(pageArguments(query));
        const view = (action: AdminAction) => ({ ...action, at: iso(action.at) });
        return answer(
          pageOf(ActionSchema),
          toPage(actions, query.limit, view, ({ id }) => id),
        );
      },
    }),
  ];
}

import { z } from '@hono/zod-openapi';
import { tryAgain } from '../../app/clips/try-again.ts';
import { giveCredits } from '../../app/credits/give-credits.ts';
import { seenClip } from '../../app/permissions.ts';
import { credits } from '../../domain/credits/credits.ts';
import { PLANS } from '../../domain/entitlement/plans.ts';
import { answer, type Endpoint, endpoint, nothing } from './endpoint.ts';
import { once } from './once.ts';
import { problem } from './problems.ts';
import { Credits, Id, IdParams, iso, PageQuery, pageArguments, pageOf, Time, toPage } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';
import { ClipSchema, clipView } from './views/clip-view.ts';

const GrantRequest = z
  .strictObject({
    personId: Id,
    credits: z.number().int().positive().max(1_000_000_000),
    source: z.enum(['plan', 'pack', 'promo', 'refund', 'admin']).default('admin'),
    businessKey: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('The fact it is given for: the same one is never granted twice'),
    expiresAt: Time.optional(),
    note: z.string().max(200).default('From the operator'),
  })
  .openapi('GrantRequest');
const GrantAnswer = z.object({ outcome: z.enum(['given', 'already-given']) }).openapi('GrantAnswer');

const EntitlementRequest = z
  .strictObject({
    plan: z.enum(PLANS.map(({ id }) => id) as [string, ...string[]]),
    status: z.enum(['active', 'past_due', 'ended']).default('active'),
    periodEnd: Time.nullable().default(null),
    asOf: Time.optional().describe('When it was true at its source; older news than what is known is not taken'),
  })
  .openapi('EntitlementRequest');
const EntitlementAnswer = z.object({ outcome: z.enum(['taken', 'older-than-known']) });

const PriceSchema = z
  .object({ engine: z.string(), model: z.string(), seconds: z.number().int(), priceCredits: Credits })
  .openapi('Price');
const PriceRequest = z.strictObject({
  engine: z.string().min(1).max(60),
  model: z.string().min(1).max(100).default('*'),
  seconds: z.number().int().min(1).max(60),
  priceCredits: Credits,
  effectiveFrom: Time.optional().describe('Now, when left out'),
});

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
const Stage = z.strictObject({ stage: z.enum(['labs', 'general']) });
const LedgerSchema = z.object({ exact: z.boolean(), differences: z.array(z.string()) }).openapi('LedgerCheck');

/** For operators, and for host platforms that say who has which plan. */
export function adminEndpoints(parts: ServiceParts): Endpoint[] {
  return [...moneyEndpoints(parts), ...serviceEndpoints(parts)];
}

function moneyEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  return [
    endpoint({
      method: 'post',
      path: '/admin/grants',
      tag: 'Admin',
      scope: 'admin',
      once: true,
      status: 201,
      summary: 'Give credits to a person',
      body: GrantRequest,
      answer: GrantAnswer,
      handle: ({ person, body, key }) =>
        once(parts, { personId: person.id, route: 'grants', key, body }, async (stores) => {
          const { personId, source, businessKey, expiresAt, note } = body;
          if ((await stores.people.find(personId)) === undefined)
            return problem('not-found', { detail: 'There is no such person.' });
          const about = { personId, source, businessKey: businessKey ?? `admin:${person.id}:${key}`, note };
          const gift = {
            ...about,
            amount: credits(body.credits),
            expiresAt: expiresAt ? new Date(expiresAt) : undefined,
          };
          const outcome = await giveCredits(world, stores, gift);
          await stores.events.tell(personId, 'wallet', {}, world.now());
          return { status: 201, body: { outcome } };
        }),
    }),
    endpoint({
      method: 'put',
      path: '/admin/entitlements/{id}',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Say which plan a person has',
      params: IdParams,
      body: EntitlementRequest,
      answer: EntitlementAnswer,
      handle: async ({ params, body: { plan, status, periodEnd, asOf } }) => {
        if ((await world.stores.people.find(params.id)) === undefined)
          return problem('not-found', { detail: 'There is no such person.' });
        const taken = await world.stores.entitlements.put(params.id, {
          ...{ planId: plan, status, source: 'host' },
          periodEnd: periodEnd === null ? undefined : new Date(periodEnd),
          sourceAt: asOf === undefined ? world.now() : new Date(asOf),
        });
        return answer(EntitlementAnswer, { outcome: taken ? 'taken' : 'older-than-known' });
      },
    }),
    endpoint({
      method: 'get',
      path: '/admin/prices',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Prices that hold now',
      answer: z.object({ items: z.array(PriceSchema) }),
      handle: async () => {
        const prices = await world.stores.prices.pricesAt(world.now());
        const items = prices.map(({ engine, model, lengthSeconds, priceCredits }) => {
          return { engine, model, seconds: lengthSeconds, priceCredits };
        });
        return answer(z.object({ items: z.array(PriceSchema) }), { items });
      },
    }),
    endpoint({
      method: 'post',
      path: '/admin/prices',
      tag: 'Admin',
      scope: 'admin',
      once: true,
      status: 201,
      summary: 'Set a price from a moment on; quotes given before are honoured',
      body: PriceRequest,
      answer: PriceSchema,
      handle: ({ person, body, key }) =>
        once(parts, { personId: person.id, route: 'prices', key, body }, async (stores) => {
          const { engine, model, seconds, priceCredits, effectiveFrom } = body;
          await stores.prices.setPrice({
            ...{
              id: world.newId(),
              engine,
              model,
              lengthSeconds: seconds,
              priceCredits: credits(priceCredits),
              setBy: person.id,
            },
            effectiveFrom: effectiveFrom === undefined ? world.now() : new Date(effectiveFrom),
          });
          return { status: 201, body: { engine, model, seconds, priceCredits } };
        }),
    }),
    endpoint({
      method: 'get',
      path: '/admin/ledger-check',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Add the whole ledger up again and compare',
      answer: LedgerSchema,
      handle: async () => {
        const differences = await world.stores.ledger.differences();
        return answer(LedgerSchema, { exact: differences.length === 0, differences });
      },
    }),
  ];
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
      handle: async ({ person, body }) => {
        await world.stores.settings.setStage(body.stage, person.id);
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
      path: '/admin/clips',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Clips that failed or were refused, newest first',
      query: PageQuery,
      answer: pageOf(ClipSchema),
      handle: async ({ person, query }) => {
        const clips = await world.stores.clips.listTroubled(pageArguments(query));
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
      summary: 'Make a failed clip once more, as a gift of the house',
      params: IdParams,
      handle: async ({ params }) =>
        (await tryAgain(world, params.id))
          ? nothing()
          : problem('not-found', { detail: 'There is no failed clip with this id.' }),
    }),
  ];
}

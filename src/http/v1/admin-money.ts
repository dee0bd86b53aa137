import { z } from '@hono/zod-openapi';
import { giveCredits } from '../../app/credits/give-credits.ts';
import { personOfHost } from '../../app/people/person-of-host.ts';
import type { Person } from '../../app/ports/stores/person-store.ts';
import type { Stores, World } from '../../app/ports/world.ts';
import { credits } from '../../domain/credits/credits.ts';
import { PLANS } from '../../domain/entitlement/plans.ts';
import { answer, type Endpoint, endpoint } from './endpoint.ts';
import { noteAction } from './note-action.ts';
import { once } from './once.ts';
import { problem } from './problems.ts';
import { Credits, Id, PersonReference, Time } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const GrantRequest = z
  .strictObject({
    personId: PersonReference,
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
const GrantAnswer = z.object({ outcome: z.enum(['given', 'already-given']), personId: Id }).openapi('GrantAnswer');

const EntitlementRequest = z
  .strictObject({
    plan: z.enum(PLANS.map(({ id }) => id) as [string, ...string[]]),
    status: z.enum(['active', 'past_due', 'ended']).default('active'),
    periodEnd: Time.nullable().default(null),
    name: z.string().trim().min(1).max(80).optional().describe('What the platform calls the person before others'),
    asOf: Time.optional().describe('When it was true at its source; older news than what is known is not taken'),
  })
  .openapi('EntitlementRequest');
const EntitlementAnswer = z.object({ outcome: z.enum(['taken', 'older-than-known']), personId: Id });

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

const LedgerSchema = z.object({ exact: z.boolean(), differences: z.array(z.string()) }).openapi('LedgerCheck');

/** Credits, plans and prices: for operators, and for host platforms that say who has what. */
export function adminMoneyEndpoints(parts: ServiceParts): Endpoint[] {
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
      handle: ({ person, principal, body, key }) =>
        once(parts, { personId: person.id, route: 'grants', key, body }, async (stores) => {
          const { source, businessKey, expiresAt, note } = body;
          const receiver = await referredTo(world, stores, body.personId);
          if (receiver === undefined) return problem('not-found', { detail: 'There is no such person.' });
          const about = {
            personId: receiver.id,
            source,
            businessKey: businessKey ?? `admin:${person.id}:${key}`,
            note,
          };
          const gift = {
            ...about,
            amount: credits(body.credits),
            expiresAt: expiresAt ? new Date(expiresAt) : undefined,
          };
          const outcome = await giveCredits(world, stores, gift);
          await stores.events.tell(receiver.id, 'wallet', {}, world.now());
          const detail = { credits: body.credits, source, businessKey: about.businessKey, outcome };
          await noteAction(world, stores, principal, { action: 'grant', subject: receiver.id, detail });
          return { status: 201, body: { outcome, personId: receiver.id } };
        }),
    }),
    endpoint({
      method: 'put',
      path: '/admin/entitlements/{id}',
      tag: 'Admin',
      scope: 'admin',
      once: true,
      summary: 'Say which plan a person has',
      params: z.object({ id: PersonReference }),
      body: EntitlementRequest,
      answer: EntitlementAnswer,
      handle: ({ person, principal, params, body, key }) => {
        const request = { personId: person.id, route: 'entitlements', key, body: { ...params, ...body } };
        return once(parts, request, async (stores) => {
          const { plan, status, periodEnd, asOf, name } = body;
          const holder = await referredTo(world, stores, params.id, name);
          if (holder === undefined) return problem('not-found', { detail: 'There is no such person.' });
          const taken = await stores.entitlements.put(holder.id, {
            ...{ planId: plan, status, source: principal.via === 'session' ? 'operator' : 'host' },
            periodEnd: periodEnd === null ? undefined : new Date(periodEnd),
            sourceAt: asOf === undefined ? world.now() : new Date(asOf),
          });
          await stores.events.tell(holder.id, 'wallet', {}, world.now());
          const outcome = taken ? 'taken' : 'older-than-known';
          const detail = { plan, status, periodEnd, outcome };
          await noteAction(world, stores, principal, { action: 'entitlement', subject: holder.id, detail });
          return { status: 200, body: { outcome, personId: holder.id } };
        });
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
      handle: ({ person, principal, body, key }) =>
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
          const detail = { priceCredits, effectiveFrom: effectiveFrom ?? null };
          const subject = `${engine}/${model}, ${seconds} s`;
          await noteAction(world, stores, principal, { action: 'price', subject, detail });
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

const HOST = 'host:';

/** Somebody of the platform is made when they are spoken of; an id has to be of somebody who is there. */
async function referredTo(world: World, stores: Stores, reference: string, name?: string): Promise<Person | undefined> {
  if (!reference.startsWith(HOST)) return stores.people.find(reference);
  return personOfHost(world, stores, reference.slice(HOST.length), name);
}

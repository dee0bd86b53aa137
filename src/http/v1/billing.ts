import { z } from '@hono/zod-openapi';
import type { Billing, Offer } from '../../app/ports/billing.ts';
import { planOf } from '../../domain/entitlement/plans.ts';
import { answer, type Endpoint, endpoint, openEndpoint } from './endpoint.ts';
import { problem } from './problems.ts';
import { Credits } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const OfferSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['plan', 'pack']),
    title: z.string(),
    credits: Credits.describe('Of a plan, those of one month'),
  })
  .openapi('Offer');
const OffersSchema = z.object({ items: z.array(OfferSchema) });
const CheckoutRequest = z.strictObject({ offer: z.string().min(1).max(100) });
const PageSchema = z.object({ url: z.url().describe('Open it in this window') });

/** Buying plans and credits, where a payment service is set up. */
export function billingEndpoints({ billing, publicOrigin }: ServiceParts): Endpoint[] {
  if (billing === undefined) return [offersEndpoint([])];
  const originOf = (request: Request): string => publicOrigin ?? new URL(request.url).origin;
  return [offersEndpoint(billing.offers), checkoutEndpoint(billing, originOf), portalEndpoint(billing, originOf)];
}

const offersEndpoint = (offers: Billing['offers']): Endpoint =>
  openEndpoint({
    method: 'get',
    path: '/billing/offers',
    tag: 'Billing',
    summary: 'What can be bought; nothing where plans come from the platform that hosts the service',
    answer: OffersSchema,
    handle: async () => answer(OffersSchema, { items: offers.map(offerView) }),
  });

const checkoutEndpoint = (billing: Billing, originOf: (request: Request) => string): Endpoint =>
  endpoint({
    method: 'post',
    path: '/billing/checkout',
    tag: 'Billing',
    scope: 'write',
    once: true,
    summary: 'Where to pay for an offer',
    body: CheckoutRequest,
    answer: PageSchema,
    handle: async ({ request, person, principal, body, key }) => {
      // a program that spends somebody's money is not what an API key is for
      if (principal.via === 'key') return problem('not-allowed', { detail: 'People pay for themselves.' });
      const origin = originOf(request);
      const page = await billing.checkout({ person, offerId: body.offer, key, origin });
      if (page === 'no-such-offer') return problem('not-found', { detail: 'There is no such offer.' });
      if (page === 'has-subscription') return problem('has-subscription');
      return page === 'unavailable' ? problem('billing-unavailable') : answer(PageSchema, page);
    },
  });

const portalEndpoint = (billing: Billing, originOf: (request: Request) => string): Endpoint =>
  endpoint({
    method: 'post',
    path: '/billing/portal',
    tag: 'Billing',
    scope: 'write',
    summary: 'Where to change cards and end subscriptions',
    answer: PageSchema,
    handle: async ({ request, person, principal }) => {
      if (principal.via === 'key') return problem('not-allowed', { detail: 'People pay for themselves.' });
      const page = await billing.portal(person, originOf(request));
      if (page === 'no-customer') return problem('not-found', { detail: 'Nothing was bought yet.' });
      return page === 'unavailable' ? problem('billing-unavailable') : answer(PageSchema, page);
    },
  });

function offerView(offer: Offer): z.infer<typeof OfferSchema> {
  const { id, kind } = offer;
  if (offer.kind === 'pack') return { id, kind, title: 'Credits', credits: offer.packCredits };
  const plan = planOf(offer.planId);
  return { id, kind, title: plan?.title ?? offer.planId, credits: plan?.monthlyCredits ?? 0 };
}

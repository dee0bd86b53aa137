import type Stripe from 'stripe';
import { takeBillingMessage, takeNews } from '../../app/billing/take-billing-news.ts';
import { takeBackCredits } from '../../app/credits/take-back-credits.ts';
import type { Billing, BillingNews, Offer, Purchase } from '../../app/ports/billing.ts';
import type { World } from '../../app/ports/world.ts';
import { planOf } from '../../domain/entitlement/plans.ts';
import { invoiceNews, newsOf, type Offers, periodKeysOf, subscriptionNews } from './read-stripe-event.ts';

export interface StripeParts {
  readonly world: World;
  /** `sk_…` or a restricted key `rk_…` */
  readonly secretKey: string;
  /** `whsec_…` */
  readonly webhookSecret: string;
  /** What is sold, by Stripe's ids of the prices: plans, and how many credits a pack has. */
  readonly plans: ReadonlyMap<string, string>;
  readonly packs: ReadonlyMap<string, number>;
  readonly fetch: typeof fetch;
  readonly onBroken: (error: unknown) => void;
}

const REQUEST_TIMEOUT_MILLISECONDS = 20_000;
/** Older messages may be somebody's recording; Stripe signs anew whenever it tries again. */
const OLDEST_MESSAGE_SECONDS = 300;
/** Reconciliation looks back at what was paid: Stripe gives up sending a message after three days. */
const LOOK_BACK_SECONDS = 4 * 86_400;

/** Billing by Stripe. Its package is loaded here, where somebody wants it. */
export async function openStripeBilling(parts: StripeParts): Promise<Billing> {
  const { default: StripeClient } = await import('stripe');
  const stripe = new StripeClient(parts.secretKey, {
    httpClient: StripeClient.createFetchHttpClient(parts.fetch),
    timeout: REQUEST_TIMEOUT_MILLISECONDS,
    telemetry: false,
  });
  const offers: Offers = new Map(offersOf(parts).map((offer) => [offer.id, offer]));
  return {
    offers: [...offers.values()],
    checkout: (purchase) => checkout(parts, stripe, offers, purchase),
    portal: async (person, origin) => {
      const customer = await parts.world.stores.billing.customerOf(person.id);
      if (customer === undefined) return 'no-customer';
      return reach(parts, () => stripe.billingPortal.sessions.create({ customer, return_url: `${origin}/` }));
    },
    receive: (body, signature) => receive(parts, stripe, offers, { body, signature }),
    reconcile: () => reconcile(parts.world, stripe, offers),
  };
}

/** @throws when a plan is sold that does not exist */
function offersOf({ plans, packs }: StripeParts): Offer[] {
  const unknown = [...plans.values()].find((planId) => planOf(planId) === undefined);
  if (unknown !== undefined) throw new Error(`Stripe is to sell the plan '${unknown}', which does not exist.`);
  return [
    ...Array.from(plans, ([id, planId]) => ({ id, kind: 'plan' as const, planId })),
    ...Array.from(packs, ([id, packCredits]) => ({ id, kind: 'pack' as const, packCredits })),
  ];
}

async function checkout(
  parts: StripeParts,
  stripe: Stripe,
  offers: Offers,
  { person, offerId, key, origin }: Purchase,
): ReturnType<Billing['checkout']> {
  const offer = offers.get(offerId);
  if (offer === undefined) return 'no-such-offer';
  const { billing } = parts.world.stores;
  const subscriptions = await billing.subscriptionsOf(person.id);
  if (offer.kind === 'plan' && subscriptions.some(({ status }) => status !== 'ended')) return 'has-subscription';
  const customer = await billing.customerOf(person.id);
  const about = { personId: person.id, price: offer.id };
  const session: Stripe.Checkout.SessionCreateParams = {
    line_items: [{ price: offer.id, quantity: 1 }],
    ...{ client_reference_id: person.id, metadata: about },
    ...{ success_url: `${origin}/?paid=yes`, cancel_url: `${origin}/?paid=no` },
    ...(customer !== undefined && { customer }),
    ...(offer.kind === 'plan'
      ? { mode: 'subscription', subscription_data: { metadata: about } }
      : {
          mode: 'payment',
          payment_intent_data: { metadata: about },
          ...(customer === undefined && { customer_creation: 'always' }),
        }),
  };
  const idempotencyKey = `checkout:${person.id}:${key}`;
  return reach(parts, () => stripe.checkout.sessions.create(session, { idempotencyKey }));
}

/** Where Stripe sends the person on; its own troubles are told to the operator. */
async function reach(
  { onBroken }: StripeParts,
  ask: () => Promise<{ readonly url: string | null }>,
): Promise<{ url: string } | 'unavailable'> {
  try {
    const { url } = await ask();
    return url === null ? 'unavailable' : { url };
  } catch (error) {
    onBroken(error);
    return 'unavailable';
  }
}

async function receive(
  { world, webhookSecret }: StripeParts,
  stripe: Stripe,
  offers: Offers,
  { body, signature }: { readonly body: string; readonly signature: string },
): ReturnType<Billing['receive']> {
  let event: Stripe.Event;
  try {
    const now = world.now().getTime();
    event = stripe.webhooks.constructEvent(body, signature, webhookSecret, OLDEST_MESSAGE_SECONDS, undefined, now);
  } catch {
    return 'bad-signature';
  }
  const news = await newsOf(event, offers, (payment) => factsPaidBy(stripe, offers, payment));
  if (news.length === 0) return 'not-ours';
  const { id, type, created } = event;
  return takeBillingMessage(world, { id, type, createdAt: new Date(created * 1000) }, news);
}

/** A pack is known by its payment; which periods it paid for, only Stripe knows. */
async function factsPaidBy(stripe: Stripe, offers: Offers, paymentIntent: string): Promise<string[]> {
  const payments = await stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: paymentIntent },
    expand: ['data.invoice'],
  });
  const invoices = payments.data.flatMap(({ invoice }) =>
    typeof invoice === 'string' || invoice.deleted ? [] : [invoice],
  );
  const periods = invoices.flatMap((invoice) => periodKeysOf(invoiceNews(invoice, offers)));
  return [`pack:${paymentIntent}`, ...periods];
}

async function reconcile(world: World, stripe: Stripe, offers: Offers): Promise<number> {
  const asOf = world.now();
  let newThings = 0;
  const take = async (news: readonly BillingNews[]): Promise<void> => {
    for (const one of news) {
      const isNew = await world.transaction(async (stores) => {
        if (await isKnown(stores, one)) return false;
        return (await takeNews(world, stores, one)) === 'taken';
      });
      if (isNew) newThings += 1;
    }
  };
  for await (const subscription of stripe.subscriptions.list({ status: 'all', limit: 100 })) {
    await take(subscriptionNews(subscription, offers, asOf));
  }
  const since = Math.floor(asOf.getTime() / 1000) - LOOK_BACK_SECONDS;
  for await (const invoice of stripe.invoices.list({ status: 'paid', created: { gte: since }, limit: 100 })) {
    await take(invoiceNews(invoice, offers));
  }
  return newThings + (await world.transaction((stores) => takeBackCredits(world, stores)));
}

/** Whether a subscription stands as we think it does; then there is nothing to write. */
async function isKnown({ billing }: World['stores'], news: BillingNews): Promise<boolean> {
  if (news.kind !== 'subscription') return false;
  const personId = news.customer === undefined ? undefined : await billing.personOf(news.customer);
  const known = personId === undefined ? [] : await billing.subscriptionsOf(personId);
  return known.some(
    ({ id, planId, status, periodEnd }) =>
      id === news.subscription &&
      planId === news.planId &&
      status === news.status &&
      periodEnd?.getTime() === news.periodEnd?.getTime(),
  );
}

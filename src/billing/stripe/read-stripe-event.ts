import type Stripe from 'stripe';
import type { BillingNews, Offer, Payer } from '../../app/ports/billing.ts';
import type { Entitlement } from '../../domain/entitlement/plans.ts';

/** Offers by the id of their price. */
export type Offers = ReadonlyMap<string, Offer>;

/** The facts that a payment paid for, as business keys. */
export type FactsPaidBy = (paymentIntent: string) => Promise<readonly string[]>;

/** What an event says in our terms; empty for everything that does not concern us. */
export async function newsOf(event: Stripe.Event, offers: Offers, factsPaidBy: FactsPaidBy): Promise<BillingNews[]> {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      return checkoutNews(event.data.object, offers);
    case 'customer.subscription.created':
    case 'customer.subscription.updated':
    case 'customer.subscription.deleted':
    case 'customer.subscription.paused':
    case 'customer.subscription.resumed':
      return subscriptionNews(event.data.object, offers, momentOf(event));
    case 'invoice.paid':
      return invoiceNews(event.data.object, offers);
    case 'charge.refunded': {
      const { amount, amount_refunded, payment_intent } = event.data.object;
      return returnNews(payment_intent, amount === 0 ? 0 : amount_refunded / amount, factsPaidBy);
    }
    case 'charge.dispute.created':
      return returnNews(event.data.object.payment_intent, 1, factsPaidBy);
    default:
      return [];
  }
}

/** Stripe tells seconds; what happens to a subscription within one happens in this order. */
const WITHIN_A_SECOND: Readonly<Record<string, number>> = {
  'customer.subscription.created': 0,
  'customer.subscription.deleted': 999,
};
const momentOf = ({ type, created }: Stripe.Event): Date => new Date(created * 1000 + (WITHIN_A_SECOND[type] ?? 500));

function checkoutNews(session: Stripe.Checkout.Session, offers: Offers): BillingNews[] {
  const payer: Payer = { customer: idOf(session.customer), personId: session.client_reference_id ?? undefined };
  const offer = offers.get(session.metadata?.price ?? '');
  if (offer === undefined) return [];
  const payment = idOf(session.payment_intent);
  const isPaidPack = offer.kind === 'pack' && session.payment_status === 'paid' && payment !== undefined;
  return isPaidPack
    ? [{ kind: 'pack-paid', ...payer, payment, packCredits: offer.packCredits }]
    : [{ kind: 'customer', ...payer }];
}

const STATUSES: Readonly<Record<string, Entitlement['status']>> = {
  active: 'active',
  trialing: 'active',
  past_due: 'past_due',
};

/** A subscription as it stood at `sourceAt`. */
export function subscriptionNews(subscription: Stripe.Subscription, offers: Offers, sourceAt: Date): BillingNews[] {
  const { id, customer, metadata, status } = subscription;
  return subscription.items.data.flatMap(({ price, current_period_end }): BillingNews[] => {
    const offer = offers.get(price.id);
    if (offer?.kind !== 'plan') return [];
    return [
      {
        kind: 'subscription',
        ...{ subscription: id, customer: idOf(customer), personId: metadata.personId },
        ...{ planId: offer.planId, status: STATUSES[status] ?? 'ended', sourceAt },
        periodEnd: dateOf(current_period_end),
      },
    ];
  });
}

const SECONDS_A_MONTH = 365.25 * 86_400 * (1 / 12);

/** The periods of subscriptions that an invoice paid for; changes within a period pay for none. */
export function invoiceNews(invoice: Stripe.Invoice, offers: Offers): BillingNews[] {
  const about = invoice.parent?.subscription_details;
  const payer: Payer = { customer: idOf(invoice.customer), personId: about?.metadata?.personId };
  return invoice.lines.data.flatMap(({ parent, pricing, period, amount }): BillingNews[] => {
    const offer = offers.get(idOf(pricing?.price_details?.price) ?? '');
    const item = parent?.subscription_item_details;
    const subscription = idOf(item?.subscription ?? about?.subscription);
    if (offer?.kind !== 'plan' || subscription === undefined || item?.proration || amount <= 0) return [];
    return [
      {
        kind: 'period-paid',
        ...payer,
        ...{ subscription, planId: offer.planId },
        ...{ periodStart: dateOf(period.start), periodEnd: dateOf(period.end) },
        months: Math.max(1, Math.round((period.end - period.start) / SECONDS_A_MONTH)),
      },
    ];
  });
}

/** The business key of a period that was paid, as `takeNews` gives it. */
export const periodKeysOf = (news: readonly BillingNews[]): string[] =>
  news.flatMap((one) =>
    one.kind === 'period-paid' ? [`plan:${one.subscription}:${one.periodStart.getTime() / 1000}`] : [],
  );

async function returnNews(
  payment: string | { readonly id: string } | null,
  share: number,
  factsPaidBy: FactsPaidBy,
): Promise<BillingNews[]> {
  const id = idOf(payment);
  if (id === undefined) return [];
  return [{ kind: 'payment-returned', businessKeys: await factsPaidBy(id), share }];
}

function idOf(thing: string | { readonly id: string } | null | undefined): string | undefined {
  return typeof thing === 'string' ? thing : thing?.id;
}

const dateOf = (seconds: number): Date => new Date(seconds * 1000);

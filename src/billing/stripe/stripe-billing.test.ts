import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../../../test/support/test-service.ts';
import { holdCredits, settleHold } from '../../app/credits/hold-credits.ts';
import type { Billing } from '../../app/ports/billing.ts';
import type { Person } from '../../app/ports/stores/person-store.ts';
import { credits } from '../../domain/credits/credits.ts';
import { stripeHook } from '../../http/hooks/stripe-hook.ts';
import { openStripeBilling } from './open-stripe-billing.ts';

const WEBHOOK_SECRET = 'whsec_of_a_test';
const PREMIUM = 'price_premium';
const STUDIO = 'price_studio';
const PACK = 'price_pack';
const MONTH = 30 * 86_400;

/** What Stripe's API answers; each request that came is noted. */
const stripeAnswers = new Map<string, unknown>();
const requests: { readonly method: string; readonly path: string; readonly body: URLSearchParams; readonly key: string | null }[] = [];
const stripeApi: typeof fetch = async (input, init) => {
  const { pathname } = new URL(String(input));
  const headers = new Headers(init?.headers);
  requests.push({
    method: init?.method ?? 'GET',
    path: pathname,
    body: new URLSearchParams(String(init?.body ?? '')),
    key: headers.get('idempotency-key'),
  });
  const answer = stripeAnswers.get(pathname);
  return answer === undefined
    ? Response.json({ error: { message: 'not there', type: 'api_error' } }, { status: 404 })
    : Response.json(answer);
};

let service: TestService;
let billing: Billing;
let hook: ReturnType<typeof stripeHook>;
let ada: Person;

beforeAll(async () => {
  service = await openTestService({
    parts: async (world) => {
      billing = await openStripeBilling({
        ...{ world, secretKey: 'sk_test_nothing', webhookSecret: WEBHOOK_SECRET, fetch: stripeApi, onBroken: () => {} },
        plans: new Map([
          [PREMIUM, 'premium'],
          [STUDIO, 'studio'],
        ]),
        packs: new Map([[PACK, 600_000]]),
      });
      return { billing };
    },
  });
  hook = stripeHook(billing, (error) => service.broken.push(error));
});
afterAll(() => service.close());
beforeEach(async () => {
  ada = await service.world.addPerson({ plan: 'free', creditsGiven: 0 });
});

const nowSeconds = (): number => Math.floor(service.world.now().getTime() / 1000);
const eventOf = (type: string, object: object, created = nowSeconds()) => ({
  ...{ id: `evt_${randomUUID()}`, object: 'event', api_version: '2026-10-28.endive', created, type, livemode: false },
  data: { object },
});
const webhooks = new Stripe('sk_test_nothing').webhooks;

async function deliver(event: object, { secret = WEBHOOK_SECRET, timestamp = nowSeconds(), tamper = (body: string) => body } = {}) {
  const payload = JSON.stringify(event, null, 2);
  const signature = webhooks.generateTestHeaderString({ payload, secret, timestamp });
  const answer = await hook.request('/hooks/stripe', { method: 'POST', body: tamper(payload), headers: { 'stripe-signature': signature } });
  return { status: answer.status, outcome: ((await answer.json()) as { outcome?: string }).outcome };
}

const listOf = (...data: object[]) => ({ object: 'list', data, has_more: false, url: '/' });
const subscription = (options: { id?: string; price?: string; status?: string; end?: number } = {}) => ({
  ...{ id: options.id ?? `sub_of_${ada.id}`, object: 'subscription', customer: `cus_of_${ada.id}`, status: options.status ?? 'active' },
  metadata: { personId: ada.id },
  items: listOf({ price: { id: options.price ?? PREMIUM }, current_period_end: options.end ?? nowSeconds() + MONTH }),
});
const invoice = (options: { start?: number; days?: number; price?: string; amount?: number; proration?: boolean } = {}) => {
  const start = options.start ?? nowSeconds();
  const id = `sub_of_${ada.id}`;
  return {
    ...{ id: `in_${randomUUID()}`, object: 'invoice', customer: `cus_of_${ada.id}` },
    parent: { type: 'subscription_details', subscription_details: { subscription: id, metadata: { personId: ada.id } } },
    lines: listOf({
      amount: options.amount ?? 1999,
      period: { start, end: start + (options.days ?? 30) * 86_400 },
      parent: { type: 'subscription_item_details', subscription_item_details: { subscription: id, proration: options.proration ?? false } },
      pricing: { type: 'price_details', price_details: { price: options.price ?? PREMIUM, product: 'prod_1' } },
    }),
  };
};
const packSession = (payment: string, paid = true) => ({
  ...{ id: `cs_${payment}`, object: 'checkout.session', mode: 'payment', customer: `cus_of_${ada.id}`, client_reference_id: ada.id },
  ...{ payment_status: paid ? 'paid' : 'unpaid', payment_intent: payment, metadata: { personId: ada.id, price: PACK } },
});

const wallet = async (): Promise<number> => (await service.world.stores.ledger.balance(ada.id)).walletCredits;
const plan = async () => {
  const known = await service.world.stores.entitlements.find(ada.id);
  return known && `${known.planId} ${known.status}`;
};
const expectExactLedger = async () => {
  expect(await service.world.stores.ledger.differences()).toEqual([]);
  const [sum] = await service.world.database.query<{ sum: number }>('select coalesce(sum(amount), 0)::bigint as sum from ledger_posting');
  expect(sum).toEqual({ sum: 0 });
};

describe('a message of Stripe', () => {
  it('gives the credits of a paid month once: replayed, under a new id, or twenty times at once', async () => {
    const paid = eventOf('invoice.paid', invoice());
    const crowd = await Promise.all(Array.from({ length: 20 }, () => deliver(paid)));
    expect(crowd.map(({ outcome }) => outcome).sort()).toEqual([...Array(19).fill('duplicate'), 'taken']);
    expect(await deliver(paid)).toEqual({ status: 200, outcome: 'duplicate' });
    expect(await deliver({ ...paid, id: 'evt_another_id_of_the_same_period' })).toEqual({ status: 200, outcome: 'taken' });
    expect(await wallet()).toBe(1_200_000);
    await expectExactLedger();
  });

  it.each<[how: string, options: Parameters<typeof deliver>[1]]>([
    ['was changed on its way', { tamper: (body: string) => body.replace(ada.id, randomUUID()) }],
    ['was signed with another secret', { secret: 'whsec_of_a_stranger' }],
    ['was signed ten minutes ago', { timestamp: Date.UTC(2026, 10, 24, 11, 50) / 1000 }],
  ])('is refused when it %s', async (_how, options) => {
    expect((await deliver(eventOf('invoice.paid', invoice()), options)).status).toBe(400);
    expect(await wallet()).toBe(0);
  });

  it('is refused without any signature', async () => {
    const answer = await hook.request('/hooks/stripe', { method: 'POST', body: JSON.stringify(eventOf('invoice.paid', invoice())) });
    expect(answer.status).toBe(400);
  });

  it('is taken whole or not at all, so that Stripe sends it again', async () => {
    const paid = eventOf('invoice.paid', invoice());
    await service.world.database.query('alter table credit_grant rename to credit_grant_gone');
    expect((await deliver(paid)).status).toBe(500);
    await service.world.database.query('alter table credit_grant_gone rename to credit_grant');
    expect(await deliver(paid)).toEqual({ status: 200, outcome: 'taken' });
    expect(await wallet()).toBe(1_200_000);
  });

  it('about somebody or something else is let pass', async () => {
    expect((await deliver(eventOf('invoice.paid', invoice({ price: 'price_of_a_mug' })))).outcome).toBe('not-ours');
    expect((await deliver(eventOf('customer.created', { id: 'cus_1', object: 'customer' }))).outcome).toBe('not-ours');
    const stranger = { ...invoice(), customer: 'cus_stranger', parent: null };
    expect((await deliver(eventOf('invoice.paid', stranger))).status).toBe(200);
    expect(await wallet()).toBe(0);
  });
});

describe('a subscription', () => {
  it('is believed by when things happened, not by when we hear of them', async () => {
    const at = nowSeconds();
    await deliver(eventOf('customer.subscription.created', subscription({ status: 'incomplete' }), at - 30));
    expect(await plan()).toBe('premium ended');
    await deliver(eventOf('customer.subscription.deleted', subscription({ status: 'canceled' }), at));
    await deliver(eventOf('customer.subscription.updated', subscription({ status: 'active' }), at - 20));
    expect(await plan()).toBe('premium ended');
    await deliver(eventOf('customer.subscription.updated', subscription({ status: 'active' }), at));
    expect(await plan()).toBe('premium ended');
  });

  it('goes on for some days when a payment is late, and pays for nothing by itself', async () => {
    await deliver(eventOf('customer.subscription.created', subscription()));
    expect([await plan(), await wallet()]).toEqual(['premium active', 0]);
    await deliver(eventOf('customer.subscription.updated', subscription({ status: 'past_due' })));
    expect(await plan()).toBe('premium past_due');
  });

  it('that ends does not end a better one', async () => {
    const at = nowSeconds();
    await deliver(eventOf('customer.subscription.created', subscription({ id: `old_${ada.id}` }), at - 10));
    await deliver(eventOf('customer.subscription.created', subscription({ id: `new_${ada.id}`, price: STUDIO }), at - 5));
    await deliver(eventOf('customer.subscription.deleted', subscription({ id: `old_${ada.id}`, status: 'canceled' }), at));
    expect(await plan()).toBe('studio active');
  });

  it('gives the credits of all months that are paid at once, nothing for a trial or a change, and they expire with it', async () => {
    await deliver(eventOf('invoice.paid', invoice({ amount: 0 })));
    await deliver(eventOf('invoice.paid', invoice({ proration: true, price: STUDIO })));
    expect(await wallet()).toBe(0);
    await deliver(eventOf('invoice.paid', invoice({ days: 365 })));
    expect(await wallet()).toBe(14_400_000);
    const expiry = await service.world.stores.ledger.nextExpiry(ada.id);
    expect(expiry?.expiresAt.getTime()).toBe((nowSeconds() + 365 * 86_400) * 1000);
  });
});

describe('a pack of credits', () => {
  it('is given once it is paid', async () => {
    const payment = `pi_${randomUUID()}`;
    await deliver(eventOf('checkout.session.completed', packSession(payment, false)));
    expect(await wallet()).toBe(0);
    await deliver(eventOf('checkout.session.async_payment_succeeded', packSession(payment)));
    await deliver(eventOf('checkout.session.completed', packSession(payment)));
    expect(await wallet()).toBe(600_000);
  });
});

describe('a payment that was returned', () => {
  const invoiceOfPayment = (paid: object) => stripeAnswers.set('/v1/invoice_payments', listOf({ id: 'inpay_1', invoice: paid }));
  const refund = (payment: string, refunded: number) =>
    deliver(
      eventOf('charge.refunded', {
        id: `ch_${payment}`,
        object: 'charge',
        payment_intent: payment,
        amount: 1000,
        amount_refunded: refunded,
      }),
    );

  it('takes back its share of the credits, not more when it is told twice', async () => {
    const payment = `pi_${randomUUID()}`;
    stripeAnswers.set('/v1/invoice_payments', listOf());
    await deliver(eventOf('checkout.session.completed', packSession(payment)));
    await refund(payment, 250);
    expect(await wallet()).toBe(450_000);
    await refund(payment, 250);
    expect(await wallet()).toBe(450_000);
    await refund(payment, 1000);
    expect(await wallet()).toBe(0);
    await expectExactLedger();
  });

  it('takes what a clip had reserved when it comes back, and leaves what was spent', async () => {
    const payment = `pi_${randomUUID()}`;
    await deliver(eventOf('checkout.session.completed', packSession(payment)));
    const { world } = service;
    const [spent, reserved] = [world.newId(), world.newId()];
    const price = credits(120_000);
    await world.transaction((stores) => holdCredits(world, stores, { personId: ada.id, clipId: spent, price }));
    await world.transaction((stores) => holdCredits(world, stores, { personId: ada.id, clipId: reserved, price }));
    await world.transaction((stores) => settleHold(world, stores, spent, 'captured'));
    await deliver(eventOf('charge.dispute.created', { id: 'dp_1', object: 'dispute', charge: 'ch_1', payment_intent: payment }));
    expect(await world.stores.ledger.balance(ada.id)).toEqual({ walletCredits: 0, heldCredits: 120_000 });
    await world.transaction((stores) => settleHold(world, stores, reserved, 'released'));
    expect(await wallet()).toBe(120_000);
    stripeAnswers.set('/v1/subscriptions', listOf()).set('/v1/invoices', listOf());
    await billing.reconcile();
    expect(await wallet()).toBe(0);
    await expectExactLedger();
  });

  it('takes back the month that it paid for, which Stripe knows', async () => {
    const paid = invoice();
    invoiceOfPayment(paid);
    await deliver(eventOf('invoice.paid', paid));
    await refund(`pi_${randomUUID()}`, 1000);
    expect(await wallet()).toBe(0);
    const lines = await service.world.stores.ledger.statement(ada.id, { most: 10 });
    expect(lines.map(({ kind, walletCredits }) => [kind, walletCredits])).toEqual([
      ['revoke', -1_200_000],
      ['grant', 1_200_000],
    ]);
  });
});

describe('every night', () => {
  it('what no message told is caught up with, once', async () => {
    stripeAnswers.set('/v1/subscriptions', listOf(subscription())).set('/v1/invoices', listOf(invoice()));
    expect(await billing.reconcile()).toBe(2);
    expect([await plan(), await wallet()]).toEqual(['premium active', 1_200_000]);
    expect(await billing.reconcile()).toBe(0);
    stripeAnswers.set('/v1/subscriptions', listOf(subscription({ status: 'canceled' })));
    service.world.advanceClock(60);
    expect(await billing.reconcile()).toBe(1);
    expect(await plan()).toBe('premium ended');
  });
});

describe('going to pay', () => {
  const post = (path: string, body: object | undefined, token: string, key: string = randomUUID()) =>
    service.fetch(`https://reverie.test/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
  beforeEach(() => requests.splice(0));

  it('names who pays for what, comes back here, and is one purchase however often it is asked for', async () => {
    stripeAnswers.set('/v1/checkout/sessions', { id: 'cs_1', object: 'checkout.session', url: 'https://checkout.stripe.example/1' });
    const token = service.signIn(ada, { via: 'session' });
    const key = randomUUID();
    for (const _ of [1, 2]) {
      const page = await post('/billing/checkout', { offer: PREMIUM }, token, key);
      expect(await page.json()).toEqual({ url: 'https://checkout.stripe.example/1' });
    }
    expect(new Set(requests.map((request) => request.key)).size).toBe(1);
    expect(Object.fromEntries(requests[0]?.body ?? [])).toMatchObject({
      ...{ mode: 'subscription', 'line_items[0][price]': PREMIUM, client_reference_id: ada.id },
      ...{ 'subscription_data[metadata][personId]': ada.id, success_url: 'https://reverie.test/?paid=yes' },
    });
  });

  it('buys no second subscription beside a living one', async () => {
    await deliver(eventOf('customer.subscription.created', subscription()));
    const token = service.signIn(ada, { via: 'session' });
    expect(await codeOf(await post('/billing/checkout', { offer: STUDIO }, token))).toBe('has-subscription');
    expect(requests).toEqual([]);
  });

  it('is refused to programs, for what is not offered, and while Stripe is away', async () => {
    const token = service.signIn(ada, { via: 'session' });
    expect(await codeOf(await post('/billing/checkout', { offer: PREMIUM }, service.signIn(ada, { via: 'key' })))).toBe('not-allowed');
    expect(await codeOf(await post('/billing/checkout', { offer: 'price_of_a_mug' }, token))).toBe('not-found');
    stripeAnswers.delete('/v1/checkout/sessions');
    expect(await codeOf(await post('/billing/checkout', { offer: PACK }, token))).toBe('billing-unavailable');
  });

  it('leads a customer to where subscriptions are changed', async () => {
    stripeAnswers.set('/v1/billing_portal/sessions', { id: 'bps_1', url: 'https://billing.stripe.example/1' });
    const token = service.signIn(ada, { via: 'session' });
    expect(await codeOf(await post('/billing/portal', undefined, token))).toBe('not-found');
    await deliver(eventOf('customer.subscription.created', subscription()));
    expect(await (await post('/billing/portal', undefined, token)).json()).toEqual({ url: 'https://billing.stripe.example/1' });
    expect(requests.at(-1)?.body.get('customer')).toBe(`cus_of_${ada.id}`);
  });

  it('is told with what one gets for it', async () => {
    const offers = await service.fetch('https://reverie.test/v1/billing/offers');
    expect(await offers.json()).toEqual({
      items: [
        { id: PREMIUM, kind: 'plan', title: 'Premium', credits: 1_200_000 },
        { id: STUDIO, kind: 'plan', title: 'Studio', credits: 6_000_000 },
        { id: PACK, kind: 'pack', title: 'Credits', credits: 600_000 },
      ],
    });
  });
});

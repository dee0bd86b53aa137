import { credits } from '../../domain/credits/credits.ts';
import { bestSubscription } from '../../domain/entitlement/best-subscription.ts';
import { planOf } from '../../domain/entitlement/plans.ts';
import { isUuid } from '../../domain/uuid.ts';
import { giveCredits } from '../credits/give-credits.ts';
import { takeBackCredits } from '../credits/take-back-credits.ts';
import type { BillingNews, Payer } from '../ports/billing.ts';
import type { BillingMessage } from '../ports/stores/billing-store.ts';
import type { Stores, World } from '../ports/world.ts';

/** What became of a piece of news. `nobody`: it is about a customer whom this service does not know. */
type Outcome = 'taken' | 'known' | 'older-than-known' | 'nobody';

/**
 * Takes a message of the payment service once, with everything that follows from it, or not at all: messages come several
 * times, at the same time and out of order.
 */
export async function takeBillingMessage(
  world: World,
  message: Omit<BillingMessage, 'news'>,
  news: readonly BillingNews[],
): Promise<'taken' | 'duplicate'> {
  return world.transaction(async (stores) => {
    if (!(await stores.billing.takeMessage({ ...message, news: JSON.stringify(news) }))) return 'duplicate';
    const outcomes: Outcome[] = [];
    for (const one of news) outcomes.push(await takeNews(world, stores, one));
    await stores.billing.noteOutcome(message.id, outcomes.join(' ') || 'nothing');
    return 'taken';
  });
}

/** Takes one piece of news, from wherever it comes; taking it again changes nothing. Belongs into a transaction. */
export async function takeNews(world: World, stores: Stores, news: BillingNews): Promise<Outcome> {
  if (news.kind === 'payment-returned') return takeReturn(world, stores, news);
  const personId = await personOf(stores, news);
  if (personId === undefined) return 'nobody';
  // the first of all: it makes other news of this person wait, so that each sees what the one before left
  await stores.events.tell(personId, 'wallet', {}, world.now());
  if (news.customer !== undefined) await stores.billing.linkCustomer(news.customer, personId);
  switch (news.kind) {
    case 'customer':
      return 'taken';
    case 'subscription':
      return takeSubscription(stores, personId, news);
    case 'period-paid':
      return givePeriod(world, stores, personId, news);
    case 'pack-paid':
      return givePack(world, stores, personId, news);
  }
}

/** Said by what we gave the payment service ourselves when the person went to pay, else known from an earlier time. */
async function personOf(stores: Stores, { personId, customer }: Payer): Promise<string | undefined> {
  if (personId !== undefined && isUuid(personId)) return (await stores.people.find(personId))?.id;
  return customer === undefined ? undefined : stores.billing.personOf(customer);
}

type News<Kind extends BillingNews['kind']> = Extract<BillingNews, { kind: Kind }>;

async function takeSubscription(stores: Stores, personId: string, news: News<'subscription'>): Promise<Outcome> {
  const { subscription: id, planId, status, periodEnd, sourceAt } = news;
  if (!(await stores.billing.putSubscription({ id, personId, planId, status, periodEnd, sourceAt })))
    return 'older-than-known';
  const all = await stores.billing.subscriptionsOf(personId);
  const best = bestSubscription(all);
  if (best === undefined) return 'nobody';
  const latest = new Date(Math.max(...all.map((one) => one.sourceAt.getTime())));
  const about = { planId: best.planId, status: best.status, periodEnd: best.periodEnd, source: 'stripe' } as const;
  return (await stores.entitlements.put(personId, { ...about, sourceAt: latest })) ? 'taken' : 'older-than-known';
}

async function givePeriod(
  world: World,
  stores: Stores,
  personId: string,
  { subscription, planId, periodStart, periodEnd, months }: News<'period-paid'>,
): Promise<Outcome> {
  const plan = planOf(planId);
  if (plan === undefined || plan.monthlyCredits === 0) return 'known';
  const given = await giveCredits(world, stores, {
    ...{ personId, source: 'plan', expiresAt: periodEnd, note: `${plan.title}, paid until ${dayOf(periodEnd)}` },
    businessKey: `plan:${subscription}:${periodStart.getTime() / 1000}`,
    amount: credits(plan.monthlyCredits * months),
  });
  return given === 'given' ? 'taken' : 'known';
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

async function givePack(
  world: World,
  stores: Stores,
  personId: string,
  { payment, packCredits }: News<'pack-paid'>,
): Promise<Outcome> {
  const about = { personId, source: 'pack', businessKey: `pack:${payment}`, expiresAt: undefined } as const;
  const given = await giveCredits(world, stores, { ...about, amount: credits(packCredits), note: 'A pack of credits' });
  return given === 'given' ? 'taken' : 'known';
}

async function takeReturn(world: World, stores: Stores, news: News<'payment-returned'>): Promise<Outcome> {
  let outcome: Outcome = 'nobody';
  for (const businessKey of news.businessKeys) {
    const personId = await stores.ledger.claimBack(businessKey, news.share);
    if (personId === undefined) continue;
    outcome = 'taken';
    await stores.events.tell(personId, 'wallet', {}, world.now());
  }
  await takeBackCredits(world, stores);
  return outcome;
}

import { type Entitlement, PLANS, planOf } from './plans.ts';

const STATUSES: readonly Entitlement['status'][] = ['active', 'past_due', 'ended'];

/** The subscription that counts of all that a person has: living before ended, the larger plan, the one that lasts longer. */
export function bestSubscription<One extends Entitlement>(subscriptions: readonly One[]): One | undefined {
  return [...subscriptions].sort(
    (one, other) =>
      STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) ||
      priorityOf(one) - priorityOf(other) ||
      endOf(other) - endOf(one),
  )[0];
}

const priorityOf = ({ planId }: Entitlement): number => planOf(planId)?.priority ?? PLANS.length;
/** Without an end a subscription lasts longer than any other; a number, so that two of them can be compared. */
const endOf = ({ periodEnd }: Entitlement): number => periodEnd?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** What a plan allows. The operator's host decides who has which; the app only asks what follows from it. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  /** Whether new clips may be made. Watching is free for everybody. */
  readonly mayGenerate: boolean;
  /** Given at the start of each paid month; they expire with it. */
  readonly monthlyCredits: number;
  /** Smaller is served first. */
  readonly priority: number;
  /** Clips of one person that may wait or be made at the same time. */
  readonly mostLivingClips: number;
}

export const PLANS: readonly Plan[] = [
  { id: 'free', title: 'Free', mayGenerate: false, monthlyCredits: 0, priority: 2, mostLivingClips: 0 },
  { id: 'premium', title: 'Premium', mayGenerate: true, monthlyCredits: 1_200_000, priority: 1, mostLivingClips: 10 },
  { id: 'studio', title: 'Studio', mayGenerate: true, monthlyCredits: 6_000_000, priority: 0, mostLivingClips: 40 },
];

const FREE = PLANS[0] as Plan;

/** What is known of a person's subscription. */
export interface Entitlement {
  readonly planId: string;
  readonly status: 'active' | 'past_due' | 'ended';
  /** `undefined`: until it is ended. */
  readonly periodEnd: Date | undefined;
}

/** A payment that is late ends nothing at once: banks and cards fail for days. */
const PAST_DUE_GRACE_SECONDS = 3 * 24 * 60 * 60;

/** The plan that counts at a moment: a subscription that ended or ran out is the free plan. */
export function planAt(entitlement: Entitlement | undefined, now: Date): Plan {
  if (entitlement === undefined || entitlement.status === 'ended') return FREE;
  const graceSeconds = entitlement.status === 'past_due' ? PAST_DUE_GRACE_SECONDS : 0;
  const end = entitlement.periodEnd;
  if (end !== undefined && end.getTime() + graceSeconds * 1000 <= now.getTime()) return FREE;
  return planOf(entitlement.planId) ?? FREE;
}

export function planOf(id: string): Plan | undefined {
  return PLANS.find((plan) => plan.id === id);
}

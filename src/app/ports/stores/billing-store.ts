import type { Entitlement } from '../../../domain/entitlement/plans.ts';

/** A message of the payment service, as it is kept. */
export interface BillingMessage {
  /** The payment service's own; it may send the same message several times. */
  readonly id: string;
  readonly type: string;
  readonly createdAt: Date;
  /** What it was understood to say, as JSON. */
  readonly news: string;
}

export interface Subscription extends Entitlement {
  readonly id: string;
  readonly personId: string;
  /** When it was true at its source: older news never replaces newer. */
  readonly sourceAt: Date;
}

export interface BillingStore {
  /** `false` when it was taken before. */
  takeMessage(message: BillingMessage): Promise<boolean>;
  noteOutcome(messageId: string, outcome: string): Promise<void>;
  linkCustomer(customer: string, personId: string): Promise<void>;
  personOf(customer: string): Promise<string | undefined>;
  customerOf(personId: string): Promise<string | undefined>;
  /** `false` when newer news is already known. */
  putSubscription(subscription: Subscription): Promise<boolean>;
  subscriptionsOf(personId: string): Promise<Subscription[]>;
}

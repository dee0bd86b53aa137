import type { Entitlement } from '../../domain/entitlement/plans.ts';
import type { Person } from './stores/person-store.ts';

/** Who pays, as far as the payment service knows. */
export interface Payer {
  readonly customer: string | undefined;
  /** What we gave it ourselves when the person went to pay. */
  readonly personId: string | undefined;
}

/** What happened at the payment service, in our terms. */
export type BillingNews =
  | (Payer & { readonly kind: 'customer' })
  | (Payer & Entitlement & { readonly kind: 'subscription'; readonly subscription: string; readonly sourceAt: Date })
  | (Payer & {
      readonly kind: 'period-paid';
      readonly subscription: string;
      readonly planId: string;
      readonly periodStart: Date;
      readonly periodEnd: Date;
      readonly months: number;
    })
  | (Payer & { readonly kind: 'pack-paid'; readonly payment: string; readonly packCredits: number })
  | {
      readonly kind: 'payment-returned';
      /** The facts that were paid for. */
      readonly businessKeys: readonly string[];
      /** How much of the payment, from 0 to 1. */
      readonly share: number;
    };

/** What can be bought. */
export type Offer =
  | { readonly id: string; readonly kind: 'plan'; readonly planId: string }
  | { readonly id: string; readonly kind: 'pack'; readonly packCredits: number };

export interface Purchase {
  readonly person: Person;
  readonly offerId: string;
  /** The same for a request that is repeated: it leads to the same purchase. */
  readonly key: string;
  /** Our address, `https://…`, to come back to. */
  readonly origin: string;
}

/** Selling plans and credits through a payment service. */
export interface Billing {
  readonly offers: readonly Offer[];
  /** Where the person pays. `unavailable`: the payment service cannot be reached. */
  checkout(
    purchase: Purchase,
  ): Promise<{ readonly url: string } | 'no-such-offer' | 'has-subscription' | 'unavailable'>;
  /** Where the person changes cards and ends subscriptions. */
  portal(person: Person, origin: string): Promise<{ readonly url: string } | 'no-customer' | 'unavailable'>;
  /**
   * Takes a message of the payment service.
   *
   * @param body as it came, byte for byte: the signature is over that
   */
  receive(body: string, signature: string): Promise<'taken' | 'duplicate' | 'not-ours' | 'bad-signature'>;
  /** Asks the payment service how things stand and catches up with it; for once a night. Gives how many things were new. */
  reconcile(): Promise<number>;
}

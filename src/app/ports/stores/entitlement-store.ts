import type { Entitlement } from '../../../domain/entitlement/plans.ts';

export interface EntitlementNews extends Entitlement {
  readonly source: 'host' | 'stripe' | 'operator' | 'demo';
  /** When it was true at its source: older news never replaces newer. */
  readonly sourceAt: Date;
}

export interface EntitlementStore {
  find(personId: string): Promise<Entitlement | undefined>;
  /** `false` when newer news is already known. */
  put(personId: string, news: EntitlementNews): Promise<boolean>;
}

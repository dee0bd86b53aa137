import { z } from 'zod';
import { type Environment, partsOf, readSettings, type SettingTable } from './setting.ts';

export interface StripeConfig {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** What is sold, by the ids of its prices at Stripe: plans and how many credits a pack has. */
  readonly plans: ReadonlyMap<string, string>;
  readonly packs: ReadonlyMap<string, number>;
}

const SETTINGS = {
  STRIPE_SECRET_KEY: {
    schema: z
      .string()
      .regex(/^[sr]k_/)
      .optional(),
    expected: 'a secret or restricted key of Stripe; STRIPE_WEBHOOK_SECRET belongs to it',
    example: 'sk_live_…',
  },
  STRIPE_WEBHOOK_SECRET: {
    schema: z
      .string()
      .regex(/^whsec_/)
      .optional(),
    expected: 'the secret of the webhook at Stripe; STRIPE_SECRET_KEY belongs to it',
    example: 'whsec_…',
  },
  REVERIE_STRIPE_PLANS: {
    schema: z
      .string()
      .default('')
      .transform((list) => pricesIn(list, /^[a-z]+$/))
      .refine((prices) => prices !== undefined),
    expected: 'pairs of a price and a plan, separated by commas',
    example: 'price_123=premium,price_456=studio',
  },
  REVERIE_STRIPE_PACKS: {
    schema: z
      .string()
      .default('')
      .transform((list) => pricesIn(list, /^[1-9]\d{0,9}$/))
      .refine((prices) => prices !== undefined),
    expected: 'pairs of a price and the credits one gets for it, separated by commas',
    example: 'price_789=600000',
  },
} satisfies SettingTable;

/** What is sold by Stripe; `undefined` when nothing is. */
export function readStripe(environment: Environment, problems: string[]): StripeConfig | undefined {
  const settings = readSettings(SETTINGS, environment, problems);
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = settings;
  if ((secretKey === undefined) !== (webhookSecret === undefined)) {
    problems.push('Of STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET one is missing: both are needed, or none');
  }
  if (secretKey === undefined || webhookSecret === undefined) return undefined;
  const creditsOf = Array.from(
    settings.REVERIE_STRIPE_PACKS ?? [],
    ([price, credits]) => [price, Number(credits)] as const,
  );
  return { secretKey, webhookSecret, plans: settings.REVERIE_STRIPE_PLANS ?? new Map(), packs: new Map(creditsOf) };
}

/** `price=value` pairs; `undefined` when the list is not one of them. */
function pricesIn(list: string, value: RegExp): Map<string, string> | undefined {
  const pairs = partsOf(list).map((pair) => pair.split('='));
  const isPair = ([price, what, ...more]: string[]): boolean =>
    more.length === 0 && /^\w+$/.test(price ?? '') && value.test(what ?? '');
  return pairs.every(isPair) ? new Map(pairs.map(([price = '', what = '']) => [price, what])) : undefined;
}

import type { ClipSizes } from '../http/clip-tokens.ts';

/**
 * What each model of ByteDance's Seedance accepts and costs, as hosted by BytePlus ModelArk (dollar prices, November 2026).
 * A field that a model does not accept is not ignored but answered with an error, so every row says what it takes.
 */
export interface SeedanceModel {
  readonly id: string;
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
  readonly takesCameraFixed: boolean;
  /** Models without it cannot be told apart when an order is in doubt. */
  readonly takesSeed: boolean;
  readonly dollarsPerMillionTokens: number;
  /** Which table of sizes it draws in. */
  readonly sizes: ClipSizes;
  /** When the vendor switched it off; it stays here so that old clips can be explained. */
  readonly retiredOn?: string;
}

const ONE = { shortestSeconds: 2, longestSeconds: 12, takesCameraFixed: true, takesSeed: true } as const;
const TWO = { shortestSeconds: 4, longestSeconds: 15, takesCameraFixed: false, takesSeed: false } as const;

export const SEEDANCE_MODELS: readonly SeedanceModel[] = [
  { id: 'seedance-1-0-pro-fast-251015', ...ONE, dollarsPerMillionTokens: 1, sizes: 'multiples-of-32' },
  { id: 'seedance-1-0-pro-250528', ...ONE, dollarsPerMillionTokens: 2.5, sizes: 'multiples-of-32' },
  {
    ...{ id: 'seedance-1-0-lite-i2v-250428', ...ONE, dollarsPerMillionTokens: 1.8, sizes: 'multiples-of-32' },
    retiredOn: '2026-05-13',
  },
  { id: 'seedance-1-5-pro-251215', ...ONE, shortestSeconds: 4, dollarsPerMillionTokens: 1.2, sizes: 'standard' },
  { id: 'dreamina-seedance-2-0-mini-260615', ...TWO, dollarsPerMillionTokens: 3.5, sizes: 'standard' },
  { id: 'dreamina-seedance-2-0-fast-260128', ...TWO, dollarsPerMillionTokens: 5.6, sizes: 'standard' },
  { id: 'dreamina-seedance-2-0-260128', ...TWO, dollarsPerMillionTokens: 7, sizes: 'standard' },
  { id: 'dreamina-seedance-2-5-260628', ...TWO, longestSeconds: 30, dollarsPerMillionTokens: 10.7, sizes: 'standard' },
];

export const STANDARD_SEEDANCE_MODEL = 'seedance-1-0-pro-fast-251015';

/** A model that is set up: `name` is what the vendor is asked for, an id of the table or a name (`ep-...`) of the operator's. */
export interface NamedModel extends SeedanceModel {
  readonly name: string;
}

/**
 * Reads `NAME` or `NAME=ID`: a model of the table, or one that behaves like it. Volcengine's names need no `=ID`: they are
 * those of BytePlus with `doubao-` before them. `undefined`: the table has no such model.
 */
export function namedModel(words: string): NamedModel | undefined {
  const [name = '', id = name] = words.trim().split('=');
  const plain = id.replace(/^doubao-/, '');
  const model = SEEDANCE_MODELS.find((known) => known.id === plain || known.id === `dreamina-${plain}`);
  return model && { ...model, name };
}

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
  readonly sizes: 'multiples-of-32' | 'standard';
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

/** Width times height of a 720p clip by its ratio (vendor's tables), upright ones being the same turned. */
const PIXELS_720P: Readonly<Record<SeedanceModel['sizes'], Readonly<Record<string, number>>>> = {
  'multiples-of-32': {
    '16:9': 1248 * 704,
    '4:3': 1120 * 832,
    '1:1': 960 * 960,
    '3:4': 832 * 1120,
    '9:16': 704 * 1248,
    '21:9': 1504 * 640,
  },
  standard: {
    '16:9': 1280 * 720,
    '4:3': 1112 * 834,
    '1:1': 960 * 960,
    '3:4': 834 * 1112,
    '9:16': 720 * 1280,
    '21:9': 1470 * 630,
  },
};
const LARGEST_RATIO = '1:1';

/** What a clip of so many seconds is billed, in tokens: width x height x (24 frames a second and one more) / 1024. */
export function expectedTokens({ sizes }: Pick<SeedanceModel, 'sizes'>, ratio: string, seconds: number): number {
  const pixels = PIXELS_720P[sizes][ratio] ?? PIXELS_720P[sizes][LARGEST_RATIO] ?? 0;
  return Math.floor((pixels * (24 * seconds + 1)) / 1024);
}

/** Tokens as millionths of a dollar: a price per million tokens is one per token. */
export const tokensCost = ({ dollarsPerMillionTokens }: SeedanceModel, tokens: number): number =>
  Math.round(tokens * dollarsPerMillionTokens);

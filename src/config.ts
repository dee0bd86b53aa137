import { z } from 'zod';

/** Everything that can be set from outside, with the values that run the whole product on a fresh machine. */
export interface Config {
  /** Address and port of the web side. */
  readonly host: string;
  readonly port: number;
  /** Where people reach this service from elsewhere: `https://…`, without a path; `undefined` on one's own machine. */
  readonly publicOrigin: string | undefined;
  /** Proxies of one's own between people and this service: so many entries of `X-Forwarded-For` are believed. */
  readonly proxies: number;
  /** Folder for the embedded database, pictures, clips and secrets; made when it is missing. */
  readonly dataFolder: string;
  /** PostgreSQL for many machines; `undefined` for the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Signs addresses and sessions; `undefined`: made on first start and kept in the data folder. */
  readonly secret: string | undefined;
  /** Whether there may be people of a demo; they exist on one's own machine alone, whatever is set. */
  readonly demo: boolean;
  /** What a fresh start on one's own machine shows: a world whose clips are made behind it, one without clips, or nothing. */
  readonly demoWorld: 'alive' | 'still' | 'none';
  /** A key with all scopes for the first operator; `undefined`: there is none. */
  readonly operatorKey: string | undefined;
  /** Who signs tokens for the people of the platform that hosts the service, and for whom. */
  readonly hostTokens: { readonly issuers: readonly TokenIssuer[]; readonly audience: string };
  /** Selling plans and credits; `undefined`: the platform says who has what, or nobody pays. */
  readonly stripe: StripeConfig | undefined;
  /** A bucket for pictures and clips; `undefined` for the data folder. */
  readonly bucket: BucketConfig | undefined;
  /** The service that the command line talks to, and the key it shows there. */
  readonly client: { readonly server: string | undefined; readonly apiKey: string | undefined };
  /** Path or name of ffmpeg, or `none` for the WebAssembly build. */
  readonly ffmpegCommand: string;
  /** Clips that the built-in engine draws at a time: on this machine, and on all machines together. */
  readonly localRenders: { readonly perMachine: number; readonly altogether: number };
  /** Engines besides the built-in one, and how one is chosen. */
  readonly engines: EnginesConfig;
  /** A language model that lets characters speak, behind any OpenAI-compatible address; `undefined` for the script. */
  readonly chatModel: ModelConfig | undefined;
  /** A model that paints pictures for replies, behind any OpenAI-compatible address. */
  readonly imageModel: ModelConfig | undefined;
  readonly safety: SafetyConfig;
}

export interface TokenIssuer {
  /** `iss` of its tokens, letter by letter. */
  readonly issuer: string;
  /** Where its public keys are. */
  readonly jwksUrl: string;
}

export interface StripeConfig {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** What is sold, by the ids of its prices at Stripe: plans and how many credits a pack has. */
  readonly plans: ReadonlyMap<string, string>;
  readonly packs: ReadonlyMap<string, number>;
}

export const ENGINE_IDS = ['seedance', 'fal', 'replicate', 'comfyui', 'local'] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

/** A hosted engine. */
export interface VendorConfig {
  readonly key: string;
  /** Of its API, without a slash at the end. */
  readonly url: string;
  /** As the vendor names them, the standard one first; empty for the one that is shipped. */
  readonly models: readonly string[];
  /** Clips that it makes at a time, for all machines together. */
  readonly atATime: number;
  /** Where its finished clips may be fetched: ends of host names. */
  readonly resultHosts: readonly string[];
}

export interface EnginesConfig {
  /** The first one that can make a clip makes it; only those that are set up are asked. */
  readonly order: readonly EngineId[];
  /** Other orders for the people of some plans. */
  readonly orderByPlan: ReadonlyMap<string, readonly EngineId[]>;
  /** What happens to a picture that an engine takes for a real person: the next engine makes the clip, or the person is asked. */
  readonly whenFaceRefused: 'next' | 'ask';
  readonly seedance: VendorConfig | undefined;
  readonly fal: VendorConfig | undefined;
  readonly replicate: VendorConfig | undefined;
  readonly comfyui: { readonly url: string; readonly workflow: string; readonly atATime: number } | undefined;
  /** A JSON file with other words for the presets. */
  readonly promptsFile: string | undefined;
}

/** A model behind an OpenAI-compatible address. */
export interface ModelConfig {
  /** `https://host/v1` */
  readonly url: string;
  readonly key: string | undefined;
  readonly model: string;
}

/** Models that the safety check asks besides its own rules and its own classifier. */
export interface SafetyConfig {
  /** OpenAI's moderation, or what speaks like it: texts and pictures. */
  readonly moderation: ModelConfig | undefined;
  /** A guard model: texts. */
  readonly guard: (ModelConfig & { readonly grammar: 'qwen3guard' | 'llama-guard' }) | undefined;
  /** What own words for a generative engine need where no model reads them: there are none then, or simple ones. */
  readonly customTextNeeds: 'model' | 'plain-words';
}

export interface BucketConfig {
  readonly name: string;
  readonly region: string;
  /** Of S3-compatible servers; `undefined` for Amazon's own. */
  readonly endpoint: string | undefined;
}

interface Setting {
  readonly schema: z.ZodType;
  readonly expected: string;
  readonly example: string;
}

const optionalText = { schema: z.string().min(1).optional() } as const;
const webAddress = { schema: z.url({ protocol: /^https?$/ }).optional(), expected: 'a web address' } as const;
const smallCount = {
  schema: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .optional(),
  expected: 'a whole number from 1 to 999',
} as const;

const names = {
  schema: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((name) => name.trim()))
    .transform((list) => list.filter((name) => name !== '')),
} as const;
const engineList = (list: string): EngineId[] | undefined => {
  const ids = list.split(/[\s,]+/).filter((id) => id !== '');
  return ids.every((id): id is EngineId => (ENGINE_IDS as readonly string[]).includes(id)) ? ids : undefined;
};

const SETTINGS = {
  REVERIE_HOST: {
    schema: z.string().min(1).default('127.0.0.1'),
    expected: 'a host name or address',
    example: '127.0.0.1',
  },
  REVERIE_PORT: {
    schema: z
      .string()
      .regex(/^\d+$/)
      .transform(Number)
      .refine((port) => port <= 65535)
      .default(4600),
    expected: 'a port from 0 to 65535',
    example: '4600',
  },
  REVERIE_PUBLIC_ORIGIN: {
    schema: z
      .url({ protocol: /^https?$/ })
      .refine((url) => new URL(url).origin === url)
      .optional(),
    expected: 'a web address without a path',
    example: 'https://clips.example.com',
  },
  REVERIE_PROXIES: {
    schema: z.string().regex(/^\d$/).transform(Number).default(0),
    expected: 'a number from 0 to 9',
    example: '1',
  },
  REVERIE_DATA_DIR: {
    schema: z.string().min(1).default('.reverie'),
    expected: 'the path of a folder',
    example: './.reverie',
  },
  REVERIE_SECRET: {
    schema: z.string().min(32).optional(),
    expected: 'a secret of 32 characters or more, the same on every machine',
    example: '$(openssl rand -hex 32)',
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    expected: 'the address of a PostgreSQL database',
    example: 'postgres://reverie@localhost:5432/reverie',
  },
  REVERIE_DEMO: {
    schema: z
      .enum(['on', 'off'])
      .default('on')
      .transform((word) => word === 'on'),
    expected: "'on' or 'off'",
    example: 'off',
  },
  REVERIE_DEMO_WORLD: {
    schema: z.enum(['alive', 'still', 'none']).default('alive'),
    expected: "'alive', 'still' or 'none'",
    example: 'still',
  },
  REVERIE_OPERATOR_KEY: {
    schema: z
      .string()
      .regex(/^rvk_[\w-]{43,}$/)
      .optional(),
    expected: 'rvk_ and 43 or more random letters and digits',
    example: 'rvk_$(openssl rand -hex 32)',
  },
  REVERIE_TOKEN_ISSUERS: {
    schema: z
      .string()
      .default('')
      .transform(issuersIn)
      .refine((issuers) => issuers !== undefined),
    expected: 'pairs of an issuer and the https address of its public keys, separated by commas',
    example: "'https://id.example.com https://id.example.com/.well-known/jwks.json'",
  },
  REVERIE_TOKEN_AUDIENCE: {
    schema: z.string().min(1).default('reverie-motion'),
    expected: 'the name of this service in tokens of the platform',
    example: 'reverie-motion',
  },
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
  REVERIE_BUCKET: { ...optionalText, expected: 'the name of an S3 bucket', example: 'reverie-clips' },
  REVERIE_BUCKET_REGION: {
    schema: z.string().min(1).default('us-east-1'),
    expected: 'the region of the bucket',
    example: 'eu-central-1',
  },
  REVERIE_BUCKET_ENDPOINT: { ...webAddress, example: 'http://127.0.0.1:9000' },
  REVERIE_SERVER: { ...webAddress, example: 'https://clips.example.com' },
  REVERIE_API_KEY: { ...optionalText, expected: 'an API key of the service at REVERIE_SERVER', example: 'rvk_…' },
  REVERIE_FFMPEG: {
    schema: z.string().min(1).default('ffmpeg'),
    expected: "a path, a name in PATH, or 'none'",
    example: '/usr/bin/ffmpeg',
  },
  REVERIE_LOCAL_RENDERS: { ...smallCount, example: '1' },
  REVERIE_LOCAL_RENDERS_ALTOGETHER: { ...smallCount, example: '4' },
  REVERIE_ENGINES: {
    schema: z
      .string()
      .default(ENGINE_IDS.join(' '))
      .transform(engineList)
      .refine((ids) => ids !== undefined && ids.length > 0),
    expected: `names of engines in the order in which they are asked, out of ${ENGINE_IDS.join(', ')}`,
    example: "'seedance fal local'",
  },
  REVERIE_ENGINES_BY_PLAN: {
    schema: z
      .string()
      .default('')
      .transform(enginesByPlan)
      .refine((plans) => plans !== undefined),
    expected: 'PLAN=ENGINES, separated by commas',
    example: "'studio=fal seedance local'",
  },
  REVERIE_FACE_REFUSED: {
    schema: z.enum(['next', 'ask']).default('ask'),
    expected: "'next' or 'ask'",
    example: 'next',
  },
  REVERIE_PROMPTS: { ...optionalText, expected: 'the path of a JSON file', example: './prompts.json' },
  REVERIE_SEEDANCE_KEY: { ...optionalText, expected: 'a key of ModelArk', example: '…' },
  REVERIE_SEEDANCE_URL: { ...webAddress, example: 'https://ark.cn-beijing.volces.com/api/v3' },
  REVERIE_SEEDANCE_MODELS: {
    ...{ ...names, expected: 'names of models, separated by commas' },
    example: 'seedance-1-0-pro-fast-251015,ep-20261101=dreamina-seedance-2-0-mini-260615',
  },
  REVERIE_SEEDANCE_HOSTS: {
    ...names,
    expected: 'host names, separated by commas',
    example: 'volces.com,bytepluses.com',
  },
  REVERIE_SEEDANCE_AT_A_TIME: { ...smallCount, example: '8' },
  REVERIE_FAL_KEY: { ...optionalText, expected: 'a key of fal.ai', example: '…:…' },
  REVERIE_FAL_URL: { ...webAddress, example: 'https://queue.fal.run' },
  REVERIE_FAL_MODELS: {
    ...{ ...names, expected: 'names of models, separated by commas' },
    example: 'fal-ai/bytedance/seedance/v1/pro/fast/image-to-video',
  },
  REVERIE_FAL_HOSTS: { ...names, expected: 'host names, separated by commas', example: 'fal.media' },
  REVERIE_FAL_AT_A_TIME: { ...smallCount, example: '8' },
  REVERIE_REPLICATE_KEY: { ...optionalText, expected: 'a token of Replicate', example: 'r8_…' },
  REVERIE_REPLICATE_URL: { ...webAddress, example: 'https://api.replicate.com' },
  REVERIE_REPLICATE_MODELS: {
    ...{ ...names, expected: 'names of models, separated by commas' },
    example: 'bytedance/seedance-1-pro-fast',
  },
  REVERIE_REPLICATE_HOSTS: { ...names, expected: 'host names, separated by commas', example: 'replicate.delivery' },
  REVERIE_REPLICATE_AT_A_TIME: { ...smallCount, example: '8' },
  REVERIE_COMFYUI_URL: { ...webAddress, example: 'http://127.0.0.1:8188' },
  REVERIE_COMFYUI_WORKFLOW: {
    ...{ ...optionalText, expected: "'wan-2.2', 'ltx-2' or the path of a workflow with placeholders" },
    example: './my-workflow.json',
  },
  REVERIE_COMFYUI_AT_A_TIME: { ...smallCount, example: '1' },
  REVERIE_CHAT_URL: { ...webAddress, example: 'http://127.0.0.1:11434/v1' },
  REVERIE_CHAT_MODEL: { ...optionalText, expected: 'the name of a language model', example: 'llama3.1' },
  REVERIE_CHAT_KEY: { ...optionalText, expected: 'the key for REVERIE_CHAT_URL', example: 'sk-…' },
  REVERIE_IMAGE_URL: { ...webAddress, example: 'http://127.0.0.1:8188/v1' },
  REVERIE_IMAGE_MODEL: { ...optionalText, expected: 'the name of a picture model', example: 'gpt-image-1' },
  REVERIE_IMAGE_KEY: { ...optionalText, expected: 'the key for REVERIE_IMAGE_URL', example: 'sk-…' },
  REVERIE_MODERATION_KEY: { ...optionalText, expected: 'a key for the moderation model', example: 'sk-…' },
  REVERIE_MODERATION_URL: { ...webAddress, example: 'https://api.openai.com/v1' },
  REVERIE_MODERATION_MODEL: {
    ...{ ...optionalText, expected: 'the name of a moderation model' },
    example: 'omni-moderation-latest',
  },
  REVERIE_GUARD_URL: { ...webAddress, example: 'http://127.0.0.1:8000/v1' },
  REVERIE_GUARD_MODEL: { ...optionalText, expected: 'the name of a guard model', example: 'Qwen/Qwen3Guard-Gen-4B' },
  REVERIE_GUARD_KEY: { ...optionalText, expected: 'the key for REVERIE_GUARD_URL', example: 'sk-…' },
  REVERIE_GUARD_GRAMMAR: {
    schema: z.enum(['qwen3guard', 'llama-guard']).default('qwen3guard'),
    expected: "'qwen3guard' or 'llama-guard'",
    example: 'llama-guard',
  },
  REVERIE_CUSTOM_TEXT: {
    schema: z.enum(['model', 'plain-words']).default('model'),
    expected: "'model' or 'plain-words'",
    example: 'plain-words',
  },
} satisfies Record<string, Setting>;

type SettingName = keyof typeof SETTINGS;
type SettingValue<Name extends SettingName> = z.infer<(typeof SETTINGS)[Name]['schema']>;

/** Settings that make no sense, all of them together. */
export class ConfigError extends Error {
  readonly code = 'config-invalid';
  readonly retryable = false;

  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`These settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the environment once. Throws `ConfigError` naming every variable that is wrong, what was expected and an example.
 *
 * @param cores processors of this machine: drawing one clip keeps about two busy
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, cores = 2): Config {
  const problems: string[] = [];
  const read = <Name extends SettingName>(name: Name): SettingValue<Name> => {
    const { schema, expected, example } = SETTINGS[name];
    const value = environment[name];
    const answer = schema.safeParse(value === '' ? undefined : value);
    if (answer.success) return answer.data as SettingValue<Name>;
    problems.push(`${name} is '${shown(name, value)}', expected ${expected}, for example ${name}=${example}`);
    return undefined as never;
  };
  const perMachine = read('REVERIE_LOCAL_RENDERS') ?? Math.max(1, Math.floor(cores / 2));
  const bucketName = read('REVERIE_BUCKET');
  const stripe = {
    ...{ secretKey: read('STRIPE_SECRET_KEY'), webhookSecret: read('STRIPE_WEBHOOK_SECRET') },
    ...{ plans: read('REVERIE_STRIPE_PLANS'), packs: read('REVERIE_STRIPE_PACKS') },
  };
  if ((stripe.secretKey === undefined) !== (stripe.webhookSecret === undefined)) {
    problems.push('Of STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET one is missing: both are needed, or none');
  }
  const vendor = (name: 'SEEDANCE' | 'FAL' | 'REPLICATE'): VendorConfig | undefined => {
    const key = read(`REVERIE_${name}_KEY`);
    const { url, hosts } = VENDORS[name];
    const told = { url: read(`REVERIE_${name}_URL`), hosts: read(`REVERIE_${name}_HOSTS`) };
    const atATime = read(`REVERIE_${name}_AT_A_TIME`) ?? MOST_AT_A_VENDOR;
    const models = read(`REVERIE_${name}_MODELS`);
    if (key === undefined) return undefined;
    const resultHosts = told.hosts?.length ? told.hosts : hosts;
    return { key, url: (told.url ?? url).replace(/\/$/, ''), models, atATime, resultHosts };
  };
  const comfyuiUrl = read('REVERIE_COMFYUI_URL');
  const comfyui =
    comfyuiUrl === undefined
      ? undefined
      : {
          url: comfyuiUrl.replace(/\/$/, ''),
          workflow: read('REVERIE_COMFYUI_WORKFLOW') ?? 'wan-2.2',
          atATime: read('REVERIE_COMFYUI_AT_A_TIME') ?? 1,
        };
  const guard = modelOf(read('REVERIE_GUARD_URL'), read('REVERIE_GUARD_KEY'), read('REVERIE_GUARD_MODEL'));
  const config: Config = {
    host: read('REVERIE_HOST'),
    port: read('REVERIE_PORT'),
    publicOrigin: read('REVERIE_PUBLIC_ORIGIN'),
    proxies: read('REVERIE_PROXIES'),
    dataFolder: read('REVERIE_DATA_DIR'),
    databaseUrl: read('DATABASE_URL'),
    secret: read('REVERIE_SECRET'),
    demo: read('REVERIE_DEMO'),
    demoWorld: read('REVERIE_DEMO_WORLD'),
    operatorKey: read('REVERIE_OPERATOR_KEY'),
    hostTokens: { issuers: read('REVERIE_TOKEN_ISSUERS') ?? [], audience: read('REVERIE_TOKEN_AUDIENCE') },
    stripe: stripeOf(stripe),
    bucket:
      bucketName === undefined
        ? undefined
        : { name: bucketName, region: read('REVERIE_BUCKET_REGION'), endpoint: read('REVERIE_BUCKET_ENDPOINT') },
    client: { server: read('REVERIE_SERVER'), apiKey: read('REVERIE_API_KEY') },
    ffmpegCommand: read('REVERIE_FFMPEG'),
    localRenders: { perMachine, altogether: read('REVERIE_LOCAL_RENDERS_ALTOGETHER') ?? perMachine },
    engines: {
      order: read('REVERIE_ENGINES') ?? ENGINE_IDS,
      orderByPlan: read('REVERIE_ENGINES_BY_PLAN') ?? new Map(),
      whenFaceRefused: read('REVERIE_FACE_REFUSED'),
      promptsFile: read('REVERIE_PROMPTS'),
      ...{ seedance: vendor('SEEDANCE'), fal: vendor('FAL'), replicate: vendor('REPLICATE'), comfyui },
    },
    chatModel: modelOf(read('REVERIE_CHAT_URL'), read('REVERIE_CHAT_KEY'), read('REVERIE_CHAT_MODEL')),
    imageModel: modelOf(read('REVERIE_IMAGE_URL'), read('REVERIE_IMAGE_KEY'), read('REVERIE_IMAGE_MODEL')),
    safety: {
      moderation: moderationOf(
        read('REVERIE_MODERATION_URL'),
        read('REVERIE_MODERATION_KEY'),
        read('REVERIE_MODERATION_MODEL'),
      ),
      guard: guard && { ...guard, grammar: read('REVERIE_GUARD_GRAMMAR') },
      customTextNeeds: read('REVERIE_CUSTOM_TEXT'),
    },
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

/** Vendors begin ten of our tasks at a time and let the others wait, where nobody sees them: rather wait here. */
const MOST_AT_A_VENDOR = 8;

/** Addresses of the vendors, and where they give out what they made. */
const VENDORS = {
  SEEDANCE: { url: 'https://ark.ap-southeast.bytepluses.com/api/v3', hosts: ['volces.com', 'bytepluses.com'] },
  FAL: { url: 'https://queue.fal.run', hosts: ['fal.media'] },
  REPLICATE: { url: 'https://api.replicate.com', hosts: ['replicate.delivery'] },
} as const;

function enginesByPlan(list: string): Map<string, readonly EngineId[]> | undefined {
  const pairs = list.split(',').flatMap((pair) => (pair.trim() === '' ? [] : [pair.trim().split('=')]));
  const plans = pairs.map(
    ([plan = '', ids = '', ...more]) => [plan, more.length === 0 ? engineList(ids) : undefined] as const,
  );
  if (plans.some(([, ids]) => ids === undefined || ids.length === 0)) return undefined;
  return new Map(plans.map(([plan, ids]) => [plan, ids ?? []]));
}

/** `undefined` when the list is not one of pairs. */
function issuersIn(list: string): TokenIssuer[] | undefined {
  const pairs = list.split(',').flatMap((pair) => (pair.trim() === '' ? [] : [pair.trim().split(/\s+/)]));
  const isPair = ([, url, ...more]: string[]): boolean => more.length === 0 && /^https:\/\/\S+$/.test(url ?? '');
  if (!pairs.every(isPair)) return undefined;
  return pairs.map(([issuer = '', jwksUrl = '']) => ({ issuer, jwksUrl }));
}

/** `price=value` pairs; `undefined` when the list is not one of them. */
function pricesIn(list: string, value: RegExp): Map<string, string> | undefined {
  const pairs = list.split(',').flatMap((pair) => (pair.trim() === '' ? [] : [pair.trim().split('=')]));
  const isPair = ([price, what, ...more]: string[]): boolean =>
    more.length === 0 && /^\w+$/.test(price ?? '') && value.test(what ?? '');
  return pairs.every(isPair) ? new Map(pairs.map(([price = '', what = '']) => [price, what])) : undefined;
}

function stripeOf(settings: {
  readonly secretKey: string | undefined;
  readonly webhookSecret: string | undefined;
  readonly plans: ReadonlyMap<string, string> | undefined;
  readonly packs: ReadonlyMap<string, string> | undefined;
}): StripeConfig | undefined {
  const { secretKey, webhookSecret, plans = new Map(), packs = new Map() } = settings;
  if (secretKey === undefined || webhookSecret === undefined) return undefined;
  const creditsOf = Array.from(packs, ([price, credits]) => [price, Number(credits)] as const);
  return { secretKey, webhookSecret, plans, packs: new Map(creditsOf) };
}

/** Servers with one model take any name for it. */
const ONLY_MODEL = 'default';

function modelOf(url: string | undefined, key: string | undefined, model = ONLY_MODEL): ModelConfig | undefined {
  return url === undefined ? undefined : { url: url.replace(/\/$/, ''), key, model };
}

const OPENAI = { url: 'https://api.openai.com/v1', model: 'omni-moderation-latest' } as const;

/** A key alone is OpenAI's; an address alone is a server of one's own. */
function moderationOf(
  url: string | undefined,
  key: string | undefined,
  model: string = OPENAI.model,
): ModelConfig | undefined {
  return key === undefined ? modelOf(url, key, model) : modelOf(url ?? OPENAI.url, key, model);
}

/** Keys and addresses with passwords in them never reach a terminal or a log. */
function shown(name: SettingName, value: string | undefined): string {
  return /KEY|SECRET|DATABASE_URL/.test(name) ? '(hidden)' : String(value);
}

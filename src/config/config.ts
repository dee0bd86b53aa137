import { z } from 'zod';
import { type EnginesConfig, readEngines } from './engine-settings.ts';
import { type ModelsConfig, readModels } from './model-settings.ts';
import {
  ConfigError,
  type Environment,
  optionalText,
  partsOf,
  readSettings,
  type SettingTable,
  smallCount,
  webAddress,
} from './setting.ts';
import { readStripe, type StripeConfig } from './stripe-settings.ts';

/** Everything that can be set from outside, with the values that run the whole product on a fresh machine. */
export interface Config extends ModelsConfig {
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
}

export interface TokenIssuer {
  /** `iss` of its tokens, letter by letter. */
  readonly issuer: string;
  /** Where its public keys are. */
  readonly jwksUrl: string;
}

export interface BucketConfig {
  readonly name: string;
  readonly region: string;
  /** Of S3-compatible servers; `undefined` for Amazon's own. */
  readonly endpoint: string | undefined;
}

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
} satisfies SettingTable;

/**
 * Reads the environment once. Throws `ConfigError` naming every variable that is wrong, what was expected and an example.
 *
 * @param cores processors of this machine: drawing one clip keeps about two busy
 */
export function readConfig(environment: Environment, cores = 2): Config {
  const problems: string[] = [];
  const settings = readSettings(SETTINGS, environment, problems);
  const perMachine = settings.REVERIE_LOCAL_RENDERS ?? Math.max(1, Math.floor(cores / 2));
  const config: Config = {
    host: settings.REVERIE_HOST,
    port: settings.REVERIE_PORT,
    publicOrigin: settings.REVERIE_PUBLIC_ORIGIN,
    proxies: settings.REVERIE_PROXIES,
    dataFolder: settings.REVERIE_DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    secret: settings.REVERIE_SECRET,
    demo: settings.REVERIE_DEMO,
    demoWorld: settings.REVERIE_DEMO_WORLD,
    operatorKey: settings.REVERIE_OPERATOR_KEY,
    hostTokens: { issuers: settings.REVERIE_TOKEN_ISSUERS ?? [], audience: settings.REVERIE_TOKEN_AUDIENCE },
    stripe: readStripe(environment, problems),
    bucket: bucketOf(settings.REVERIE_BUCKET, settings.REVERIE_BUCKET_REGION, settings.REVERIE_BUCKET_ENDPOINT),
    client: { server: settings.REVERIE_SERVER, apiKey: settings.REVERIE_API_KEY },
    ffmpegCommand: settings.REVERIE_FFMPEG,
    localRenders: { perMachine, altogether: settings.REVERIE_LOCAL_RENDERS_ALTOGETHER ?? perMachine },
    engines: readEngines(environment, problems),
    ...readModels(environment, problems),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

function bucketOf(name: string | undefined, region: string, endpoint: string | undefined): BucketConfig | undefined {
  return name === undefined ? undefined : { name, region, endpoint };
}

/** `undefined` when the list is not one of pairs. */
function issuersIn(list: string): TokenIssuer[] | undefined {
  const pairs = partsOf(list).map((pair) => pair.split(/\s+/));
  const isPair = ([, url, ...more]: string[]): boolean => more.length === 0 && /^https:\/\/\S+$/.test(url ?? '');
  if (!pairs.every(isPair)) return undefined;
  return pairs.map(([issuer = '', jwksUrl = '']) => ({ issuer, jwksUrl }));
}

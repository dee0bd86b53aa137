import { z } from 'zod';

/** Everything that can be set from outside, with the values that run the whole product on a fresh machine. */
export interface Config {
  /** Address and port of the page. */
  readonly host: string;
  readonly port: number;
  /** Folder for pictures and clips; made when it is missing. */
  readonly dataFolder: string;
  /** Path or name of ffmpeg, or `none` for the WebAssembly build. */
  readonly ffmpegCommand: string;
}

interface Setting {
  readonly schema: z.ZodType;
  readonly expected: string;
  readonly example: string;
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
  REVERIE_DATA_DIR: {
    schema: z.string().min(1).default('.reverie'),
    expected: 'the path of a folder',
    example: './.reverie',
  },
  REVERIE_FFMPEG: {
    schema: z.string().min(1).default('ffmpeg'),
    expected: "a path, a name in PATH, or 'none'",
    example: '/usr/bin/ffmpeg',
  },
} satisfies Record<string, Setting>;

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

/** Reads the environment once. Throws `ConfigError` naming every variable that is wrong, what was expected and an example. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const read = <Name extends keyof typeof SETTINGS>(name: Name): z.infer<(typeof SETTINGS)[Name]['schema']> => {
    const { schema, expected, example } = SETTINGS[name];
    const value = environment[name];
    const answer = schema.safeParse(value === '' ? undefined : value);
    if (answer.success) return answer.data as z.infer<(typeof SETTINGS)[Name]['schema']>;
    problems.push(`${name} is '${value}', expected ${expected}, for example ${name}=${example}`);
    return undefined as never;
  };
  const config = {
    host: read('REVERIE_HOST'),
    port: read('REVERIE_PORT'),
    dataFolder: read('REVERIE_DATA_DIR'),
    ffmpegCommand: read('REVERIE_FFMPEG'),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

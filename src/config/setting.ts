import { z } from 'zod';

/** A variable of the environment: what it must look like, in words for whoever set it wrong. */
interface Setting {
  readonly schema: z.ZodType;
  readonly expected: string;
  readonly example: string;
}

export type SettingTable = Readonly<Record<string, Setting>>;
export type Environment = Readonly<Record<string, string | undefined>>;
type Values<Table extends SettingTable> = { readonly [Name in keyof Table]: z.infer<Table[Name]['schema']> };

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
 * Reads the variables of a table; an empty one counts as not set. What cannot be used is added to `problems`, and its value is
 * not to be relied on.
 */
export function readSettings<Table extends SettingTable>(
  table: Table,
  environment: Environment,
  problems: string[],
): Values<Table> {
  const values = Object.entries(table).map(([name, { schema, expected, example }]) => {
    const value = environment[name];
    const answer = schema.safeParse(value === '' ? undefined : value);
    if (answer.success) return [name, answer.data] as const;
    problems.push(`${name} is '${shown(name, value)}', expected ${expected}, for example ${name}=${example}`);
    return [name, undefined] as const;
  });
  return Object.fromEntries(values) as Values<Table>;
}

/** Keys and addresses with passwords in them never reach a terminal or a log. */
function shown(name: string, value: string | undefined): string {
  return /KEY|SECRET|DATABASE_URL/.test(name) ? '(hidden)' : String(value);
}

export const optionalText = { schema: z.string().min(1).optional() } as const;
export const webAddress = { schema: z.url({ protocol: /^https?$/ }).optional(), expected: 'a web address' } as const;
export const smallCount = {
  schema: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .optional(),
  expected: 'a whole number from 1 to 999',
} as const;

/** What is between the commas of a list, without spaces around. */
export function partsOf(list: string): string[] {
  const parts = list.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command.ts';

/**
 * Splits the words after `reverie NAME` into options and the rest. Throws `UsageError` with one sentence when an option is
 * unknown or lacks its value.
 */
export function readWords<const Options extends NonNullable<ParseArgsConfig['options']>>(
  name: string,
  parameters: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...parameters], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(`${firstSentenceOf(error)}. See: reverie ${name} --help`);
  }
}

/** `readWords` for a command that takes nothing but `--json`. */
export function readJsonOption(name: string, parameters: readonly string[]): boolean {
  const { values, positionals } = readWords(name, parameters, { json: { type: 'boolean' } });
  if (positionals.length === 0) return values.json === true;
  throw new UsageError(`'reverie ${name}' does not know '${positionals[0]}'. See: reverie ${name} --help`);
}

/** Node says what is wrong in its first sentence and adds advice for programmers after it. */
function firstSentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const first = message.split(/\.(?: |\n|$)|\n/)[0] as string;
  return first.replace('argument is ambiguous', 'needs a value');
}

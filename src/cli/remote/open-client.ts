import { parseArgs } from 'node:util';
import { createReverieClient, type ReverieClient, ReverieError } from '#client';
import { type CommandParts, UsageError } from '../command.ts';

/** Options of every command that talks to a service, as its help shows them. */
export const SERVICE_HELP = `  --server URL       the service (default: REVERIE_SERVER)
  --api-key KEY      who you are there (default: REVERIE_API_KEY, which other people on this machine do not see)
  --demo             be the subscriber of a demo, when the service runs on this machine`;

const SERVICE_OPTIONS = {
  server: { type: 'string' },
  'api-key': { type: 'string' },
  demo: { type: 'boolean' },
} as const;

export interface ServiceWords {
  readonly server?: string;
  readonly 'api-key'?: string;
  readonly demo?: boolean;
}

/** Takes the words that say which service, and options of `more`, out of those of a command; the rest is the command's own. */
export function splitServiceWords<More extends string>(
  parameters: readonly string[],
  more: readonly More[] = [],
): { readonly service: ServiceWords; readonly more: { readonly [Name in More]?: string }; readonly rest: string[] } {
  const texts = more.map((name) => [name, { type: 'string' }] as const);
  const options = { ...SERVICE_OPTIONS, ...Object.fromEntries(texts) };
  const { values, tokens } = parseArgs({ args: [...parameters], strict: false, tokens: true, options });
  const taken = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !Object.hasOwn(options, token.name)) continue;
    if (token.name !== 'demo' && token.value === undefined) throw new UsageError(`--${token.name} needs a value.`);
    taken.add(token.index);
    if (token.value !== undefined && !token.inlineValue) taken.add(token.index + 1);
  }
  const rest = parameters.filter((_, index) => !taken.has(index));
  return { service: values as ServiceWords, more: values as { readonly [Name in More]?: string }, rest };
}

/** The client of the service that is meant. Throws `UsageError` when it is not said which, or who asks. */
export async function openClient(words: ServiceWords, { config, signal }: CommandParts): Promise<ReverieClient> {
  const baseUrl = words.server ?? config.client.server;
  if (baseUrl === undefined) throw new UsageError('Which service? Add --server https://…, or set REVERIE_SERVER.');
  if (!/^https?:\/\//.test(baseUrl)) throw new UsageError(`--server must be a web address, not '${baseUrl}'.`);
  if (words.demo) return openDemo(baseUrl, signal);
  const apiKey = words['api-key'] ?? config.client.apiKey;
  if (apiKey === undefined)
    throw new UsageError('Who asks? Set REVERIE_API_KEY to a key that you made under Settings, or add --api-key.');
  return createReverieClient({ baseUrl, apiKey });
}

async function openDemo(baseUrl: string, signal: AbortSignal): Promise<ReverieClient> {
  const { token } = await createReverieClient({ baseUrl }).session.signInToDemo(
    { as: 'subscriber', keep: 'token' },
    { signal },
  );
  return createReverieClient({ baseUrl, token: token ?? '' });
}

/** Does something at a service. When it says no, tells why and what to do, and answers with the exit code. */
export async function atService({ note }: Pick<CommandParts, 'note'>, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ReverieError)) throw error;
    note(`${error.detail} ${error.nextStep}`);
    return error.status >= 400 && error.status < 500 ? 2 : 1;
  }
}

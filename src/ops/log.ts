/** What a line of the log tells besides its words. Never a whole request or answer. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(message: string, fields?: LogFields): void;
  /** Something broke. Errors are told with their code, where they came from and what caused them. */
  broken(error: unknown, fields?: LogFields): void;
}

export interface LogOptions {
  readonly write: (line: string) => void;
  readonly now: () => Date;
  /** `lines` for people at a terminal, `json` for machines. */
  readonly format: 'lines' | 'json';
}

/** The log of the service: one line an event, without secrets and without the bytes of pictures. */
export function createLog({ write, now, format }: LogOptions): Log {
  const say = (level: 'info' | 'error', message: string, fields: LogFields): void => {
    const told = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? withoutSecrets(value) : value]),
    );
    const words = withoutSecrets(message);
    if (format === 'json') write(JSON.stringify({ at: now().toISOString(), level, message: words, ...told }));
    else write([level === 'error' ? `✗ ${words}` : words, ...Object.entries(told).map(inWords)].join('  '));
  };
  return {
    info: (message, fields = {}) => say('info', message, fields),
    broken: (error, fields = {}) => say('error', messageOf(error), { ...fields, ...detailsOf(error) }),
  };
}

const inWords = ([name, value]: [string, unknown]): string => `${name}=${value}`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const DEEPEST_CAUSE = 4;

function detailsOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return {};
  const { code } = error as { code?: unknown };
  const causes: string[] = [];
  for (let cause = error.cause; cause !== undefined && causes.length < DEEPEST_CAUSE; ) {
    causes.push(messageOf(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return {
    ...(typeof code === 'string' && { code }),
    ...(causes.length > 0 && { because: causes.join(' ← ') }),
    ...(error.stack !== undefined && { stack: error.stack.split('\n').slice(1).join(' ').trim() }),
  };
}

/** Keys of our own and of vendors, bearer tokens, signatures in addresses, passwords in addresses, and base64 of anything long. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:rvk_|sk-|sk_|whsec_|r8_)[\w-]{8,}/g, '(key)'],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer (token)'],
  [/\bKey\s+[\w-]{8,}:[\w-]{8,}/g, 'Key (key)'],
  [/([?&](?:signature|token|X-Tos-Signature|X-Amz-Signature)=)[^&\s]+/gi, '$1(hidden)'],
  [/(\/hooks\/[a-z]+\/[0-9a-f-]{36})\.[\w-]+/g, '$1.(hidden)'],
  [/(:\/\/[^\s:/@]+:)[^\s@/]+@/g, '$1(hidden)@'],
  [/[A-Za-z0-9+/_-]{160,}={0,2}/g, '(long data)'],
];

/** A text without what nobody should read in a log. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce((safe, [pattern, instead]) => safe.replace(pattern, instead), text);
}

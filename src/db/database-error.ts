const RETRYABLE = new Set(['40001', '40P01', '55P03', '57P01', '57P03', '08006', '08001', '08003', '53300']);

/** The database did not do what it was asked: broken, away, or a constraint that protects the data. */
export class DatabaseError extends Error {
  /** PostgreSQL's SQLSTATE, or `no-connection`. */
  readonly code: string;
  /** Name of the constraint that refused, if one did. */
  readonly constraint: string | undefined;
  readonly retryable: boolean;

  constructor(message: string, options: { code: string; constraint?: string | undefined; cause: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'DatabaseError';
    this.code = options.code;
    this.constraint = options.constraint;
    this.retryable = RETRYABLE.has(options.code) || options.code === 'no-connection';
  }
}

/** What a driver threw, as a `DatabaseError` that says which statement it was; never the values. */
export function asDatabaseError(cause: unknown, statement: string): DatabaseError {
  if (cause instanceof DatabaseError) return cause;
  const { code, constraint, message } = cause as { code?: string; constraint?: string; message?: string };
  const firstLine = statement.trim().replace(/\s+/g, ' ').slice(0, 120);
  return new DatabaseError(`${message ?? cause} (in: ${firstLine})`, {
    code: code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? code : 'no-connection',
    constraint,
    cause,
  });
}

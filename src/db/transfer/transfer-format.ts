/**
 * An export as lines of JSON: who wrote it, then each table with its rows, then how many rows there were. Times, big numbers
 * and bytes are written as PostgreSQL writes them in JSON, and read back by it.
 */
export type TransferLine = HeaderLine | TableLine | RowLine | EndLine;

export interface HeaderLine {
  readonly format: typeof FORMAT;
  readonly version: 1;
  /** The schema that the rows have. */
  readonly migrations: readonly string[];
}
interface TableLine {
  readonly table: string;
  readonly columns: readonly string[];
}
interface RowLine {
  readonly row: Readonly<Record<string, unknown>>;
}
interface EndLine {
  /** Rows altogether: a file that was cut off has none. */
  readonly rows: number;
}

export const FORMAT = 'reverie-export';

/** A file that cannot be read into this database. The message says why, and what to do. */
export class TransferError extends Error {
  readonly code: 'not-an-export' | 'cut-off' | 'newer-export' | 'not-empty' | 'other-schema';
  readonly retryable = false;

  constructor(code: TransferError['code'], message: string) {
    super(message);
    this.name = 'TransferError';
    this.code = code;
  }
}

/** A door to PostgreSQL, for the adapters that speak SQL (`db`, `queue`, `identity`); use cases never see it. */
export interface Sql {
  /**
   * Runs one statement with `$1`-style parameters and gives its rows. Whole numbers come as `number` (also `bigint` columns:
   * nothing here passes 2^53), times as `Date`, JSON parsed; JSON parameters go in as text.
   * @throws DatabaseError
   */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The one gateway to the database, PostgreSQL or embedded. */
export interface Database extends Sql {
  readonly kind: 'postgres' | 'embedded';
  /** Runs several statements separated by `;`, without parameters, on one connection; gives the rows of all of them. */
  script<Row>(text: string): Promise<Row[]>;
  /** All of `work` or nothing of it. What is asked outside of it at the same time does not see it, and is not part of it. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /** Calls `hear` for each `NOTIFY` on the channel, and `lost` whenever some may have been missed. Resolves when listening. */
  listen(channel: string, hear: (payload: string) => void, lost: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

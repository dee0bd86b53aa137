import { PGlite } from '@electric-sql/pglite';

/** An embedded database needs 180 MB instead of 300 with it. */
export const SMALL_MEMORY = ['-c', 'shared_buffers=16MB'];

/** PGlite's own parameters, but for "-F", which turns syncs off. On this system PostgreSQL's log knows only one way of them. */
export const START_PARAMETERS = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
  ...SMALL_MEMORY,
];

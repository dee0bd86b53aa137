import type { PGlite } from '@electric-sql/pglite';
import type { DurableFiles } from './durable-files.ts';

const LOOK_EVERY_SECONDS = 60;
/** Files of the log, of 1 MB each, after which a checkpoint lets them be used again: what a restart has to read. */
const LOG_FILES = 32;
const CHECKPOINT_EVERY_SECONDS = 5 * 60;
/** When PostgreSQL's own autovacuum would begin (its defaults). */
const TIRED_TABLES = `select quote_ident(schemaname) || '.' || quote_ident(relname) as name from pg_stat_user_tables
  where n_dead_tup > 50 + 0.2 * n_live_tup`;

/**
 * What PostgreSQL's background processes do elsewhere, and PGlite has none of: without checkpoints its log would grow until it
 * is closed, and without vacuum its tables.
 */
export function keepUp({
  pglite,
  files,
  onBroken,
}: {
  readonly pglite: PGlite;
  readonly files: DurableFiles;
  readonly onBroken: (error: unknown) => void;
}): { stop(): Promise<void> } {
  let secondsSinceCheckpoint = 0;
  const look = async (): Promise<void> => {
    secondsSinceCheckpoint += LOOK_EVERY_SECONDS;
    const { logFileCount } = files;
    if (logFileCount === 0) return;
    if (logFileCount < LOG_FILES && secondsSinceCheckpoint < CHECKPOINT_EVERY_SECONDS) return;
    secondsSinceCheckpoint = 0;
    for (const { name } of (await pglite.query<{ name: string }>(TIRED_TABLES)).rows) {
      await pglite.query(`vacuum (analyze) ${name}`);
    }
    files.forgetLogFiles();
    await pglite.query('checkpoint');
  };
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(look).catch(onBroken);
  }, LOOK_EVERY_SECONDS * 1000).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

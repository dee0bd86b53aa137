import type { JobSender } from '../app/ports/jobs.ts';
import type { Database, Sql } from '../app/ports/sql.ts';
import type { World } from '../app/ports/world.ts';
import { uuidV7 } from '../domain/uuid.ts';
import { createStores } from './stores.ts';

export interface WorldParts {
  readonly database: Database;
  /** Sends jobs through a given door, so that they are part of its transaction. */
  readonly jobsThrough: (sql: Sql) => JobSender;
  readonly now: () => Date;
  /** So many bytes of a good source of randomness. */
  readonly randomBytes: (count: number) => Uint8Array;
}

/** The world of the use cases on this database. */
export function createWorld({ database, jobsThrough, now, randomBytes }: WorldParts): World {
  let lastMilliseconds = 0;
  return {
    stores: createStores(database, jobsThrough(database)),
    transaction: (work) => database.transaction((sql) => work(createStores(sql, jobsThrough(sql)))),
    now,
    newId: () => {
      // one more than the last, when two are made within a millisecond: what is listed by id keeps its order
      lastMilliseconds = Math.max(lastMilliseconds + 1, now().getTime());
      return uuidV7(lastMilliseconds, randomBytes(10));
    },
  };
}

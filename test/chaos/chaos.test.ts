import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import pg from 'pg';
import { describe, expect, it } from 'vitest';

interface Tally {
  readonly clips: number;
  readonly deaths: number;
  readonly vendorTasks: number;
  readonly faults: readonly string[];
}

/** The short run of `npm run chaos`; the long one is for whoever changed something about money or engines. */
async function chaos(...options: string[]): Promise<Tally> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/chaos.mjs', ...options], { maxBuffer: 1e8 });
  return JSON.parse(stdout) as Tally;
}

const kept = (clips: number, deaths: number) => (tally: Tally) => {
  expect(tally.faults).toEqual([]);
  expect(tally.clips).toBe(clips);
  expect(tally.deaths).toBeGreaterThanOrEqual(deaths);
  expect(tally.vendorTasks).toBeGreaterThanOrEqual(clips);
};

describe('machines that die again and again', () => {
  it('lose no clip, order nothing twice and charge nobody wrongly, on the embedded database', async () => {
    await chaos('--clips', '6', '--kills', '3', '--seed', '11').then(kept(6, 3));
  });

  it('nor when they order from Seedance over HTTP, which loses answers and delivers files that are late or broken', async () => {
    await chaos('--engine', 'seedance', '--clips', '4', '--kills', '2', '--seed', '5').then(kept(4, 2));
  });

  const { TEST_POSTGRES_URL } = process.env;
  it.skipIf(TEST_POSTGRES_URL === undefined)(
    'neither do two of them on PostgreSQL, also when the schema of the job engine is dropped',
    async () => {
      const database = new URL(TEST_POSTGRES_URL as string);
      const name = `chaos_${randomBytes(6).toString('hex')}`;
      const client = new pg.Client({ connectionString: database.href });
      await client.connect();
      await client.query(`create database ${name}`);
      try {
        database.pathname = `/${name}`;
        await chaos('--clips', '10', '--kills', '6', '--seed', '12', '--database', database.href, '--drop-engine').then(kept(10, 6));
      } finally {
        await client.query(`drop database ${name} with (force)`);
        await client.end();
      }
    },
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// tests run the sources, also of the client
const resolve = { alias: { '#client': fileURLToPath(new URL('packages/client/src/index.ts', import.meta.url)) } };
// real decoders, encoders and browsers on a loaded two-core machine
const patience = { testTimeout: 180_000, hookTimeout: 180_000 };

/** Tests whose database may as well be on a server: they open it through `test/support`. */
function databaseTests(): string[] {
  return ['src/db', 'src/app', 'src/queue', 'src/identity', 'src/billing', 'src/http/v1'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter(
        (path) =>
          path.endsWith('.test.ts') && /support\/test-(database|world|service)/.test(readFileSync(path, 'utf8')),
      ),
  );
}

/** What takes longest begins first, most of it in other processes: nobody waits for one long file at the end. */
const LONGEST = [
  'test/judge',
  'test/end-to-end',
  'test/chaos',
  'test/golden',
  'test/voice',
  'src/engines',
  'src/media',
  'test',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => relative('', moduleId).startsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

// tests beside the code leave nothing behind in it: a worker loads it once for all of them, which spares a third of their time
const beside = ['src/**/*.test.ts', 'packages/*/src/**/*.test.ts', 'web/**/*.test.ts'];
const parts = { resolve, test: { name: 'parts', include: beside, isolate: false, ...patience } };
const onServer = {
  resolve,
  test: {
    ...{ name: 'postgres', include: databaseTests(), isolate: false, ...patience },
    env: { TEST_DATABASE_KIND: 'postgres' },
  },
};
const whole = { resolve, test: { name: 'whole', include: ['test/**/*.test.ts'], ...patience } };
const hasServer = process.env.TEST_POSTGRES_URL !== undefined;
if (!hasServer)
  console.warn('LOUD: no TEST_POSTGRES_URL; databases are tested embedded alone (scripts/with-postgres.mjs)');

export default defineConfig({
  // one more than the smallest machine has processors: many tests wait for a browser or a program meanwhile
  test: {
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [whole, parts, ...(hasServer ? [onServer] : [])],
  },
});

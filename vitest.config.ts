import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// tests run the sources, also of the client
const resolve = { alias: { '#client': fileURLToPath(new URL('packages/client/src/index.ts', import.meta.url)) } };
// real decoders, encoders and browsers on a loaded two-core machine
const patience = { testTimeout: 180_000, hookTimeout: 180_000 };
const include = ['src/**/*.test.ts', 'packages/*/src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'];

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

const embedded = { resolve, test: { name: 'all', include, ...patience } };
const onServer = {
  resolve,
  test: { name: 'postgres', include: databaseTests(), ...patience, env: { TEST_DATABASE_KIND: 'postgres' } },
};
const hasServer = process.env.TEST_POSTGRES_URL !== undefined;
if (!hasServer)
  console.warn('LOUD: no TEST_POSTGRES_URL; databases are tested embedded alone (scripts/with-postgres.mjs)');

export default defineConfig({
  test: { maxWorkers: 2, projects: hasServer ? [embedded, onServer] : [embedded] },
});

// `node scripts/with-postgres.mjs COMMAND …`: runs a command with a PostgreSQL of its own, whose address is in TEST_POSTGRES_URL,
// and removes it afterwards. Without PostgreSQL's programs the command runs all the same, with a loud line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from './private-postgres.mjs';

const [program, ...parameters] = process.argv.slice(2);
const server = await startPostgres();
if (server === undefined) console.error('LOUD: PostgreSQL is not installed; its tests are skipped');
const child = spawn(program, parameters, {
  stdio: 'inherit',
  env: { ...process.env, ...(server && { TEST_POSTGRES_URL: server.url }) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const [code] = await once(child, 'exit');
await server?.stop();
process.exitCode = code ?? 1;

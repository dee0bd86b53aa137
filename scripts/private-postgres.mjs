import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const DEBIAN = '/usr/lib/postgresql';
const START_SECONDS = 60;
/** What is here is thrown away: it need not survive a power loss. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * Starts an empty PostgreSQL in a temporary folder, on a free port of this machine.
 *
 * @returns its address and `stop`, which removes it; `undefined` when PostgreSQL's programs are not installed
 */
export async function startPostgres() {
  const programs = findPrograms();
  if (programs === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'reverie-postgres-'));
  const user = unprivilegedUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  const made = ['-D', data, '-U', 'reverie', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  const { status } = spawnSync(join(programs, 'initdb'), made, options);
  if (status !== 0) throw new Error(`initdb failed with code ${status}`);
  const port = await freePort();
  const listening = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const postgres = spawn(join(programs, 'postgres'), [...listening, ...settings], {
    ...options,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const ended = once(postgres, 'exit');
  await untilItAnswers(port, postgres);
  return {
    url: `postgres://reverie@127.0.0.1:${port}/postgres`,
    stop: async () => {
      // fast shutdown: whoever is still connected is sent away
      postgres.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** In PATH, or where Debian keeps them: the newest. */
function findPrograms() {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...process.env.PATH.split(delimiter), ...debian.map((version) => join(DEBIAN, version, 'bin'))];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres:', 'nobody:'].map((name) => users.find((user) => user.startsWith(name))).find(Boolean);
  if (line === undefined) throw new Error('there is no user that PostgreSQL could run as');
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid, gid };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

async function untilItAnswers(port, postgres) {
  for (let waited = 0; waited < START_SECONDS; waited += 0.2) {
    if (postgres.exitCode !== null) throw new Error(`postgres ended with code ${postgres.exitCode}`);
    const socket = connect(port, '127.0.0.1');
    const answered = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      setTimeout(1000, false),
    ]);
    socket.destroy();
    if (answered) return;
    await setTimeout(200);
  }
  throw new Error(`postgres did not answer within ${START_SECONDS} seconds`);
}

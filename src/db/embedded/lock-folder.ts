import { createHash } from 'node:crypto';
import { close, constants, open as openDescriptor } from 'node:fs';
import { readFile, readlink, realpath, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DatabaseFolderError } from './database-folder-error.ts';

/** An owner says so often that it is alive, for those who cannot see its lock. */
const BEAT_SECONDS = 2;
/** An owner elsewhere that was silent for so long is gone. */
const SILENT_SECONDS = 10;
const LOOK_AGAIN_MILLISECONDS = 500;

/** Who has the folder; kept in it. */
interface Owner {
  readonly pid: number;
  /** What sees the lock: this machine, or this container. */
  readonly place: string;
  readonly since: string;
}

/**
 * Makes this process the only one that uses the folder, until `unlock` or its end, however that comes: the lock belongs to the
 * operating system, so a killed process leaves none behind. Containers that share a volume do not see each other's locks;
 * they are told apart by the owner's sign of life, a file in the folder that is touched every two seconds.
 *
 * @throws DatabaseFolderError when another process has it
 */
export async function lockFolder(
  folder: string,
  wait: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<{ unlock(): Promise<void> }> {
  const path = await realpath(folder);
  const ownerFile = join(path, 'owner.json');
  const here = await placeOfLocks();
  const unlock = await takeLock(path);
  const owner = await readOwner(ownerFile);
  if (unlock === undefined) throw inUse(folder, owner);
  if (owner !== undefined && owner.place !== here && (await givesSignOfLife(ownerFile, wait))) {
    await unlock();
    throw inUse(folder, owner);
  }
  const self: Owner = { pid: process.pid, place: here, since: new Date().toISOString() };
  await writeFile(ownerFile, JSON.stringify(self), { mode: 0o600 });
  const beat = setInterval(() => {
    utimes(ownerFile, new Date(), new Date()).catch(() => undefined);
  }, BEAT_SECONDS * 1000).unref();
  return {
    unlock: async () => {
      clearInterval(beat);
      await rm(ownerFile, { force: true });
      await unlock();
    },
  };
}

/** `undefined`: another process has it. */
function takeLock(path: string): Promise<(() => Promise<void>) | undefined> {
  const name = `reverie-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
  switch (process.platform) {
    // neither of these names is a file: they go with their process
    case 'linux':
    case 'android':
      return listenAt(`\0${name}`);
    case 'win32':
      return listenAt(`\\\\.\\pipe\\${name}`);
    default:
      return openLocked(join(path, 'lock'));
  }
}

function listenAt(address: string): Promise<(() => Promise<void>) | undefined> {
  return new Promise((resolve, reject) => {
    const server: Server = createServer((socket) => socket.destroy());
    const release = () => new Promise<void>((done) => server.close(() => done()));
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(release));
    server.unref();
  });
}

/** `open(2)` of macOS and the BSDs locks in the same step. */
const O_EXLOCK = 0x20;

async function openLocked(path: string): Promise<(() => Promise<void>) | undefined> {
  try {
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK;
    const descriptor = await promisify(openDescriptor)(path, flags, 0o600);
    return () => promisify(close)(descriptor);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}

/** Processes of the same place see each other's locks: on Linux these belong to a network namespace. */
async function placeOfLocks(): Promise<string> {
  const namespace = await readlink('/proc/self/ns/net').catch(() => '');
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return [hostname(), boot.trim(), namespace].join(' ').trim();
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch {
    // none, or one that is being written: the lock alone decides
    return undefined;
  }
}

/** Watches whether the file changes, instead of believing two clocks. */
async function givesSignOfLife(path: string, wait: (milliseconds: number) => Promise<unknown>): Promise<boolean> {
  const first = await lastTouched(path);
  for (let waited = 0; waited < SILENT_SECONDS * 1000; waited += LOOK_AGAIN_MILLISECONDS) {
    await wait(LOOK_AGAIN_MILLISECONDS);
    if ((await lastTouched(path)) !== first) return true;
  }
  return false;
}

const lastTouched = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

function inUse(folder: string, owner: Owner | undefined): DatabaseFolderError {
  const who =
    owner === undefined
      ? 'another process'
      : `process ${owner.pid} on ${owner.place.split(' ')[0]}, since ${owner.since}`;
  return new DatabaseFolderError(
    'folder-in-use',
    `The database in ${folder} is in use by ${who}. Only one process can use an embedded database: stop that one, give this one a folder of its own (REVERIE_DATA_DIR), or let both use PostgreSQL (DATABASE_URL).`,
  );
}

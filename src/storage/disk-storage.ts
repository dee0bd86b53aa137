import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStorage, StoredFile } from '../app/ports/file-storage.ts';
import { checkKey, StorageError } from './storage-error.ts';

/** Half-written files of a process that died are removed when they are older than this. */
const LEFTOVER_HOURS = 1;

/**
 * A folder as storage. A file is written next to its place under a name that nobody asks for, brought to the disk, then renamed:
 * readers see all of it or nothing, also after a kill. What is known of it lies beside it and comes first, so a file that can be
 * found is always known.
 */
export async function openDiskStorage({ folder }: { readonly folder: string }): Promise<FileStorage> {
  const unfinished = join(folder, 'unfinished');
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await removeLeftovers(unfinished);
  const pathOf = (key: string): string => {
    checkKey(key);
    return join(folder, key);
  };
  return {
    put: async (key, source, contentType) => {
      const path = pathOf(key);
      const temporary = join(unfinished, randomUUID());
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const read = () => ('path' in source ? createReadStream(source.path) : Readable.from([source.bytes]));
        const written = { key, contentType, ...(await writeDown(read, temporary)) };
        await writeKnown(`${temporary}.json`, written);
        await rename(`${temporary}.json`, `${path}.json`);
        await rename(temporary, path);
        return written;
      } catch (cause) {
        await Promise.all([rm(temporary, { force: true }), rm(`${temporary}.json`, { force: true })]);
        throw new StorageError('storage-failed', `${key} could not be kept in ${folder}: ${cause}`, cause);
      }
    },
    find: async (key) => findFile(pathOf(key)),
    open: async (key, range) => {
      const path = pathOf(key);
      try {
        const handle = await open(path);
        const part = range && { start: range.firstByte, end: range.lastByte };
        return Readable.toWeb(handle.createReadStream(part)) as ReadableStream<Uint8Array>;
      } catch (cause) {
        return absent(cause);
      }
    },
    delete: async (key) => {
      const path = pathOf(key);
      await rm(path, { force: true });
      await rm(`${path}.json`, { force: true });
    },
    probe: async () => {
      const path = join(unfinished, `probe-${randomUUID()}`);
      try {
        await writeFile(path, 'probe', { flag: 'wx', mode: 0o600 });
        await rm(path);
      } catch (cause) {
        throw new StorageError('storage-failed', `Nothing can be written into ${folder}: ${cause}`, cause);
      }
    },
  };
}

async function writeDown(read: () => Readable, path: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  // it is there before anything is read, so that whoever removes it after a failure finds it
  const file = await open(path, 'wx', 0o600);
  // flush: the bytes are on the disk before the name is
  await pipeline(read(), counted, file.createWriteStream({ flush: true }));
  return { sizeBytes, sha256: hash.digest('hex') };
}

async function writeKnown(path: string, file: StoredFile): Promise<void> {
  await writeFile(path, JSON.stringify(file), { flag: 'wx', mode: 0o600, flush: true });
}

/** What lies beside the file; when a file was replaced a moment ago, the two are read again until they belong together. */
async function findFile(path: string): Promise<StoredFile | undefined> {
  try {
    for (;;) {
      const known = JSON.parse(await readFile(`${path}.json`, 'utf8')) as StoredFile;
      if ((await stat(path)).size === known.sizeBytes) return known;
    }
  } catch (cause) {
    return absent(cause);
  }
}

function absent(cause: unknown): undefined {
  if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw new StorageError('storage-failed', `The storage could not be read: ${cause}`, cause);
}

async function removeLeftovers(folder: string): Promise<void> {
  const oldest = Date.now() - LEFTOVER_HOURS * 3600 * 1000;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const about = await stat(path).catch(() => undefined);
    if (about !== undefined && about.mtimeMs < oldest) await rm(path, { force: true });
  }
}
